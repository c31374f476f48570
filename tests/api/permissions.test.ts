import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/common/permissions.ts';
import { DRIVERS, ORIGIN, openOn, PASSWORD, type TestApi } from '../support/api.ts';
import { company, connection, webhookBody } from '../support/payloads.ts';
import { cookieOf } from '../support/sign-in.ts';

const ROLES: Role[] = ['agent', 'manager', 'admin'];

const READ = [200, 200, 405, 405, 405];
const WRITE = [200, 200, 201, 200, 405];

/** The status of each role’s responses to list, show, create, edit and delete. */
const STATUSES: [resource: string, role: Role, statuses: number[]][] = (
  [
    ['customers', WRITE, WRITE, WRITE],
    ['journeys', READ, READ, READ],
    ['attempts', READ, READ, READ],
    ['events', READ, READ, READ],
    ['activity', READ, READ, READ],
    ['notes', [200, 200, 201, 200, 200], [200, 200, 201, 200, 200], [200, 200, 201, 200, 200]],
    ['emails', WRITE, WRITE, WRITE],
    [
      'email-templates',
      [200, 200, 405, 403, 405],
      [200, 200, 405, 403, 405],
      [200, 200, 405, 200, 405],
    ],
    ['software', [200, 200, 405, 403, 405], [200, 200, 405, 403, 405], [200, 200, 405, 200, 405]],
    [
      'stuck-rules',
      [200, 200, 405, 403, 405],
      [200, 200, 405, 403, 405],
      [200, 200, 405, 200, 405],
    ],
    ['users', [200, 200, 403, 403, 403], [200, 200, 403, 403, 403], [200, 200, 201, 200, 200]],
    [
      'codat-settings',
      [403, 403, 405, 403, 405],
      [403, 403, 405, 403, 405],
      [200, 200, 405, 200, 405],
    ],
    [
      'contact-imports',
      [200, 200, 201, 200, 405],
      [200, 200, 201, 200, 405],
      [200, 200, 201, 200, 405],
    ],
    ['contact-import-lines', READ, READ, READ],
    ['links', [200, 200, 201, 200, 405], [200, 200, 201, 200, 405], [200, 200, 201, 200, 405]],
    [
      'workspace-settings',
      [200, 200, 405, 403, 405],
      [200, 200, 405, 403, 405],
      [200, 200, 405, 200, 405],
    ],
    ['deliveries', [403, 403, 405, 405, 405], [403, 403, 405, 405, 405], READ],
  ] as const
).flatMap(([resource, ...statuses]) =>
  ROLES.map((role, index): [string, Role, number[]] => [
    resource,
    role,
    [...(statuses[index] ?? [])],
  ]),
);

const METRICS = ['overview', 'funnel', 'software', 'weekly'].map((name) => `metrics/${name}`);

const FILE = 'Customer id,Name\ncustomer,Bo\n';
const NOTE = { customerId: 'customer', text: 'Called' };
const EMAIL = { customerId: 'customer', template: 'guide', to: 'ada@acme.example', force: true };

/** Headers by which browsers state a request’s origin, and the status of a change with them. */
const SITES: [headers: Record<string, string>, status: number][] = [
  [{}, 200],
  [{ 'sec-fetch-site': 'same-origin', origin: ORIGIN }, 200],
  [{ 'sec-fetch-site': 'none' }, 200],
  [{ origin: ORIGIN }, 200],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://other.unstuck.test' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: `${ORIGIN}.evil.example` }, 403],
  [{ origin: 'null' }, 403],
];

describe.each(DRIVERS)('permissions on $name', (driver) => {
  let test: TestApi;
  let people = 0;

  const newUser = (role: Role) => {
    people += 1;
    return { name: 'New', email: `new-${people}@acme.example`, role, password: PASSWORD };
  };

  const post = (resource: string, role: Role) =>
    resource === 'contact-imports'
      ? test.upload(resource, FILE, role)
      : test.send('POST', `/api/${resource}`, bodyFor(resource), role);

  const bodyFor = (resource: string): object => {
    if (resource === 'notes') return NOTE;
    if (resource === 'customers') return { name: 'New customer' };
    if (resource === 'links') return { customerId: 'customer' };
    if (resource === 'emails') return EMAIL;
    return resource === 'users' ? newUser('agent') : {};
  };

  /** Finds a record to try things on: the role’s own note, or a new user. */
  const record = async (resource: string, role: Role): Promise<string> => {
    if (!['notes', 'users'].includes(resource)) return (await test.json(`/api/${resource}`))[0].id;
    const maker = resource === 'notes' ? role : 'admin';
    const made = await test.send('POST', `/api/${resource}`, bodyFor(resource), maker);
    return (await made.json()).id;
  };

  /** Creates and signs in a new user. */
  const newPerson = async (role: Role) => {
    const body = newUser(role);
    const { id } = await (await test.send('POST', '/api/users', body)).json();
    const { email, password } = body;
    const signIn = { email, password };
    const cookie = cookieOf(await test.send('POST', '/api/auth/sign-in/email', signIn));
    const ask = (path: string, method = 'GET') =>
      test.request(path, { method, headers: { cookie } }, null);
    return { ask, path: `/api/users/${id}` };
  };

  beforeAll(async () => {
    test = await openOn(driver, 'permissions');
    const body = { eventType: 'company.created', payload: company('customer') };
    await test.deliver('created', webhookBody(body));
    const selected = { eventType: 'connection.created', payload: connection('customer') };
    await test.deliver('selected', webhookBody(selected));
    await test.upload('contact-imports', FILE);
    await test.send('POST', '/api/links', { customerId: 'customer' });
    await test.send('POST', '/api/emails', EMAIL);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each(STATUSES)('%s to the role %s: %j', async (resource, role, statuses) => {
    const [list, one] = [`/api/${resource}`, `/api/${resource}/${await record(resource, role)}`];
    const responses = [
      await test.request(list, {}, role),
      await test.request(one, {}, role),
      await post(resource, role),
      await test.send('PUT', one, {}, role),
      await test.request(one, { method: 'DELETE' }, role),
    ];
    expect(responses.map(({ status }) => status)).toEqual(statuses);
    for (const refused of responses.filter(({ status }) => status === 403)) {
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
      expect(refused.headers.getSetCookie()).toEqual([]);
      expect((await refused.json()).message).toContain(`Your role (${role}) can’t`);
    }
    const session = await test.json('/api/auth/get-session', role);
    expect(session.user.id).toBe(test.personId(role));
  });

  it('let only its author or an administrator change a note', async () => {
    const path = `/api/notes/${await record('notes', 'agent')}`;
    expect((await test.send('PUT', path, { text: 'Changed' }, 'manager')).status).toBe(403);
    expect((await test.request(path, { method: 'DELETE' }, 'manager')).status).toBe(403);
    expect(await test.json(path)).toMatchObject({ text: 'Called' });
    expect((await test.send('PUT', path, { text: 'Changed' }, 'admin')).status).toBe(200);
    expect((await test.request(path, { method: 'DELETE' }, 'agent')).status).toBe(200);
  });

  it.each([
    ...new Set(STATUSES.map(([resource]) => resource)),
    ...['openapi.json', 'link-page-preview', 'nothing'],
    ...METRICS,
  ])('answer 401 to requests for %s without a session', async (name) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
      for (const path of [`/api/${name}`, `/api/${name}/customer`])
        for (const cookie of ['', 'better-auth.session_token=forged.c2lnbmF0dXJl']) {
          const init = { method, headers: { cookie, 'content-type': 'application/json' } };
          const response = await test.request(path, init, null);
          expect(response.status).toBe(401);
          expect(await response.json()).toMatchObject({ title: 'Unauthorized', status: 401 });
        }
  });

  it.each(['journeys/customer:0/close', 'journeys/customer:0/reopen', 'attempts/a/correct'])(
    'reject POST %s without a session or from another site',
    async (action) => {
      const path = `/api/${action}`;
      expect((await test.request(path, { method: 'POST' }, null)).status).toBe(401);
      const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
      expect((await test.send('POST', path, {}, 'admin', headers)).status).toBe(403);
      for (const role of ROLES)
        expect([404, 409, 422]).toContain((await test.send('POST', path, {}, role)).status);
    },
  );

  it.each(METRICS)('let every role read %s and no one write them', async (name) => {
    for (const role of ROLES) {
      expect((await test.request(`/api/${name}`, {}, role)).status).toBe(200);
      expect((await test.send('POST', `/api/${name}`, {}, role)).status).toBe(404);
    }
  });

  it('end a session when the user signs out or is removed', async () => {
    const leaving = await newPerson('agent');
    expect((await leaving.ask('/api/customers')).status).toBe(200);
    expect((await leaving.ask('/api/auth/sign-out', 'POST')).status).toBe(200);
    expect((await leaving.ask('/api/customers')).status).toBe(401);
    const removed = await newPerson('agent');
    expect((await removed.ask('/api/customers')).status).toBe(200);
    await test.request(removed.path, { method: 'DELETE' });
    expect((await removed.ask('/api/customers')).status).toBe(401);
  });

  it('apply a change of role immediately', async () => {
    const person = await newPerson('agent');
    for (const [role, status] of [['admin', 200] as const, ['manager', 403] as const]) {
      expect((await test.send('PUT', person.path, { role })).status).toBe(200);
      expect((await person.ask('/api/deliveries')).status).toBe(status);
    }
  });

  it('let no one sign up or change their own role', async () => {
    const before = await test.json('/api/users');
    expect((await test.send('POST', '/api/auth/sign-up/email', newUser('agent'))).status).toBe(400);
    const promotion = await test.send('POST', '/api/auth/update-user', { role: 'admin' }, 'agent');
    expect(promotion.status).toBe(400);
    expect(await test.json('/api/users')).toEqual(before);
  });

  it.each(SITES)(
    'answer a change with the headers %j with %i, and allow reading',
    async (headers, status) => {
      const change = await test.send('PUT', '/api/customers/customer', {}, 'agent', headers);
      expect(change.status).toBe(status);
      const note = await test.send('POST', '/api/notes', NOTE, 'agent', headers);
      expect(note.status).toBe(status === 200 ? 201 : status);
      expect((await test.request('/api/customers', { headers }, 'agent')).status).toBe(200);
    },
  );

  it('reject a sign-in from another site', async () => {
    const body = { email: 'agent@acme.example', password: PASSWORD };
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const response = await test.send('POST', '/api/auth/sign-in/email', body, 'agent', headers);
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});
