import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResourceName } from '../../src/common/permissions.ts';
import { announce } from '../../src/database/changes/changes.ts';
import { customers, events } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, listPath, openOn, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { follow } from '../support/stream.ts';
import { listed, setVisibility } from './portfolio-table.ts';
import { createValidRequests, type ValidRequests } from './valid-requests.ts';

/** The lists of records that belong to customers. */
const LISTS = [
  'customers',
  'journeys',
  'attempts',
  'events',
  'notes',
  'emails',
  'links',
  'activity',
  'contact-import-lines',
] as const satisfies readonly ResourceName[];

/** Requests that name a customer, who is somebody else’s or doesn’t exist. */
const NAMING: [method: string, path: (id: string) => string, body?: (id: string) => object][] = [
  ['GET', (id) => `/api/customers/${id}`],
  ['POST', (id) => `/api/customers/${id}/link-url`, () => ({})],
  ['PUT', (id) => `/api/customers/${id}`, () => ({ contactName: 'Eve' })],
  ['PUT', (id) => `/api/customers/${id}`, () => ({ accountManagerId: 'nobody' })],
  ['POST', (id) => `/api/customers/${id}/link-shared`, () => ({})],
  ['GET', (id) => `/api/journeys/${id}:0`],
  ['POST', (id) => `/api/journeys/${id}:0/close`, () => ({ reason: 'declined' })],
  ['POST', (id) => `/api/journeys/${id}:0/reopen`, () => ({})],
  ['GET', (id) => `/api/attempts/${id}:0:0`],
  ['POST', (id) => `/api/attempts/${id}:0:0/correct`, () => ({ reason: 'unknown' })],
  ['POST', () => '/api/notes', (customerId) => ({ customerId, text: 'Hello' })],
  ['POST', () => '/api/notes', (customerId) => ({ customerId, kind: 'call', text: '' })],
  ['POST', () => '/api/links', (customerId) => ({ customerId })],
  ['POST', () => '/api/emails', (customerId) => ({ customerId, template: 'link', force: true })],
  [
    'POST',
    () => '/api/emails',
    (customerId) => ({ customerId, template: 'guide', to: 'eve@evil.example' }),
  ],
  ['POST', () => '/api/emails/preview', (customerId) => ({ customerId, template: 'link' })],
  [
    'POST',
    () => '/api/emails/bulk-preview',
    (id) => ({ customerIds: ['mine', id], template: 'next' }),
  ],
  ['POST', () => '/api/emails/bulk', (id) => ({ customerIds: [id, 'mine'], template: 'guide' })],
];

describe.each(DRIVERS)('attacks across portfolios on $name', (driver) => {
  let test: TestApi;
  let requests: ValidRequests;

  const stored = async (id: string) =>
    (await test.database.select().from(customers).where(eq(customers.id, id)))[0];

  const assign = (id: string, accountManagerId: string | null) =>
    test.send('PUT', `/api/customers/${id}`, { accountManagerId });

  const sendMine = (method: string, path: string, body?: object, headers = {}) =>
    method === 'GET'
      ? test.request(path, { headers }, 'manager')
      : test.send(method, path, body, 'manager', headers);

  const countEvents = async (customerId: string) =>
    (await test.database.select().from(events).where(eq(events.customerId, customerId))).length;

  /** Follows the stream as an account manager and as an agent, once all earlier changes have been told. */
  const followBoth = async () => {
    const streams = [await follow(test, 'manager'), await follow(test, 'agent')] as const;
    await announce(test.database, { resources: ['software'] });
    for (const stream of streams) await stream.skipTo('software');
    return streams;
  };

  beforeAll(async () => {
    test = await openOn(driver, 'portfolio_attacks');
    test.clock.now = addHours(test.clock.now, 4);
    requests = createValidRequests(test);
    await requests.prepare('mine');
    await requests.prepare('theirs', { key: 'akxx' });
    const secret = { contactName: 'Zanzibar Secret', contactEmail: 'zanzibar@hidden.example' };
    await test.send('PUT', '/api/customers/theirs', secret);
    await assign('mine', test.personId('manager'));
    await assign('theirs', test.personId('admin'));
    await test.upload('contact-imports', 'Customer id,Name\nmine,Bo\ntheirs,Bo\n', 'manager');
  });
  beforeEach(() => setVisibility(test, true));
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each(NAMING)('%s %s of somebody else’s customer is answered as for none', async (...asked) => {
    const [method, path, body] = asked;
    const before = [await stored('theirs'), await countEvents('theirs')];
    const answers = await Promise.all(
      ['theirs', 'absent'].map(async (id) => {
        const response = await sendMine(method, path(id), body?.(id));
        const text = await response.text();
        return [response.status, text.replaceAll(id, 'ID'), response.headers.get('etag')];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(path('theirs').includes('theirs') ? 404 : 422);
    expect([await stored('theirs'), await countEvents('theirs')]).toEqual(before);
  });

  it('preconditions and states tell nothing: 404, not 412 or 409', async () => {
    await test.send('POST', '/api/journeys/theirs:0/close', { reason: 'declined' });
    const headers = { 'if-match': '"wrong"' };
    for (const [method, path, body] of [
      ['PUT', '/api/customers/theirs', {}],
      ['POST', '/api/journeys/theirs:0/close', { reason: 'declined' }],
    ] as const)
      expect((await sendMine(method, path, body, headers)).status).toBe(404);
    const tag = (await test.request('/api/customers/theirs')).headers.get('etag') ?? '';
    const guess = await sendMine('PUT', '/api/customers/theirs', {}, { 'if-match': tag });
    expect(guess.status).toBe(404);
    await test.send('POST', '/api/journeys/theirs:0/reopen', {});
  });

  it.each(LISTS)('no filter, search or order of %s finds somebody else’s', async (resource) => {
    const isTheirs = (row: { id: string; customerId?: string | null }) =>
      (row.customerId ?? row.id) === 'theirs' || row.id.startsWith('theirs');
    const all: Record<string, unknown>[] & { id: string }[] = await test.json(
      listPath(resource, { range: [0, 999] }),
    );
    const target = all.find(isTheirs);
    if (!target) throw new Error(`There is no ${resource} to hide.`);
    const ask = async (query: object) => {
      const response = await test.request(listPath(resource, query), {}, 'manager');
      if (response.status === 400) return;
      const { rows, total } = await listed(response);
      expect({ query, found: rows.filter(isTheirs) }).toEqual({ query, found: [] });
      expect({ query, total }).toEqual({ query, total: rows.length });
    };
    for (const [field, value] of Object.entries(target)) {
      await ask({ filter: { [field]: value }, sort: [field, 'ASC'], range: [0, 999] });
      const between = { [`${field}_gte`]: value, [`${field}_lte`]: value };
      await ask({ filter: between, sort: [field, 'DESC'], range: [0, 999] });
    }
    for (const q of ['theirs', 'Zanzibar', 'hidden.example', 'Company theirs'])
      await ask({ filter: { q }, range: [0, 999] });
    await ask({ filter: { id: [target.id, 'mine'] } });
  });

  it('nobody takes a customer they don’t see, and who hands one over no longer sees them', async () => {
    const me = { accountManagerId: test.personId('manager') };
    expect((await sendMine('PUT', '/api/customers/theirs', me)).status).toBe(404);
    expect((await stored('theirs'))?.accountManagerId).toBe(test.personId('admin'));
    const other = { accountManagerId: test.personId('agent') };
    const handed = await sendMine('PUT', '/api/customers/mine', other);
    expect([handed.status, (await handed.json()).accountManagerId]).toEqual([
      200,
      other.accountManagerId,
    ]);
    expect((await sendMine('GET', '/api/customers/mine')).status).toBe(404);
    await assign('mine', me.accountManagerId);
  });

  it('a customer that an account manager adds is theirs', async () => {
    const added = await sendMine('POST', '/api/customers', { name: 'Added by me' });
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ accountManagerId: test.personId('manager') });
  });

  it('an import finds no customer of somebody else, and applies nothing to one handed over since', async () => {
    const file = 'Customer id,Customer,Name\ntheirs,,Eve\n,Company theirs,Eve\nmine,,Mallory\n';
    const { id, faulty, changes } = await (
      await test.upload('contact-imports', file, 'manager')
    ).json();
    expect({ faulty, changes }).toEqual({ faulty: 2, changes: 1 });
    const { rows } = await listed(
      await test.list('contact-import-lines', { filter: { importId: id } }, 'manager'),
    );
    expect(rows).toMatchObject([
      { problem: 'No customer with the ID “theirs”.', customerId: null },
      { problem: 'No customer named “Company theirs”.', customerId: null },
      { customerId: 'mine' },
    ]);
    await assign('mine', test.personId('admin'));
    const lines = await test.list(
      'contact-import-lines',
      { filter: { importId: id, outcome: 'change' } },
      'manager',
    );
    expect((await listed(lines)).total).toBe(0);
    const applied = await sendMine('PUT', `/api/contact-imports/${id}`, { state: 'applied' });
    expect(applied.status).toBe(200);
    expect((await stored('mine'))?.contactName).not.toBe('Mallory');
    await assign('mine', test.personId('manager'));
  });

  it('an import is applied and undone only by who uploaded it or an admin', async () => {
    const file = 'Customer id,Name\nmine,Grace\n';
    const { id } = await (await test.upload('contact-imports', file, 'agent')).json();
    const path = `/api/contact-imports/${id}`;
    const apply = { state: 'applied' };
    const { rows } = await listed(await test.list('contact-imports', {}, 'manager'));
    const me = test.personId('manager');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !('createdById' in row) || row.createdById !== me)).toEqual([]);
    expect((await sendMine('GET', path)).status).toBe(404);
    expect((await sendMine('PUT', path, apply)).status).toBe(404);
    await setVisibility(test, false);
    const refused = await sendMine('PUT', path, apply);
    expect([refused.status, (await refused.json()).message]).toEqual([
      403,
      'Only who uploaded it or an admin can edit an import.',
    ]);
    expect((await test.send('PUT', path, apply, 'agent')).status).toBe(200);
    expect((await test.send('PUT', path, { state: 'undone' }, 'admin')).status).toBe(200);
  });

  it('everybody who sees a link revokes it, but only who created it or an admin restores it', async () => {
    const { id } = await requests.post('/api/links', { customerId: 'mine' }, 'admin');
    const path = `/api/links/${id}`;
    const revoked = { revokedAt: test.clock.now };
    expect((await test.send('PUT', path, revoked, 'agent')).status).toBe(200);
    const refused = await test.send('PUT', path, { revokedAt: null }, 'agent');
    expect([refused.status, (await refused.json()).message]).toEqual([
      403,
      'Only who created it or an admin can restore a link.',
    ]);
    expect((await test.send('PUT', path, { revokedAt: null }, 'admin')).status).toBe(200);
  });

  it('a deleted company’s contacts don’t go to someone who enters its email address', async () => {
    const deliver = (type: string) =>
      test.deliver(
        `${type}-former`,
        webhookBody({
          ...{ eventType: `company.${type}`, generatedDate: test.clock.now },
          payload: company('former'),
        }),
      );
    const passHour = () => {
      test.clock.now = addHours(test.clock.now, 1);
    };
    await deliver('created');
    passHour();
    await test.send('PUT', '/api/customers/former', {
      ...{ contactEmail: 'kofi@former.example', contactPhone: '020 7946 0000' },
      accountManagerId: test.personId('admin'),
    });
    passHour();
    await deliver('deleted');
    passHour();
    const add = async (role: 'manager' | 'admin') => {
      const body = { name: 'Company former', contactEmail: 'kofi@former.example' };
      return (await (await test.send('POST', '/api/customers', body, role)).json()).id;
    };
    expect(await stored(await add('manager'))).toMatchObject({ contactPhone: null });
    expect(await stored(await add('admin'))).toMatchObject({ contactPhone: '020 7946 0000' });
  });

  it('activity and syncs tell nothing of somebody else’s customers', async () => {
    await requests.post('/api/syncs', { kind: 'full' });
    const { rows } = await listed(await test.list('activity', { range: [0, 999] }, 'manager'));
    const imports = rows.filter((row) => 'resource' in row && row.resource === 'contact-imports');
    expect(imports.length).toBeGreaterThan(0);
    for (const row of imports) expect(row).toMatchObject({ actorId: test.personId('manager') });
    // But what they tried themselves.
    for (const row of rows) expect(row.customerId).not.toBe('theirs');
    for (const sync of await test.json('/api/syncs', 'manager')) expect(sync.remarks).toEqual([]);
  });

  it('the stream reports one’s own customers only, by the setting of the moment', async () => {
    const change = (id: string, contactName: string) =>
      test.send('PUT', `/api/customers/${id}`, { contactName });
    const [mine, everyone] = await followBoth();
    await Promise.all([change('theirs', 'A'), change('mine', 'A')]);
    expect(await mine.next()).toMatchObject({ customerId: 'mine' });
    await everyone.next();
    await setVisibility(test, false);
    expect((await mine.next()).resources).toContain('*');
    await change('theirs', 'B');
    expect(await mine.next()).toMatchObject({ customerId: 'theirs' });
    await mine.leave();
    await everyone.leave();
  });

  it('a webhook of somebody else’s customer reaches no one’s stream but theirs', async () => {
    const [mine, everyone] = await followBoth();
    const payload = { ...company('theirs'), name: 'New name' };
    const body = (id: string) =>
      webhookBody({ eventType: 'company.created', payload: { ...payload, id } });
    await test.deliver('msg-theirs', body('theirs'));
    await requests.post('/api/notes', { customerId: 'theirs', text: 'Secret' });
    await requests.post('/api/notes', { customerId: 'mine', text: 'Ours' });
    expect(await mine.next()).toEqual({ resources: ['notes', 'activity'], customerId: 'mine' });
    await mine.leave();
    await everyone.leave();
  });
});
