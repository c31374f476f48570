import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/common/permissions.ts';
import {
  activity,
  customers,
  presence,
  skips,
  workspaceSettings,
} from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { followFromNow } from '../support/stream.ts';
import { customerRow } from './customer-rows.ts';

const SECOND = 1 / 3600;

type Fields = Parameters<typeof customerRow>[0];

/** A customer who got stuck a number of hours ago. */
const stuck = (id: string, hours: number, fields: Partial<Fields> = {}) =>
  customerRow({
    ...{ id, priority: 'medium', stuckReason: 'not_initiated' },
    stuckAt: addHours(NOW, -hours),
    ...fields,
  });

describe.each(DRIVERS)('the next case on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'next_case');
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });
  beforeEach(async () => {
    test.clock.now = NOW;
    for (const table of [customers, presence, skips]) await test.database.delete(table);
    await limitManagers(false);
  });

  /** Whether account managers see only their own customers. Without an announcement. */
  const limitManagers = (managersSeeOwn: boolean) =>
    test.database.update(workspaceSettings).set({ managersSeeOwn });

  const fill = (...rows: ReturnType<typeof customerRow>[]) =>
    test.database.insert(customers).values(rows);

  const take = (role: Role, body: object = {}) => test.send('POST', '/api/next-case', body, role);

  /** The id of the case that is handed out, or null. */
  const next = async (role: Role, body: object = {}): Promise<string | null> => {
    const response = await take(role, body);
    if (response.status === 204) return null;
    expect(response.status).toBe(200);
    return (await response.json()).customerId;
  };

  it('is the most urgent one that nobody holds, until there is none', async () => {
    await fill(
      stuck('yesterday', 20),
      stuck('last week', 160),
      stuck('high', 1, { priority: 'high', stuckReason: 'attempt_failed' }),
      stuck('snoozed', 200, { snoozedUntil: addHours(NOW, 1) }),
      stuck('not yet', -1),
      stuck('deleted', 300, { deletedAt: NOW }),
    );
    expect(await next('agent')).toBe('high');
    expect(await next('manager')).toBe('last week');
    expect(await next('agent')).toBe('yesterday');
    expect(await next('admin')).toBeNull();
  });

  it('needs no body', async () => {
    await fill(stuck('a', 2));
    const response = await test.request('/api/next-case', { method: 'POST' }, 'agent');
    expect([response.status, await response.json()]).toEqual([200, { customerId: 'a' }]);
  });

  it('is the person’s or nobody’s, unless the filter says whose', async () => {
    const [agent, manager] = [test.personId('agent'), test.personId('manager')];
    await fill(
      stuck('manager’s', 9, { assigneeId: manager }),
      stuck('nobody’s', 8),
      stuck('agent’s', 7, { assigneeId: agent }),
    );
    expect(await next('agent')).toBe('nobody’s');
    expect(await next('agent')).toBe('agent’s');
    expect(await next('agent')).toBeNull();
    expect(await next('agent', { filter: { assigneeId: manager } })).toBe('manager’s');
  });

  it('is of the list that the filter describes', async () => {
    await fill(stuck('a', 9), stuck('b', 8, { software: 'gbol' }), stuck('c', -8));
    expect(await next('agent', { filter: { software: 'gbol' } })).toBe('b');
    expect(await next('agent', { filter: { id: 'c', stuck: false } })).toBeNull();
    const wrong = await take('agent', { filter: { colour: 'red' } });
    expect([wrong.status, (await wrong.json()).message]).toEqual([
      400,
      'The filter on “colour” is wrong. Unknown field.',
    ]);
    expect((await take('agent', { filter: { name: 'a\0' } })).status).toBe(400);
  });

  it('is only one of the person’s portfolio', async () => {
    await fill(
      stuck('other', 9, { accountManagerId: test.personId('admin') }),
      stuck('own', 8, { accountManagerId: test.personId('manager') }),
    );
    await limitManagers(true);
    expect(await next('manager')).toBe('own');
    expect(await next('manager')).toBeNull();
    expect(await next('manager', { filter: { id: 'other' } })).toBeNull();
  });

  it('is another than the one they come from, which its tab holds no longer', async () => {
    const tab = crypto.randomUUID();
    await fill(stuck('a', 9), stuck('b', 8), stuck('c', 7));
    expect(await next('agent', { tab })).toBe('a');
    expect(await next('agent', { tab, after: 'a' })).toBe('b');
    expect(await next('manager')).toBe('a');
    expect(await next('agent', { tab, after: 'b' })).toBe('c');
    // What they moved on from comes again only when nothing else is left.
    expect(await next('agent', { tab, after: 'c' })).toBe('b');
    expect(await next('agent', { tab, after: 'b' })).toBe('c');
    expect(await next('agent', { tab, after: 'c', filter: { id: 'c' } })).toBeNull();
  });

  it('is one they moved on from if its customer has done something since, or on another day', async () => {
    const tab = crypto.randomUUID();
    await fill(stuck('a', 9), stuck('b', 8));
    expect(await next('agent', { tab })).toBe('a');
    expect(await next('agent', { tab, after: 'a' })).toBe('b');
    test.clock.now = addHours(NOW, 1);
    await test.database.delete(customers);
    await fill(stuck('a', 9, { lastSignalAt: addHours(NOW, 0.5) }), stuck('b', 8), stuck('c', 7));
    expect(await next('agent', { tab, after: 'b' })).toBe('a');
    expect(await next('agent', { tab, after: 'a' })).toBe('c');
    test.clock.now = addHours(NOW, 10);
    expect(await next('agent', { tab, after: 'c' })).toBe('a');
    expect(await test.database.$count(skips)).toBe(1);
  });

  it('remembers nothing of a customer that the person doesn’t see, or who doesn’t exist', async () => {
    await fill(stuck('other', 9, { accountManagerId: test.personId('admin') }));
    await limitManagers(true);
    for (const after of ['other', 'nobody']) expect(await next('manager', { after })).toBeNull();
    expect(await test.database.$count(skips)).toBe(0);
  });

  it('is free again once its tab left, or was silent for more than a minute', async () => {
    const tab = crypto.randomUUID();
    await fill(stuck('a', 9));
    expect(await next('agent', { tab })).toBe('a');
    expect(await next('manager')).toBeNull();
    await test.request(`/api/presence/${tab}?customerId=a`, { method: 'DELETE' }, 'agent');
    expect(await next('manager')).toBe('a');
    test.clock.now = addHours(NOW, 74 * SECOND);
    expect(await next('agent')).toBeNull();
    test.clock.now = addHours(NOW, 75 * SECOND);
    expect(await next('agent')).toBe('a');
  });

  it('is none that somebody works on, though they opened it by hand', async () => {
    await fill(stuck('a', 9), stuck('b', 8));
    const at = (customerId: string, kind: string) =>
      test.send('PUT', `/api/presence/${crypto.randomUUID()}`, { customerId, kind }, 'manager');
    await at('a', 'working');
    await at('b', 'viewing');
    expect(await next('agent')).toBe('b');
    expect(await next('agent')).toBeNull();
  });

  it('is handed out once to all who ask at the same time', async () => {
    const ids = Array.from({ length: 30 }, (_, number) => `case-${number}`);
    await fill(...ids.map((id, number) => stuck(id, 100 - number)));
    const roles = ROLES.flatMap((role) => Array.from({ length: 12 }, () => role));
    const taken = await Promise.all(roles.map((role) => next(role)));
    const found = taken.filter((id) => id !== null);
    expect(found).toHaveLength(30);
    expect(new Set(found)).toEqual(new Set(ids));
  });

  it('is announced only to those who may see its customer, and leaves nothing in the activity log', async () => {
    await fill(stuck('a', 9, { accountManagerId: test.personId('admin') }), stuck('b', 8));
    await limitManagers(true);
    const before = await test.database.$count(activity);
    const stream = await followFromNow(test, 'manager');
    expect([await next('agent'), await next('agent')]).toEqual(['a', 'b']);
    expect(await stream.next()).toEqual({ resources: ['presence'], customerId: 'b' });
    expect(await test.database.$count(activity)).toBe(before);
    await stream.leave();
  });
});
