import { describe, expect, it } from 'vitest';
import { API_KEY, clientOf, NOON, openTestSandbox } from '../../../tests/support/sandbox.ts';

/** A sandbox with companies named A, B, C …, created an hour apart. */
const openWith = async (names: string) => {
  const sandbox = openTestSandbox();
  for (const name of names) {
    sandbox.world.createCompany({ name, tags: { letter: name.toLowerCase(), team: 'north' } });
    await sandbox.advanceHours(1);
  }
  const byName = (name: string) =>
    [...sandbox.world.companies.values()].find((company) => company.name === name)?.id ?? '';
  const client = clientOf(sandbox);
  const listNames = async (request: Parameters<typeof client.companies.list>[0]) =>
    (await client.companies.list(request)).results?.map(({ name }) => name).join('');
  return { ...sandbox, client, byName, listed: listNames };
};

const message = async (response: Promise<unknown>) =>
  response.then(
    () => expect.unreachable('was not rejected'),
    (error) => ({ status: error.statusCode, error: error.error, validation: error.validation }),
  );

describe('GET /companies', () => {
  it.each([1, 2, 3, 5, 7, 5000])(
    'lists all companies in pages of %i, linked both ways',
    async (pageSize) => {
      const { ask } = await openWith('ABCDE');
      const names: string[] = [];
      const back: (string | undefined)[] = [];
      let here = `/companies?pageSize=${pageSize}&orderBy=-name`;
      for (let href: string | undefined = here; href; ) {
        here = href;
        const page = await (await ask(here)).json();
        names.push(...page.results.map(({ name }: { name: string }) => name));
        expect(page).toMatchObject({ pageSize, totalResults: 5, pageNumber: back.length + 1 });
        expect(page._links.self).toEqual({ href: '/sandbox/companies' });
        back.push(page._links.previous?.href);
        href = page._links.next?.href.replace(/^\/sandbox/, '');
      }
      expect(names.join('')).toBe('EDCBA');
      expect(back.length).toBe(Math.ceil(5 / pageSize));
      expect(back[0]).toBeUndefined();
      expect(back.slice(1).every((href) => href?.includes('orderBy=-name'))).toBe(true);
    },
  );

  it('answers with an empty page past the end', async () => {
    const { client } = await openWith('AB');
    expect(await client.companies.list({ page: 9 })).toMatchObject({
      results: [],
      totalResults: 2,
    });
  });

  it('sorts by creation, by change and by a given property', async () => {
    const { listed, world, byName } = await openWith('BCA');
    world.updateCompany(byName('B'), { description: 'Called in spring' });
    world.updateCompany(byName('C'), { description: 'Called in autumn' });
    expect(await listed({})).toBe('BCA');
    expect(await listed({ orderBy: '-modifiedDate' })).toBe('CBA');
    expect(await listed({ orderBy: 'modifiedDate' })).toBe('ABC');
    expect(await listed({ orderBy: 'name' })).toBe('ABC');
    expect(await listed({ orderBy: '-created' })).toBe('ACB');
    expect(await listed({ orderBy: 'description' })).toBe('ACB');
  });

  it('filters by query, by tags and by both', async () => {
    const { listed, world, byName } = await openWith('ABC');
    world.selectSoftware(byName('B'), 'gbol');
    expect(await listed({ query: `id=${byName('C')}` })).toBe('C');
    expect(await listed({ query: 'dataConnections.status=PendingAuth' })).toBe('B');
    expect(await listed({ query: 'dataConnections.platformName=Xero || name=A' })).toBe('AB');
    expect(await listed({ query: 'lastSync>2020-01-01' })).toBe('');
    expect(await listed({ tags: 'letter=a || letter~c' })).toBe('AC');
    expect(await listed({ tags: 'team=north && letter!=a' })).toBe('BC');
    expect(await listed({ tags: 'constructor~Object' })).toBe('');
    expect(await listed({ tags: 'letter!=a', query: 'name!=C' })).toBe('B');
  });

  it('notices a change in a cached list', async () => {
    const { listed, world, byName } = await openWith('AB');
    expect(await listed({ query: 'name~A' })).toBe('A');
    world.updateCompany(byName('B'), { name: 'BA' });
    expect(await listed({ query: 'name~A' })).toBe('ABA');
    world.removeCompany(byName('A'));
    expect(await listed({ query: 'name~A' })).toBe('BA');
  });

  it.each([
    ['page=0', 'page must be a whole number from 1'],
    ['page=x', 'but is x'],
    ['pageSize=5001', 'pageSize must be a whole number from 1 to 5000'],
    ['pageSize=1.5', 'pageSize'],
    ['query=nonsense', 'Malformed query: nonsense'],
    ['query=colour=red', 'Could not resolve property colour on Company'],
    ['tags=region', 'Malformed query: region'],
    ['orderBy=-colour', 'Could not resolve property colour on Company'],
    ['orderBy=constructor', 'constructor'],
  ])('rejects %s', async (parameters, sentence) => {
    const response = await openTestSandbox().ask(`/companies?${parameters}`);
    expect(response.status).toBe(400);
    const body = await response.json();
    expect(body).toMatchObject({ statusCode: 400, canBeRetried: 'false' });
    expect(body.error).toContain(sentence);
    expect(body.correlationId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('rejects requests without the API key', async () => {
    const { ask, fetch } = openTestSandbox();
    for (const key of [null, 'wrong', '', `${API_KEY} `]) {
      const response = await ask('/companies', {}, key);
      expect([response.status, (await response.json()).error]).toEqual([401, 'Unauthorized']);
    }
    const refused = await message(
      clientOf({
        fetch: (request) => {
          request.headers.set('authorization', 'Bearer it');
          return fetch(request);
        },
      }).companies.list(),
    );
    expect(refused.status).toBe(401);
  });
});

describe('companies', () => {
  it('are created, which sends a webhook', async () => {
    const { client, arrivals, webhooks } = await openWith('');
    const created = await client.companies.create({
      name: 'Toft (stores[1]), Ltd!',
      description: 'Asked for a card',
      tags: { region: 'uk' },
    });
    expect(created).toMatchObject({
      name: 'Toft stores1, Ltd!',
      created: NOON,
      dataConnections: [],
    });
    const read = await client.companies.get({ companyId: created.id });
    expect({ ...read, redirect: '' }).toEqual({ ...created, redirect: '' });
    expect(read.redirect).not.toBe(created.redirect);
    await webhooks.settled();
    expect(arrivals).toMatchObject([{ eventType: 'company.created', payload: { id: created.id } }]);
  });

  it.each([
    [{}, 'name must be text'],
    [{ name: '' }, 'name must contain at least one letter'],
    [{ name: '株式会社' }, 'name must contain at least one letter'],
    [{ name: 'A', description: 7 }, 'description must be text'],
    [{ name: 'A', tags: { region: 'x'.repeat(101) } }, 'tags.region must have values of up to 100'],
    [{ name: 'A', tags: { ['x'.repeat(28)]: 'a' } }, 'must have names of 1 to 27 characters'],
    [
      { name: 'A', tags: Object.fromEntries([...'abcdefghijk'].map((tag) => [tag, tag])) },
      'tags must have up to 10 entries',
    ],
    ['no JSON', 'The body is not JSON'],
  ])('are rejected: %j', async (body, sentence) => {
    const { ask, world } = openTestSandbox();
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await ask('/companies', { method: 'POST', body: text });
    expect(response.status).toBe(400);
    expect((await response.json()).error).toContain(sentence);
    expect(world.companies.size).toBe(0);
  });

  it('change only the given fields, and count as changed last', async () => {
    const { client, byName, listed } = await openWith('AB');
    const companyId = byName('A');
    const change = (companyUpdateRequest: object) =>
      client.companies.update({ companyId, companyUpdateRequest });
    expect(await change({ description: 'New' })).toMatchObject({ name: 'A', description: 'New' });
    expect(await change({ name: 'A[2]' })).toMatchObject({ name: 'A2', description: 'New' });
    expect(await change({ tags: {} })).toMatchObject({ name: 'A2', tags: {} });
    expect(await listed({ orderBy: '-modifiedDate' })).toBe('A2B');
  });

  it('keep fields that an update sets to null', async () => {
    const { ask, byName, client } = await openWith('A');
    const body = JSON.stringify({ name: null, description: null, tags: null });
    expect((await ask(`/companies/${byName('A')}`, { method: 'PATCH', body })).status).toBe(200);
    const company = await client.companies.get({ companyId: byName('A') });
    expect(company).toMatchObject({ name: 'A', tags: { letter: 'a' } });
  });

  it('reference their parent and their subsidiaries', async () => {
    const { client, world, byName } = await openWith('A');
    const parentId = byName('A');
    const child = world.createCompany({ name: 'A North', parentId });
    const parent = await client.companies.get({ companyId: parentId });
    expect(parent.referenceSubsidiaryCompanies).toMatchObject([{ id: child.id, name: 'A North' }]);
    expect(parent.referenceParentCompany).toBeUndefined();
    const subsidiary = await client.companies.get({ companyId: child.id });
    expect(subsidiary.referenceParentCompany).toMatchObject({ id: parentId, name: 'A' });
    world.removeCompany(child.id);
    const alone = await client.companies.get({ companyId: parentId });
    expect(alone.referenceSubsidiaryCompanies).toEqual([]);
  });

  it('answer 404 when unknown, as do unknown paths', async () => {
    const { client, ask, byName } = await openWith('A');
    const companyId = '00000000-0000-4000-8000-0000000fffff';
    const missing = [
      client.companies.get({ companyId }),
      client.companies.update({ companyId, companyUpdateRequest: { name: 'B' } }),
      client.connections.list({ companyId }),
      client.connections.get({ companyId: byName('A'), connectionId: companyId }),
    ];
    for (const one of missing) expect((await message(one)).status).toBe(404);
    expect((await message(client.companies.get({ companyId }))).error).toContain(companyId);
    expect((await ask('/nothing')).status).toBe(404);
  });
});

describe('connections', () => {
  it('are paged, filtered and read one by one', async () => {
    const { client, world, byName } = await openWith('A');
    const companyId = byName('A');
    const xero = world.selectSoftware(companyId, 'gbol');
    const sage = world.selectSoftware(companyId, 'tgff');
    world.approve(xero.id);
    world.fail(sage.id, 'cancelled');
    const ids = async (request: object = {}) =>
      (await client.connections.list({ companyId, ...request })).results?.map(({ id }) => id);
    expect(await ids()).toEqual([xero.id, sage.id]);
    expect(await ids({ pageSize: 1, page: 2 })).toEqual([sage.id]);
    expect(await ids({ query: 'status=Linked' })).toEqual([xero.id]);
    expect(await ids({ orderBy: 'platformName' })).toEqual([sage.id, xero.id]);
    const read = await client.connections.get({ companyId, connectionId: sage.id });
    expect(read).toMatchObject({
      integrationKey: 'tgff',
      status: 'PendingAuth',
      dataConnectionErrors: [{ statusCode: '403', status: 'Active' }],
    });
    const { dataConnections } = await client.companies.get({ companyId });
    expect(dataConnections?.[1]).toEqual({ ...read, linkUrl: expect.any(String) });
  });
});
