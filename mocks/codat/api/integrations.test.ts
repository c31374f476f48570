import { describe, expect, it } from 'vitest';
import { SOFTWARE } from '../../../src/journey/content/software.ts';
import { clientOf, openTestSandbox } from '../../../tests/support/sandbox.ts';
import { INTEGRATIONS } from '../integrations.ts';

const client = () => clientOf(openTestSandbox());

describe('GET /integrations', () => {
  it('lists all software with continuous streaming, with a tile for each country', async () => {
    const { results = [], totalResults } = await client().integrations.list();
    expect(results.map(({ key }) => key)).toEqual(
      SOFTWARE.flatMap(({ key, otherKeys }) => [key, ...otherKeys]),
    );
    expect(totalResults).toBe(results.length);
    expect(new Set(results.map(({ integrationId }) => integrationId)).size).toBe(results.length);
    const offline = results.filter(({ isOfflineConnector }) => isOfflineConnector);
    expect(offline.map(({ name }) => name)).toEqual(['QuickBooks Desktop', 'Sage 50 Accounts']);
  });

  it('pages, filters and sorts', async () => {
    const { integrations } = client();
    const keys = async (request: Parameters<typeof integrations.list>[0]) =>
      (await integrations.list(request)).results?.map(({ key }) => key);
    expect(await keys({ query: 'name=Xero' })).toEqual(['gbol']);
    const connectors = INTEGRATIONS.filter(({ isOfflineConnector }) => isOfflineConnector);
    expect(connectors.length).toBeGreaterThan(1);
    expect(await keys({ query: 'isOfflineConnector=true', orderBy: 'key' })).toEqual(
      connectors.map(({ key }) => key).sort(),
    );
    const fourth = INTEGRATIONS.slice(15, 20).map(({ key }) => key);
    expect(await keys({ pageSize: 5, page: 4 })).toEqual(fourth);
  });

  it('returns one by its key', async () => {
    expect(await client().integrations.get({ platformKey: 'gbol' })).toMatchObject({
      name: 'Xero',
    });
    await expect(client().integrations.get({ platformKey: 'zzzz' })).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});

describe('logos', () => {
  it('are our own pictures and need no API key', async () => {
    const sandbox = openTestSandbox();
    const { results = [] } = await clientOf(sandbox).integrations.list();
    const pictures = new Set<string>();
    for (const { logoUrl, name } of results) {
      const response = await sandbox.fetch(new Request(logoUrl));
      expect(response.headers.get('content-type')).toBe('image/svg+xml');
      const picture = await response.text();
      expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(picture).toContain(`<title>${name.replace('&', '&amp;')}</title>`);
      pictures.add(picture.replace(/<title>.*<\/title>/, ''));
    }
    expect(pictures.size).toBe(results.length);
  });

  it('answer 404 for unknown software', async () => {
    expect((await openTestSandbox().ask('/logos/zzzz.svg')).status).toBe(404);
  });
});
