import { describe, expect, it } from 'vitest';
import { freshLinkUrl, mayLeadTo } from './link-url.ts';
import { listedCompany } from './payloads.ts';

const COMPANY_URL = 'https://link.codat.io/company/a';
const OWN_URL = 'https://link-api.codat.io/companies/a/connections/1/start';

const asked = (status: string, redirect: string | null = COMPANY_URL) =>
  freshLinkUrl(
    {
      company: async (id) =>
        listedCompany.parse({
          ...{ id, redirect },
          dataConnections: [{ id: '1', linkUrl: OWN_URL, status }],
        }),
    },
    { id: 'a', connectionId: '1' },
  );

describe('a fresh Link URL', () => {
  it.each(['PendingAuth', 'Deauthorized', 'Unlinked'])(
    'is the connection’s own while it is %s',
    async (status) => {
      expect(await asked(status)).toEqual({ url: OWN_URL, kind: 'connection', linked: false });
    },
  );

  it('is the company’s when the connection is linked, or when there is none', async () => {
    expect(await asked('Linked')).toEqual({ url: COMPANY_URL, kind: 'company', linked: true });
    expect(await asked('Linked', null)).toMatchObject({ url: null });
  });
});

describe('customers', () => {
  it.each([
    'https://link.codat.io/company/a?otp=1',
    'https://link-api.codat.io/x',
    'https://codat.io/',
    'http://localhost:3000/sandbox/link/company/a',
  ])('may be led to %s', (url) => {
    expect(mayLeadTo(url, 'http://localhost:3000')).toBe(true);
  });

  it.each([
    'http://link.codat.io/company/a',
    'https://codat.io.evil.example/',
    'https://evilcodat.io/',
    'https://link.codat.io@evil.example/',
    'https://evil@link.codat.io/',
    'https://evil.example/?codat.io',
    'http://localhost:3001/sandbox',
    'https://localhost:3000/',
    'javascript:alert(1)//codat.io',
    'data:text/html,codat.io',
    '//evil.example',
    '',
  ])('are never led to %s', (url) => {
    expect(mayLeadTo(url, 'http://localhost:3000')).toBe(false);
  });
});
