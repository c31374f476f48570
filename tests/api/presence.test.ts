import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../src/common/permissions.ts';
import {
  activity,
  customers,
  presence,
  workspaceSettings,
} from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { EMBEDDED, NOW, openOn, type TestApi } from '../support/api.ts';
import { cookieFor } from '../support/people.ts';
import { addTestPerson } from '../support/person.ts';
import { followFromNow } from '../support/stream.ts';
import { customerRow } from './customer-rows.ts';

const SECOND = 1 / 3600;
const HERE = { resources: ['presence'], customerId: 'a' };

// On one database, as its queries are simple.
describe('presence', () => {
  let test: TestApi;
  let tab: string;

  beforeAll(async () => {
    test = await openOn(EMBEDDED, 'presence');
    await test.database
      .insert(customers)
      .values(
        ['a', 'b'].map((id) => customerRow({ id, accountManagerId: test.personId('admin') })),
      );
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });
  beforeEach(async () => {
    test.clock.now = NOW;
    tab = crypto.randomUUID();
    await test.database.delete(presence);
    await limitManagers(false);
  });

  /** Whether account managers see only their own customers. Without an announcement. */
  const limitManagers = (managersSeeOwn: boolean) =>
    test.database.update(workspaceSettings).set({ managersSeeOwn });

  const say = async (customerId: string, kind = 'viewing', role: Role = 'agent') =>
    (await test.send('PUT', `/api/presence/${tab}`, { customerId, kind }, role)).status;

  const leave = async (customerId: string, role: Role = 'agent') => {
    const path = `/api/presence/${tab}?customerId=${customerId}`;
    return (await test.request(path, { method: 'DELETE' }, role)).status;
  };

  /** Who is where, as someone sees it. */
  const seenBy = async (role: Role) => {
    const rows: { customerId: string; kind: string }[] = await test.json('/api/presence', role);
    return rows.map(({ customerId, kind }) => `${kind} ${customerId}`);
  };

  it('says who looks at and works on which customer, but nothing of sessions', async () => {
    expect(await say('a')).toBe(204);
    expect(await test.json('/api/presence', 'manager')).toEqual([
      { id: tab, customerId: 'a', userId: test.personId('agent'), kind: 'viewing', seenAt: NOW },
    ]);
    await say('a', 'working');
    expect(await seenBy('admin')).toEqual(['working a']);
    await say('b');
    expect(await seenBy('admin')).toEqual(['viewing b']);
    const filter = { customerId: ['b'], userId_neq: test.personId('agent') };
    expect(await (await test.list('presence', { filter }, 'agent')).json()).toEqual([]);
  });

  it('ends when the tab leaves the customer, but not once it shows another', async () => {
    await say('a');
    expect(await leave('b')).toBe(204);
    expect(await seenBy('admin')).toEqual(['viewing a']);
    await say('b');
    await leave('a');
    expect(await seenBy('admin')).toEqual(['viewing b']);
    await leave('b');
    expect(await seenBy('admin')).toEqual([]);
    expect(await leave('b')).toBe(204);
  });

  it('belongs to the person, though others know the tab’s id', async () => {
    await say('a', 'working');
    expect(await say('b', 'viewing', 'manager')).toBe(204);
    await leave('a', 'manager');
    expect(await seenBy('admin')).toEqual(['working a']);
  });

  it('is announced when somebody comes, does something else or goes, not while they stay', async () => {
    const stream = await followFromNow(test, 'manager');
    await say('a');
    expect(await stream.next()).toEqual(HERE);
    await say('a');
    await say('a', 'working');
    expect(await stream.next()).toEqual(HERE);
    await say('a', 'working');
    await leave('a');
    expect(await stream.next()).toEqual(HERE);
    await leave('a');
    await say('b');
    expect(await stream.next()).toEqual({ ...HERE, customerId: 'b' });
    await stream.leave();
  });

  it('lapses after a little more than a minute of silence, which the next tab that speaks announces', async () => {
    await say('a');
    test.clock.now = addHours(NOW, 74 * SECOND);
    expect(await seenBy('admin')).toEqual(['viewing a']);
    test.clock.now = addHours(NOW, 75 * SECOND);
    expect(await seenBy('admin')).toEqual([]);
    tab = crypto.randomUUID();
    const stream = await followFromNow(test, 'manager');
    await say('b');
    const told = [await stream.next(), await stream.next()];
    expect(told).toContainEqual({ ...HERE, customerId: 'a' });
    expect(told).toContainEqual({ ...HERE, customerId: 'b' });
    expect(await test.database.$count(presence)).toBe(1);
    await stream.leave();
  });

  it.each([
    ['they sign out', 'POST', () => '/api/auth/sign-out', {}],
    ['they are deactivated', 'PUT', (id: string) => `/api/users/${id}`, { active: false }],
  ])('ends and is announced when %s', async (_, method, pathOf, body) => {
    const { id } = await addTestPerson(test);
    const cookie = await cookieFor(test.ports.auth, id);
    const headers = { cookie, 'content-type': 'application/json' };
    const own = (verb: string, path: string, content: object) =>
      test.request(path, { method: verb, headers, body: JSON.stringify(content) }, null);
    await own('PUT', `/api/presence/${tab}`, { customerId: 'a', kind: 'working' });
    expect(await seenBy('manager')).toEqual(['working a']);
    const stream = await followFromNow(test, 'manager');
    const ended =
      method === 'POST' ? own(method, pathOf(id), body) : test.send(method, pathOf(id), body);
    expect((await ended).status).toBe(200);
    expect((await stream.next()).resources).toContain('presence');
    expect(await seenBy('manager')).toEqual([]);
    await stream.leave();
  });

  it('concerns only customers that the person may see', async () => {
    await limitManagers(true);
    expect(await say('a', 'viewing', 'manager')).toBe(422);
    expect(await say('nobody')).toBe(422);
    await say('a');
    expect(await seenBy('manager')).toEqual([]);
    expect(await seenBy('admin')).toEqual(['viewing a']);
  });

  it('leaves nothing in the activity log', async () => {
    const before = await test.database.$count(activity);
    await say('a', 'working');
    await leave('a');
    expect(await test.database.$count(activity)).toBe(before);
  });

  it('is refused without a tab’s id, a kind or a customer', async () => {
    expect(await say('a', 'sleeping')).toBe(422);
    const path = `/api/presence/${tab}`;
    expect((await test.request(path, { method: 'DELETE' }, 'agent')).status).toBe(400);
    const body = { customerId: 'a', kind: 'viewing' };
    expect((await test.send('PUT', '/api/presence/mine', body, 'agent')).status).toBe(400);
  });
});
