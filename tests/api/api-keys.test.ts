import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/database/digest.ts';
import { apiKeys } from '../../src/database/schema/index.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { DRIVERS, LINK_EVENTS_KEY, openOn, type TestApi } from '../support/api.ts';
import { addIncident } from '../support/incidents.ts';
import { company, connection, webhookBody } from '../support/payloads.ts';
import { ROUTES } from './permission-table.ts';

const DAY = 24;
const MISSING = 'Send a valid API key as “Authorization: Bearer …”.';

/** All that programs may read. Every other route is closed to them. */
const READABLE = [
  ...['customers', 'journeys', 'attempts', 'events', 'notes', 'emails', 'software'],
  ...['stuck-rules', 'users', 'raised-cases', 'incidents'],
]
  .flatMap((name) => [`GET /api/${name}`, `GET /api/${name}/{id}`])
  .concat('GET /api/customers/counts', 'GET /api/customers/groups')
  .concat('GET /api/stuck-rules/recalculation', 'GET /api/incidents/noticeable');

const isReadable = (method: string, path: string): boolean =>
  READABLE.includes(`${method} ${path}`) || (method === 'GET' && path.startsWith('/api/metrics/'));

type NewKey = { name?: string; scopes?: string[]; expiresAt?: Instant; digest?: string };

describe.each(DRIVERS)('API keys on $name', (driver) => {
  let test: TestApi;
  let reader: string;

  const create = async ({ name = 'Program', scopes = ['read'], ...rest }: NewKey = {}) => {
    const response = await test.send('POST', '/api/api-keys', { name, scopes, ...rest });
    return { status: response.status, ...(await response.json()) };
  };
  const rotate = async (id: string, body?: object) => {
    const path = `/api/api-keys/${id}/rotate`;
    const response = body
      ? await test.send('POST', path, body)
      : await test.request(path, { method: 'POST' });
    return { status: response.status, ...(await response.json()) };
  };
  /** A request with a key and, unless told otherwise, without a session. */
  const ask = (
    key: string,
    path = '/api/customers',
    init: RequestInit = {},
    role: 'admin' | null = null,
  ) =>
    test.request(
      path,
      {
        ...init,
        headers: {
          authorization: `Bearer ${key}`,
          ...Object.fromEntries(new Headers(init.headers)),
        },
      },
      role,
    );
  const statusOf = async (key: string, path?: string) => (await ask(key, path)).status;
  const lastUse = async (id: string) => (await test.json(`/api/api-keys/${id}`)).lastUsedAt;
  const later = (hours: number) => {
    test.clock.now = addHours(test.clock.now, hours);
  };
  const forward = (key: string) =>
    ask(key, '/api/link-events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: crypto.randomUUID(),
        companyId: 'customer',
        type: 'onConsent',
        occurredAt: test.clock.now,
      }),
    });

  beforeAll(async () => {
    test = await openOn(driver, 'api_keys');
    const tags = { contactEmail: 'ada@acme.example' };
    const deliver = (eventType: string, payload: object) =>
      test.deliver(eventType, webhookBody({ eventType, payload }));
    await deliver('company.created', { ...company('customer'), tags });
    await deliver('connection.created', connection('customer'));
    const about = { customerId: 'customer', text: 'Called' };
    for (const path of ['/api/notes', '/api/raised-cases']) await test.send('POST', path, about);
    await test.send('POST', '/api/emails', { customerId: 'customer', template: 'link' });
    await addIncident(test.database);
    reader = (await create({ name: 'Reader' })).key;
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('are shown once, and only their digest is stored', async () => {
    const expiresAt = addHours(test.clock.now, DAY);
    const { status, key, ...record } = await create({ name: ' CRM ', expiresAt });
    expect(key).toMatch(/^unstuck_[0-9a-f]{56}$/);
    expect({ status, ...record }).toMatchObject({
      ...{ status: 201, name: 'CRM', scopes: ['read'], expiresAt, lastUsedAt: null },
      ...{ start: key.slice(0, 14), createdById: test.personId('admin'), replacedById: null },
    });
    expect(await test.json(`/api/api-keys/${record.id}`)).toEqual(record);
    const [stored] = await test.database.select().from(apiKeys).where(eq(apiKeys.id, record.id));
    expect(stored?.digest).toBe(digestOf(key));
    const log = await (await test.list('activity', { filter: { recordId: record.id } })).json();
    expect(log).toMatchObject([{ resource: 'api-keys', action: 'create' }]);
    for (const text of [JSON.stringify([stored, log]), ...test.logged])
      expect(text).not.toContain(key.slice(14));
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'a\nb' }, 'name'],
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['write'] }, 'scopes.0'],
    [{ expiresAt: '2020-01-01T00:00:00.000Z' }, 'expiresAt'],
    [{ digest: 'x' }, 'digest'],
  ])('with %j are rejected, naming %s', async (fields, field) => {
    const { status, errors } = await create(fields);
    expect([status, Object.keys(errors)]).toEqual([422, [field]]);
  });

  it.each(ROUTES)(
    '$method $path opens to a key for reading only if programs may read it',
    async (route) => {
      const { method, path, resource } = route;
      const open = isReadable(method, path);
      const [first] = open && path.includes('{id}') ? await test.json(`/api/${resource}`) : [];
      const target = path.replace('{id}', first?.id ?? 'customer');
      const init = {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method !== 'GET' && method !== 'DELETE' && { body: '{}' }),
      };
      // The cookie of an admin beside it adds nothing.
      for (const role of [null, 'admin'] as const) {
        const response = await ask(reader, target, init, role);
        expect(response.status).toBe(open ? 200 : 403);
        if (!open) expect((await response.json()).message).toContain('API key');
      }
    },
  );

  it.each([
    '/api/link-page-preview',
    '/api/sign-in-options',
    '/api/auth/get-session',
    '/api/nothing',
  ])('don’t open %s', async (path) => {
    expect(await statusOf(reader, path)).toBe(403);
  });

  it('read the description of the API', async () => {
    expect(await statusOf(reader, '/api/openapi.json')).toBe(200);
  });

  it('see no link with which one could connect in a customer’s place', async () => {
    const paths = ['customers', 'customers/customer', 'events', 'emails', 'journeys', 'attempts'];
    const texts = await Promise.all(
      paths.map(async (path) => (await ask(reader, `/api/${path}`)).text()),
    );
    for (const text of texts) expect(text).not.toMatch(/\/l\/|codat\.io/);
    expect(JSON.parse(texts[1] ?? '')).toMatchObject({ id: 'customer', linkUrl: null });
    const filter = encodeURIComponent('{"linkUrl_neq":null}');
    expect(await (await ask(reader, `/api/customers?filter=${filter}`)).json()).toEqual([]);
    expect((await test.json('/api/customers/customer', 'agent')).linkUrl).toContain('codat.io');
  });

  it('are needed in the header: cookies beside a wrong one count for nothing', async () => {
    for (const wrong of ['', 'wrong', `${reader}0`, reader.toUpperCase(), reader.slice(0, -1)]) {
      const response = await ask(wrong, '/api/customers', {}, 'admin');
      expect([response.status, (await response.json()).message]).toEqual([401, MISSING]);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it.each(['key', 'api_key', 'access_token'])('in the address as %s are refused', async (name) => {
    const response = await test.request(`/api/customers?${name}=${reader}`, {}, null);
    expect([response.status, (await response.json()).message]).toEqual([
      401,
      'Send the API key as “Authorization: Bearer …”. Addresses end up in logs: replace this key.',
    ]);
  });

  it('work from any origin, as no browser sends them by itself', async () => {
    const headers = { origin: 'https://crm.example', 'sec-fetch-site': 'cross-site' };
    const response = await ask(reader, '/api/customers', { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const writing = await ask(reader, '/api/notes', { method: 'POST', headers });
    expect([writing.status, (await writing.json()).message]).toEqual([
      403,
      'API keys can only read.',
    ]);
  });

  it('do only what their scope says', async () => {
    const { key: forwarder } = await create({ scopes: ['link-events'] });
    const { key: both } = await create({ scopes: ['link-events', 'read', 'read'] });
    expect([await statusOf(reader), (await forward(reader)).status]).toEqual([200, 403]);
    expect([await statusOf(forwarder), (await forward(forwarder)).status]).toEqual([403, 202]);
    expect([await statusOf(both), (await forward(both)).status]).toEqual([200, 202]);
    expect([await statusOf(LINK_EVENTS_KEY), (await forward(LINK_EVENTS_KEY)).status]).toEqual([
      401, 202,
    ]);
    expect((await (await forward(reader)).json()).message).toContain('link-events');
  });

  it('note their last use, at most once a minute', async () => {
    const { id, key } = await create();
    const first = test.clock.now;
    await statusOf(key);
    later(1 / 120);
    await statusOf(key);
    expect(await lastUse(id)).toBe(first);
    later(1 / 60);
    await statusOf(key);
    expect(await lastUse(id)).toBe(test.clock.now);
  });

  it('expire', async () => {
    const { key, id } = await create({ expiresAt: addHours(test.clock.now, 1) });
    expect(await statusOf(key)).toBe(200);
    later(1);
    const response = await ask(key);
    expect([response.status, (await response.json()).message]).toEqual([
      401,
      'This API key has expired. Ask an admin for a new one.',
    ]);
    expect(await rotate(id)).toMatchObject({ status: 409 });
  });

  it('stop at once when they are revoked', async () => {
    const { key, id } = await create();
    expect(await statusOf(key)).toBe(200);
    expect((await test.request(`/api/api-keys/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect(await statusOf(key)).toBe(401);
  });

  it('rotate: the new one works at once, and the old one until the overlap ends', async () => {
    const old = await create({ expiresAt: addHours(test.clock.now, 90 * DAY) });
    later(80 * DAY);
    const made = await rotate(old.id, { overlapHours: 48 });
    expect(made).toMatchObject({
      ...{ status: 201, name: 'Program', scopes: ['read'], replacedById: null },
      expiresAt: addHours(test.clock.now, 90 * DAY),
    });
    expect(await test.json(`/api/api-keys/${old.id}`)).toMatchObject({
      replacedById: made.id,
      expiresAt: addHours(test.clock.now, 48),
    });
    expect(await rotate(old.id)).toMatchObject({
      status: 409,
      message: 'This key has already been replaced.',
    });
    later(47);
    expect([await statusOf(old.key), await statusOf(made.key)]).toEqual([200, 200]);
    later(1);
    expect([await statusOf(old.key), await statusOf(made.key)]).toEqual([401, 200]);
  });

  it('rotate with an overlap of a day unless told otherwise, which never makes the old one last longer', async () => {
    const lasting = await create();
    expect(await rotate(lasting.id)).toMatchObject({ status: 201, expiresAt: null });
    const expiryOf = async (id: string) => (await test.json(`/api/api-keys/${id}`)).expiresAt;
    expect(await expiryOf(lasting.id)).toBe(addHours(test.clock.now, DAY));
    const short = await create({ expiresAt: addHours(test.clock.now, 1) });
    await rotate(short.id, { overlapHours: 720 });
    expect(await expiryOf(short.id)).toBe(short.expiresAt);
    const leaked = await create();
    await rotate(leaked.id, { overlapHours: 0 });
    expect(await statusOf(leaked.key)).toBe(401);
    for (const overlapHours of [-1, 721, '1'])
      expect(await rotate(lasting.id, { overlapHours })).toMatchObject({ status: 422 });
  });

  it('rotate once when two admins rotate at the same time', async () => {
    const { id } = await create();
    const statuses = (await Promise.all([rotate(id), rotate(id)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409]);
  });

  it('may ask 600 times a minute, each for itself', async () => {
    const [{ key }, { key: other }] = [await create(), await create()];
    // Refused, which counts as well and is quick.
    const path = '/api/links';
    for (let asked = 0; asked < 600; asked++) expect(await statusOf(key, path)).toBe(403);
    const response = await ask(key, path);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await response.json()).message).toContain('with this API key');
    expect(await statusOf(other)).toBe(200);
    later(1 / 60);
    expect(await statusOf(key)).toBe(200);
  });

  it('can be guessed a hundred times a minute from one address', async () => {
    const headers = { 'x-address': '203.0.113.7' };
    const guess = async (key: string) => (await ask(key, '/api/customers', { headers })).status;
    for (let guessed = 0; guessed < 100; guessed++)
      expect(await guess(`unstuck_${guessed}`)).toBe(401);
    expect(await guess('unstuck_')).toBe(429);
    expect(await guess(reader)).toBe(200);
  });
});
