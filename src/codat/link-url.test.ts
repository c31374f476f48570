import { describe, expect, it } from 'vitest';
import { freshLinkUrl, mayLeadTo } from './link-url.ts';
import { listedCompany } from './payloads.ts';

const COMPANY_URL = 'https://link.codat.io/company/a';
const OWN_URL = 'https://link-api.codat.io/companies/a/connections/1/start';

const linkUrlFor = (
  status: string,
  redirect: string | null = COMPANY_URL,
  connectionId: string | null = '1',
) =>
  freshLinkUrl(
    {
      company: async (id) =>
        listedCompany.parse({
          ...{ id, redirect },
          dataConnections: [{ id: '1', linkUrl: OWN_URL, status }],
        }),
    },
    { id: 'a', connectionId },
    'http://localhost:3000',
  );

describe('freshLinkUrl', () => {
  it.each(['PendingAuth', 'Deauthorized', 'Unlinked'])(
    'returns the connection’s own Link URL while its status is %s',
    async (status) => {
      expect(await linkUrlFor(status)).toEqual({ url: OWN_URL, kind: 'connection', linked: false });
    },
  );

  it('returns the company’s Link URL when the customer has no connection', async () => {
    const url = await linkUrlFor('PendingAuth', COMPANY_URL, null);
    expect(url).toEqual({ url: COMPANY_URL, kind: 'company', linked: false });
  });

  it('returns the company’s Link URL, if any, when the connection is linked', async () => {
    expect(await linkUrlFor('Linked')).toEqual({ url: COMPANY_URL, kind: 'company', linked: true });
    expect(await linkUrlFor('Linked', null)).toMatchObject({ url: null });
  });

  it.each(['javascript:alert(1)', 'http://127.0.0.1:9200/', 'https://evil.example/'])(
    'returns no Link URL instead of %s',
    async (url) => {
      expect(await linkUrlFor('PendingAuth', url, null)).toMatchObject({ url: null });
    },
  );
});

describe('mayLeadTo', () => {
  it.each([
    'https://link.codat.io/company/a?otp=1',
    'https://link-api.codat.io/x',
    'https://codat.io/',
    'http://localhost:3000/sandbox/link/company/a',
  ])('allows %s', (url) => {
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
    `https://link.codat.io/${'a'.repeat(4000)}`,
    '',
  ])('rejects “%s”', (url) => {
    expect(mayLeadTo(url, 'http://localhost:3000')).toBe(false);
  });
});
