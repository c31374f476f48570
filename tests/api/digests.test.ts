import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sendDueDigests } from '../../src/alerts/digest/due.ts';
import {
  alertMessages,
  customers,
  digestSettings,
  journeys,
  stuckSpells,
  users,
} from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { watchAlerts } from '../support/alerts.ts';
import { NOW, openOn, POSTGRESQL, type TestApi } from '../support/api.ts';
import { customerRow } from './customer-rows.ts';

describe('digests', () => {
  let test: TestApi;
  let watch: ReturnType<typeof watchAlerts>;

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'digests');
    watch = watchAlerts(test);
  });
  afterEach(async () => {
    for (const table of [alertMessages, digestSettings, journeys, stuckSpells, customers])
      await test.database.delete(table);
    test.clock.now = NOW;
    expect(watch.errors).toEqual([]);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const path = () => `/api/digest-settings/${test.personId('manager')}`;

  /** Chooses when the account manager gets theirs. */
  const choose = async (schedule: object) => {
    const chosen = await test.send('PUT', path(), schedule, 'manager');
    expect(chosen.status).toBe(200);
    return chosen.json();
  };

  const stuck = (id: string, hours: number, fields: object = {}) =>
    customerRow({
      ...{ id, name: `Company ${id}`, priority: 'high', stuckReason: 'attempt_failed' },
      ...{ stuckAt: addHours(NOW, -hours), accountManagerId: test.personId('manager') },
      ...fields,
    });

  const connectedAt = async (id: string, hours: number) => {
    const authorizedAt = addHours(NOW, -hours);
    await test.database.insert(customers).values(
      customerRow({
        ...{ id, name: `Company ${id}`, connected: true, stage: 'streaming' },
        ...{ accountManagerId: test.personId('manager'), authorizedAt },
      }),
    );
    await test.database.insert(journeys).values({
      ...{ id: `${id}:0`, customerId: id, ordinal: 0, kind: 'first', startedAt: authorizedAt },
      ...{ stage: 'streaming', furthestStage: 'streaming', stageEnteredAt: authorizedAt },
      ...{ failedAttempts: 0, authorizedAt },
    });
  };

  const due = async (at: string) => {
    test.clock.now = at;
    await sendDueDigests(watch.ports);
    return watch.told();
  };

  /** Each link to a list in an email, with how many customers the text and the list have. */
  const countsIn = async (text: string) => {
    const links = [...text.matchAll(/(\d+) customers?\s(http\S+\/customers\?\S+)/g)];
    return Promise.all(
      links.map(async ([, count, url = '']) => {
        const filter = JSON.parse(new URL(url.replace('/#', '')).searchParams.get('filter') ?? '');
        const listed = await (await test.list('customers', { filter }, 'manager')).json();
        return { told: Number(count), listed: listed.length };
      }),
    );
  };

  it('tell who connected, slipped, is stuck and is at risk, of one’s own customers, with links to exactly these', async () => {
    await test.database
      .insert(customers)
      .values([
        stuck('yesterday', 20),
        stuck('lost', 2, { stuckReason: 'disconnected' }),
        stuck('older', 60),
        stuck('other', 2, { accountManagerId: test.personId('agent') }),
        stuck('deleted', 2, { deletedAt: NOW }),
        stuck('future', -2),
      ]);
    const spells = (await test.database.select().from(customers)).map((row) => ({
      ...{ id: `${row.id}:0:0`, customerId: row.id, journeyId: `${row.id}:0`, actions: {} },
      ...{ stuckReason: 'attempt_failed' as const, priority: 'high' as const },
      ...{ stage: 'invited' as const, silentSince: row.createdAt, stuckAt: row.stuckAt ?? NOW },
    }));
    await test.database.insert(stuckSpells).values(spells);
    await test.database.insert(journeys).values({
      ...{ id: 'lost:1', customerId: 'lost', ordinal: 1, kind: 'reconnect', failedAttempts: 0 },
      ...{ stage: 'created', furthestStage: 'created' },
      ...{ startedAt: addHours(NOW, -2), stageEnteredAt: addHours(NOW, -2) },
    });
    await connectedAt('new', 5);
    await connectedAt('connected before', 40);
    await choose({ frequency: 'daily', hour: 12, timeZone: 'UTC' });
    await test.database.update(digestSettings).set({ nextAt: NOW });
    const [digest] = await due(NOW);
    const text = digest?.email?.text ?? '';
    expect(digest?.email).toMatchObject({
      subject: 'Your customers: 1 connected, 2 slipped, 3 stuck',
      to: { address: 'manager@acme.example' },
    });
    expect(await countsIn(text.replace(/\s+/g, ' '))).toEqual([
      { told: 1, listed: 1 },
      { told: 2, listed: 2 },
      { told: 1, listed: 1 },
      { told: 3, listed: 3 },
      { told: 1, listed: 1 },
    ]);
    expect(text).toContain('Company new');
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /1 customer http\S+ at risk of getting stuck within 3 days: Company future/,
    );
    expect(text).not.toMatch(/Company (other|deleted|connected before)/);
  });

  it('come at the chosen hour of the chosen time zone, also across a change of the clocks', async () => {
    await test.database.insert(customers).values([stuck('a', 20)]);
    test.clock.now = '2026-03-28T07:00:00.000Z';
    const chosen = await choose({ frequency: 'daily', hour: 8, timeZone: 'Europe/London' });
    expect(chosen.nextAt).toBe('2026-03-28T08:00:00.000Z');
    expect(await due('2026-03-28T07:59:00.000Z')).toEqual([]);
    expect((await due('2026-03-28T08:00:30.000Z')).length).toBe(1);
    expect(await due('2026-03-29T06:59:00.000Z')).toEqual([]);
    expect((await due('2026-03-29T07:00:10.000Z')).length).toBe(1);
    expect(await due('2026-03-29T08:30:00.000Z')).toEqual([]);
  });

  it('come once for each person and day, however many servers look and whatever is changed', async () => {
    await test.database.insert(customers).values([stuck('a', 20)]);
    await choose({ frequency: 'daily', hour: 12, timeZone: 'UTC' });
    await test.database.update(digestSettings).set({ nextAt: NOW });
    await Promise.all(Array.from({ length: 6 }, () => sendDueDigests(watch.ports)));
    expect((await watch.told()).length).toBe(1);
    test.clock.now = addHours(NOW, 1);
    await choose({ frequency: 'daily', hour: 14, timeZone: 'UTC' });
    expect(await due(addHours(NOW, 2))).toEqual([]);
    const [next] = await due(addHours(NOW, 26));
    expect(next?.message?.since).toBe(NOW);
  });

  it('tell what happened since the last one, once, after days of standstill too', async () => {
    await test.database.insert(customers).values([stuck('a', 20)]);
    await choose({ frequency: 'daily', hour: 12, timeZone: 'UTC' });
    await test.database.update(digestSettings).set({ nextAt: NOW, lastAt: addHours(NOW, -24) });
    const [digest, ...others] = await due(addHours(NOW, 3 * 24));
    expect(others).toEqual([]);
    expect(digest?.message?.since).toBe(addHours(NOW, -24));
    const [settings] = await test.database.select().from(digestSettings);
    expect(settings?.nextAt).toBe(addHours(NOW, 4 * 24));
  });

  it('don’t come when there is nothing to tell, when they are off, or to someone who has left', async () => {
    await choose({ frequency: 'daily', hour: 12, timeZone: 'UTC' });
    await test.database.update(digestSettings).set({ nextAt: NOW });
    expect(await due(NOW)).toEqual([]);
    await test.database.insert(customers).values([stuck('a', 1)]);
    await choose({ frequency: 'off' });
    expect(await due(addHours(NOW, 100))).toEqual([]);
    test.clock.now = NOW;
    await choose({ frequency: 'daily' });
    const isManager = eq(users.id, test.personId('manager'));
    await test.database.update(users).set({ active: false }).where(isManager);
    expect(await due(addHours(NOW, 100))).toEqual([]);
    await test.database.update(users).set({ active: true }).where(isManager);
  });

  it('are sent at once on request, without another day losing its own', async () => {
    const sent = await test.send('POST', `${path()}/send`, {}, 'manager');
    expect(await sent.json()).toEqual({ to: 'manager@acme.example' });
    const [email] = test.deliveries.sent.slice(-1);
    expect(email?.text.replace(/\s+/g, ' ')).toContain('there is nothing new about your customers');
    const { mailer } = test.ports;
    test.ports.mailer = null;
    const without = await test.send('POST', `${path()}/send`, {}, 'manager');
    test.ports.mailer = mailer;
    expect(without.status).toBe(409);
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ hour: 24 }, 'hour'],
    [{ weekday: 0 }, 'weekday'],
    [{ frequency: 'hourly' }, 'frequency'],
  ])('are never planned as %j', async (schedule, field) => {
    const refused = await test.send('PUT', path(), schedule, 'manager');
    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).errors)).toEqual([field]);
  });

  it('are each person’s own business', async () => {
    await choose({ frequency: 'weekly', weekday: 3, hour: 9, timeZone: 'Europe/Berlin' });
    expect((await test.request(path(), {}, 'admin')).status).toBe(404);
    expect((await test.send('PUT', path(), { frequency: 'off' }, 'admin')).status).toBe(404);
    expect((await test.send('POST', `${path()}/send`, {}, 'admin')).status).toBe(404);
    expect(await test.json('/api/digest-settings', 'agent')).toMatchObject([{ frequency: 'off' }]);
    expect(await test.json(path(), 'manager')).toMatchObject({ frequency: 'weekly', weekday: 3 });
  });
});
