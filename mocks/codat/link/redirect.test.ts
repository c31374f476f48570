import { describe, expect, it } from 'vitest';
import { createRedirect, type Ending, type Reserved } from './redirect.ts';

const RESERVED: Reserved = {
  companyId: 'company-1',
  connectionId: 'connection-1',
  platform: 'akxx',
  platformName: 'Oracle NetSuite',
  integrationId: 'integration-1',
  sourceId: 'source-1',
  sourceType: 'Accounting',
};
const DONE: Ending = { statusCode: 200, statusText: 'OK' };

const fill = (template: string, parameters: Record<string, string> = {}, ending = DONE): string =>
  createRedirect(template)(RESERVED, parameters, ending);

describe('the redirect', () => {
  it('fills all of Codat’s placeholders', () => {
    const names = [...Object.keys(RESERVED), 'clientId', 'statusCode', 'statusText'];
    const query = names.map((name) => `${name}={${name}}`).join('&');
    const { searchParams } = new URL(fill(`https://portal.test/return?${query}`));
    expect(Object.fromEntries(searchParams)).toMatchObject({ ...RESERVED, statusCode: '200' });
    expect(searchParams.get('clientId')).not.toBe('');
  });

  it('includes Codat’s error message and the software’s text', () => {
    const template =
      'https://portal.test/?code={statusCode}&error={errorMessage}&text={statusText}';
    expect(fill(template, {}, { statusCode: 403, statusText: 'User cancelled linking' })).toBe(
      'https://portal.test/?code=403&error=User%20cancelled.&text=User%20cancelled%20linking',
    );
    expect(fill(template)).toContain('error=&');
  });

  it('fills in parameters of the Link URL, also in the path, and empties unknown placeholders', () => {
    const filled = fill('https://portal.test/{team}/back?journey={journey}&x={y}', {
      journey: 'a&b=c#d',
      team: 'north/../?',
    });
    expect(filled).toBe('https://portal.test/north%2F..%2F%3F/back?journey=a%26b%3Dc%23d&x=');
  });

  it('ignores a status or an ID in the Link URL', () => {
    const forged = { statusCode: '200', companyId: 'another', errorMessage: 'none', clientId: 'x' };
    const filled = fill(
      'https://portal.test/?{statusCode}-{companyId}-{errorMessage}-{clientId}',
      forged,
      { statusCode: 501, statusText: '' },
    );
    expect(filled).toContain('?501-company-1-Not%20supported.-');
    expect(filled.endsWith('-x')).toBe(false);
  });

  it('encodes malformed Unicode', () => {
    expect(fill('https://portal.test/?{a}', { a: '\ud800' })).toBe(
      'https://portal.test/?%EF%BF%BD',
    );
  });

  it.each([
    'portal.test/back',
    '/back',
    '',
    '{journey}',
    'javascript:alert({journey})',
    'https://{journey}/back',
    'https://portal.{journey}/back',
    'https://portal.test{journey}',
    'https://portal.test:{journey}/',
  ])('rejects “%s”', (template) => {
    expect(() => createRedirect(template)).toThrow(/must start with http/);
  });
});
