import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/common/permissions.ts';
import { syncs } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { NOW, openOn, POSTGRESQL, type TestApi } from '../support/api.ts';
import { ROUTES, type Route } from './permission-table.ts';
import {
  BY_SOFTWARE,
  CUSTOMERS,
  listed,
  SHOWS,
  setVisibility,
  WHOSE,
  type Whose,
} from './portfolio-table.ts';
import { createValidRequests, type ValidRequests } from './valid-requests.ts';

/** The settings, and whose customers account managers see with them. Everybody else sees all. */
const SETTINGS = [
  { name: 'off', own: false, unassigned: 'all', seen: ['own', 'other', 'none'] },
  { name: 'on', own: true, unassigned: 'all', seen: ['own', 'none'] },
  {
    name: 'on, unassigned customers for agents',
    own: true,
    unassigned: 'agents',
    seen: ['own'],
  },
] as const satisfies { name: string; seen: Whose[]; [key: string]: unknown }[];

/** Routes whose tests are in files of their own. */
const APART = ['/api/stream', '/api/next-case'];
/** Asks for the count of customers with the software. */
const queryOf = ({ path }: Route, key: string): string =>
  path.endsWith('/counts') ? `?filters=${JSON.stringify([{ software: key }])}` : '';

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

// On one database, as the queries are tested on both by their attacks and numbers.
describe('portfolios', () => {
  let test: TestApi;
  let requests: ValidRequests;
  /** An import by each role that names all customers. */
  const imports = new Map<Role, string>();

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'portfolios');
    test.clock.now = addHours(NOW, 4);
    requests = createValidRequests(test);
    for (const whose of WHOSE) await requests.prepare(CUSTOMERS[whose].id, CUSTOMERS[whose]);
    const assign = (whose: Whose, role: Role) =>
      test.send('PUT', `/api/customers/${CUSTOMERS[whose].id}`, {
        accountManagerId: test.personId(role),
      });
    for (const { id, key } of Object.values(CUSTOMERS))
      await test.send('PUT', `/api/customers/${id}`, { labels: [key] });
    await assign('own', 'manager');
    await assign('other', 'admin');
    const lines = WHOSE.map((whose) => `${CUSTOMERS[whose].id},Bo ${whose}\n`).join('');
    for (const role of ROLES) {
      const uploaded = await test.upload('contact-imports', `Customer id,Name\n${lines}`, role);
      imports.set(role, (await uploaded.json()).id);
    }
    await requests.post('/api/syncs', { kind: 'full' });
    await test.database.update(syncs).set({ state: 'done' });
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  /** Asks for a list in every way that could show a customer, and returns whether any does. */
  const isListed = async ({ resource }: Route, role: Role, whose: Whose): Promise<boolean> => {
    const { id } = CUSTOMERS[whose];
    const field = resource === 'customers' ? 'id' : 'customerId';
    const own = resource === 'contact-import-lines' && { importId: imports.get(role) };
    const all = await listed(
      await test.list(resource, { range: [0, 999], filter: { ...own } }, role),
    );
    expect(all.rows).toHaveLength(Math.min(all.total, 1000));
    const filtered = await listed(
      await test.list(resource, { range: [0, 999], filter: { ...own, [field]: id } }, role),
    );
    expect(filtered.total > 0).toBe(all.ids.has(id));
    return all.ids.has(id);
  };

  /** Whether the person sees the customer by this route: the status, or true or false by what the answer holds. */
  const seenBy = async (route: Route, role: Role, whose: Whose): Promise<number | boolean> => {
    const { id, key } = CUSTOMERS[whose];
    const shows = SHOWS[nameOf(route)];
    if (route.statuses[role] === 403) return (await requests.ask(route, role, id)).status;
    if (shows === 'list') return isListed(route, role, whose);
    if (shows === 'csv')
      return (await (await test.request(route.path, {}, role)).text()).includes(`Company ${id}`);
    if (typeof shows !== 'function') {
      const isLine = route.path === '/api/contact-import-lines/{id}';
      // Line 2 is that of the first customer.
      const line = `${imports.get(role)}:${WHOSE.indexOf(whose) + 2}`;
      const response = isLine
        ? await test.request(`/api/contact-import-lines/${line}`, {}, role)
        : await requests.ask(route, role, id);
      await response.body?.cancel();
      return response.status;
    }
    const isOfSoftware = BY_SOFTWARE.includes(route.path.split('/').at(-1) ?? '');
    const query = isOfSoftware ? `?software=${key}` : queryOf(route, key);
    const answer =
      route.method === 'GET'
        ? await test.json(route.path + query, role)
        : await (await requests.ask(route, role, id)).json();
    // Cast because each function takes the answer of its route.
    return (shows as (answer: unknown, key: string) => boolean)(answer, key);
  };

  /** What the table says: `visible` is whether the setting lets the person see the customer. */
  const expected = (route: Route, role: Role, visible: boolean): number | boolean => {
    const status = route.statuses[role];
    const shows = SHOWS[nameOf(route)];
    if (status === 403 || shows === 'nobody' || shows === 'import') return status;
    if (shows === 'record') return visible ? status : 404;
    if (shows === 'body') return visible ? status : 422;
    return visible;
  };

  it('has an entry for every route of the API, so that a new one says whose customers it shows', async () => {
    const { paths } = await test.json('/api/openapi.json');
    const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(SHOWS).sort()).toEqual(described.sort());
  });

  const asked = ROUTES.filter(({ path }) => !APART.includes(path));

  it.each(asked)('$method $path shows each role whose customers it may see', async (route) => {
    // However recently something was done for a customer: they are stuck again.
    if (route.resource === 'metrics') test.clock.now = addHours(test.clock.now, 48);
    const shown = SHOWS[nameOf(route)] === 'nobody' ? (['none'] as const) : WHOSE;
    for (const { name, own, unassigned, seen } of SETTINGS) {
      await setVisibility(test, own, unassigned);
      // Nobody but managers is concerned, so that one setting does for the others.
      for (const role of ROLES.filter((one) => one === 'manager' || unassigned === 'agents'))
        for (const whose of shown) {
          const cell = `${role}, ${whose}, ${name}`;
          const visible = role !== 'manager' || seen.some((one) => one === whose);
          expect({ [cell]: await seenBy(route, role, whose) }).toEqual({
            [cell]: expected(route, role, visible),
          });
        }
    }
  });
});
