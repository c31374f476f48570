import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACTIONS,
  type Action,
  may,
  RESOURCES,
  ROLES,
  type Role,
} from '../../src/common/permissions.ts';
import { syncs } from '../../src/database/schema/index.ts';
import { ORIGIN, openOn, PASSWORD, POSTGRESQL, type TestApi } from '../support/api.ts';
import { cookieFor } from '../support/people.ts';
import { strangerAt } from '../support/person.ts';
import { cookieOf } from '../support/sign-in.ts';
import { MISSING_VERBS, ROUTES } from './permission-table.ts';
import { createValidRequests, type ValidRequests } from './valid-requests.ts';

const NOTE = { customerId: 'customer', text: 'Called' };

/** Routes without a resource: for pages and programs that read the description. Those for sign-in are better-auth’s. */
const OUTSIDE_OPENAPI = [
  '/api/link-page-preview',
  '/api/openapi.json',
  '/api/password-resets',
  '/api/sign-in-options',
];

const ROUTE_OF: Record<Action, (resource: string) => string> = {
  list: (resource) => `GET ${resource}`,
  show: (resource) => `GET ${resource}/{id}`,
  create: (resource) => `POST ${resource}`,
  edit: (resource) => `PUT ${resource}/{id}`,
  delete: (resource) => `DELETE ${resource}/{id}`,
  close: (resource) => `POST ${resource}/{id}/close`,
  reopen: (resource) => `POST ${resource}/{id}/reopen`,
  correct: (resource) => `POST ${resource}/{id}/correct`,
  process: (resource) => `POST ${resource}/{id}/process`,
  restore: (resource) => `PUT ${resource}/{id}`,
  export: (resource) => `POST ${resource}/{id}/export`,
  erase: (resource) => `POST ${resource}/{id}/erasure`,
  rotate: (resource) => `POST ${resource}/{id}/rotate`,
};

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
  [{ referer: `${ORIGIN}/settings` }, 200],
  [{ 'sec-fetch-site': 'same-origin', origin: ORIGIN, referer: `${ORIGIN}/` }, 200],
  [{ referer: 'https://evil.example/page' }, 403],
  [{ referer: `${ORIGIN}.evil.example/` }, 403],
  [{ referer: 'no address' }, 403],
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 403],
  [{ 'sec-fetch-site': 'none', referer: 'https://evil.example/' }, 403],
];

describe('permissions', () => {
  let test: TestApi;
  let requests: ValidRequests;

  /** Creates and signs in a new user. */
  const newPerson = async (role: Role) => {
    const body = requests.newUser(role);
    const { id } = await (await test.send('POST', '/api/users', body)).json();
    const { email, password } = body;
    const cookie = cookieOf(await strangerAt(test).signIn({ email, password }));
    const ask = (path: string, method = 'GET') =>
      test.request(path, { method, headers: { cookie } }, null);
    return { id, ask, path: `/api/users/${id}` };
  };

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'permissions');
    requests = createValidRequests(test);
    await requests.prepare('customer');
    await requests.post('/api/syncs', { kind: 'full' });
    await test.database.update(syncs).set({ state: 'done' });
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each(ROUTES)(
    '$method $path answers agents $statuses.agent, managers $statuses.manager, admins $statuses.admin',
    async (route) => {
      for (const role of ROLES) {
        const response = await requests.ask(route, role, 'customer');
        expect({ [role]: response.status }).toEqual({ [role]: route.statuses[role] });
        if (response.status === 403) {
          expect(response.headers.get('content-type')).toBe('application/problem+json');
          expect(response.headers.getSetCookie()).toEqual([]);
          expect((await response.json()).message).toContain(`Your role (${role}) can’t`);
        } else await response.body?.cancel();
        const session = await test.json('/api/auth/get-session', role);
        expect(session.user.id).toBe(test.personId(role));
      }
    },
  );

  it.each(ROUTES.filter(({ statuses }) => Object.values(statuses).includes(403)))(
    '$method $path refuses a role before it looks at what was sent',
    async ({ method, path, statuses }) => {
      const query = method === 'GET' ? '?range=x&filter=x&sort=x' : '?fileName=';
      const target = `${path.replace('{id}', 'nobody')}${query}`;
      const bodies = method === 'GET' ? [null] : ['{', '[]', '{"unknown":1}', 'x'.repeat(2 ** 21)];
      const headers = { 'content-type': 'application/json' };
      for (const role of ROLES.filter((one) => statuses[one] === 403))
        for (const body of bodies) {
          const response = await test.request(target, { method, body, headers }, role);
          expect([role, body?.slice(0, 20), response.status]).toEqual([
            role,
            body?.slice(0, 20),
            403,
          ]);
        }
    },
  );

  it.each(MISSING_VERBS)('$method $path does not exist for any role', async (route) => {
    const { resource, method } = route;
    const [{ id }] = await test.json(`/api/${resource}`);
    for (const role of ROLES) {
      const path = route.path.replace('{id}', id);
      const response = await test.send(method, path, {}, role);
      expect({ [role]: response.status }).toEqual({ [role]: 405 });
    }
  });

  it('OpenAPI and the table have the same routes', async () => {
    const { paths } = await test.json('/api/openapi.json');
    const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(ROUTES.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(described.sort());
  });

  it('OpenAPI describes every route of people with a role', async () => {
    const { paths } = await test.json('/api/openapi.json');
    const undescribed = test.api.routes
      .filter(
        ({ path, method }) =>
          path.startsWith('/api/') && !path.startsWith('/api/auth/') && method !== 'ALL',
      )
      .map(({ path }) => path.replace(':id', '{id}'))
      .filter((path) => !(path in paths));
    expect([...new Set(undescribed)].sort()).toEqual(OUTSIDE_OPENAPI);
  });

  it('every action of a role has a route', () => {
    const routes = new Set(ROUTES.map(({ method, path }) => `${method} ${path}`));
    const allowed = RESOURCES.filter((resource) => resource !== 'metrics').flatMap((resource) =>
      ACTIONS.filter((action) => ROLES.some((role) => may(role, action, resource))).map((action) =>
        ROUTE_OF[action](`/api/${resource}`),
      ),
    );
    expect(allowed.filter((route) => !routes.has(route))).toEqual([]);
  });

  it('let only its author or an administrator change a note', async () => {
    const path = `/api/notes/${(await requests.post('/api/notes', NOTE, 'agent')).id}`;
    expect((await test.send('PUT', path, { text: 'Changed' }, 'manager')).status).toBe(403);
    expect((await test.request(path, { method: 'DELETE' }, 'manager')).status).toBe(403);
    expect(await test.json(path)).toMatchObject({ text: 'Called' });
    expect((await test.send('PUT', path, { text: 'Changed' }, 'admin')).status).toBe(200);
    expect((await test.request(path, { method: 'DELETE' }, 'agent')).status).toBe(200);
  });

  it.each([
    ...ROUTES,
    ...['openapi.json', 'link-page-preview', 'nothing'].map((name) => ({
      ...{ method: 'GET', path: `/api/${name}` },
    })),
  ])('$method $path without a session is answered 401', async ({ method, path }) => {
    for (const cookie of ['', 'better-auth.session_token=forged.c2lnbmF0dXJl']) {
      const headers = { cookie, 'content-type': 'application/json' };
      const response = await test.request(path, { method, headers }, null);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ title: 'Unauthorized', status: 401 });
    }
  });

  it.each(ROUTES.filter(({ method, resource }) => method !== 'GET' && resource !== 'link-events'))(
    '$method $path from another site is answered 403',
    async ({ method, path }) => {
      const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
      const response = await test.send(method, path, {}, 'admin', headers);
      expect(response.status).toBe(403);
      expect((await response.json()).message).toContain(`Open Unstuck at ${ORIGIN}`);
    },
  );

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
    const person = await newPerson('admin');
    expect((await person.ask('/api/deliveries')).status).toBe(200);
    expect((await test.send('PUT', person.path, { role: 'manager' })).status).toBe(200);
    expect((await person.ask('/api/deliveries')).status).toBe(401);
    const cookie = await cookieFor(test.ports.auth, person.id);
    const again = await test.request('/api/deliveries', { headers: { cookie } }, null);
    expect(again.status).toBe(403);
  });

  it('let no one sign up or change their own role', async () => {
    const before = await test.json('/api/users');
    const signUp = await test.send('POST', '/api/auth/sign-up/email', requests.newUser('agent'));
    expect(signUp.status).toBe(404);
    const promotion = await test.send('POST', '/api/auth/update-user', { role: 'admin' }, 'agent');
    expect(promotion.status).toBe(422);
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
