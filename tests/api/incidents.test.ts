import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EventType } from '../../src/common/event-types.ts';
import { detectIncidents } from '../../src/database/incidents/detect.ts';
import { recentOutcomes } from '../../src/database/incidents/outcomes.ts';
import { ingest } from '../../src/database/ingest.ts';
import { customers, incidents } from '../../src/database/schema/index.ts';
import { event, type JourneyEvent } from '../../src/journey/events.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import type { Outcome } from '../../src/journey/metrics/incidents/outcomes.ts';
import { seeded } from '../../src/journey/testing/seeded.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { historiesOf } from '../support/slow-history.ts';
import { slowEvidence, slowIncidents } from '../support/slow-incidents.ts';
import { setVisibility } from './portfolio-table.ts';

const [XERO, SAGE, OTHER] = ['gbol', 'pdvj', 'akxx'] as const;
const DAY = 24;
const daysAgo = (days: number): Instant => addHours(NOW, -DAY * days);

const happened = <T extends EventType>(
  customerId: string,
  occurredAt: Instant,
  type: T,
  data: JourneyEvent<T>['data'],
): JourneyEvent<T> =>
  event(type, { customerId, occurredAt, source: 'codat', sourceId: `${type} ${occurredAt}` }, data);

/** The end of an attempt. */
const ended = (customerId: string, at: Instant, software: string, failed: boolean) => {
  const on = { connectionId: `${customerId}-${software}`, software };
  return failed
    ? happened(customerId, at, 'connection.failed', { ...on, text: '' })
    : happened(customerId, at, 'connection.authorized', on);
};

/** Customers at random times who try again if they fail, over weeks in which Xero fails twice and Sage once. */
const historyFrom = (seed: number, begin: Instant, days: number): JourneyEvent[] => {
  const random = seeded(seed);
  const events: JourneyEvent[] = [];
  const bad = { [XERO]: [50, 56, 80, 83], [SAGE]: [70, 90], [OTHER]: [] };
  for (let index = 0; index < days * 4; index += 1) {
    const id = `history-${seed}-${index}`;
    const software = [XERO, SAGE, OTHER][Math.floor(random() * 3)] ?? XERO;
    let day = random() * days;
    const [a = 0, b = 0, c = 0, d = 0] = bad[software];
    const share = (a < day && day < b) || (c < day && day < d) ? 0.8 : 0.15;
    for (let failed = true; failed && day < days; day += 0.01 + random() * 3) {
      failed = random() < share;
      events.push(ended(id, addHours(begin, day * DAY), software, failed));
      if (random() < 0.3) break;
    }
    const after = addHours(begin, (day + 5) * DAY);
    const fate = random();
    if (fate < 0.05) events.push(happened(id, after, 'customer.deleted', {}));
    if (fate > 0.95)
      events.push({
        ...happened(id, after, 'journey.closed', { reason: 'duplicate' }),
        source: 'agent',
      });
  }
  return events;
};

describe.each(DRIVERS)('incidents on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'incidents');
  });
  afterEach(async () => {
    test.clock.now = NOW;
    await setVisibility(test, false);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const stored = async () =>
    (await test.database.select().from(incidents)).map(({ usualShare, ...one }) => ({
      ...one,
      usualShare: Math.round(usualShare * 1e5),
    }));

  const total = async (filter: object, role: 'admin' | 'manager' = 'admin'): Promise<number> => {
    const response = await test.list('customers', { filter, range: [0, 0] }, role);
    return Number(response.headers.get('content-range')?.split('/')[1]);
  };

  it('of generated histories equal those of a slow implementation, with lists as long as they say', async () => {
    const begin = addHours(NOW, -1000 * DAY);
    const events = historyFrom(5, begin, 110);
    const seen = new Set<boolean>();
    await ingest(test.database, events, NOW);
    for (const day of [40, 52, 55, 62, 79, 84, 88, 95, 110]) {
      const now = addHours(begin, day * DAY + 7.3);
      test.clock.now = now;
      await test.database.delete(incidents);
      await detectIncidents(test.database, now);
      // What is known of a customer today decides who an incident counts.
      const histories = historiesOf(events, NOW);
      const slow = slowIncidents(histories, now);
      const found = await stored();
      expect(found.map(({ id: _, ownerId, note, closedAt, closedById, ...one }) => one)).toEqual(
        expect.arrayContaining(
          slow.map((one) => ({ ...one, usualShare: Math.round(one.usualShare * 1e5) })),
        ),
      );
      expect(found).toHaveLength(slow.length);
      for (const { id, evidence, ...one } of await test.json('/api/incidents')) {
        seen.add(one.open);
        const { failed, of, deleted } = evidence;
        expect({ failed, of, deleted }).toEqual(slowEvidence(histories, one, now));
        expect(await total({ incidentId: id })).toBe(failed - deleted);
      }
    }
    expect([...seen].sort()).toEqual([false, true]);
  });

  it('are stored once and alike, whether found day by day on several servers or late', async () => {
    const begin = addHours(NOW, -1000 * DAY);
    const days = Array.from({ length: 12 }, (_, index) => addHours(begin, (50 + index) * DAY));
    const forget = () => test.database.delete(incidents);
    await forget();
    for (const now of days)
      await Promise.all([1, 2, 3].map(() => detectIncidents(test.database, now)));
    const atOnce = (await stored()).map(({ id: _, ...one }) => one);
    await forget();
    await detectIncidents(test.database, days.at(-1) ?? NOW);
    expect((await stored()).map(({ id: _, ...one }) => one)).toEqual(atOnce);
    expect(atOnce.length).toBeGreaterThan(0);
    await forget();
  });

  it('are looked for in a thousand outcomes at a time, so that others are answered meanwhile', async () => {
    const now = addHours(NOW, -2000 * DAY);
    const events = Array.from({ length: 1500 }, (_, hours) =>
      ended('many-attempts', addHours(now, -hours - 1), XERO, true),
    );
    await ingest(test.database, events, NOW);
    const batches: Outcome[][] = [];
    await test.database.transaction(async (transaction) => {
      for await (const some of recentOutcomes(transaction, now)) batches.push(some);
    });
    expect(batches.map((some) => some.length)).toEqual([1000, 500]);
    expect(batches.flat().map(({ at }) => at)).toEqual(
      events.map(({ occurredAt }) => occurredAt).reverse(),
    );
  });

  describe('of today', () => {
    const manager = () => test.personId('manager');
    const several = (count: number, make: (index: number) => JourneyEvent) =>
      Array.from({ length: count }, (_, index) => make(index));
    const listed = async (role: 'admin' | 'manager' = 'admin') =>
      (await test.list('incidents', { filter: { open: true } }, role)).json();

    beforeAll(async () => {
      const before = [XERO, SAGE].flatMap((software) =>
        several(30, (index) =>
          ended(`${software}-${index}`, daysAgo(10 + index / 2), software, index % 9 === 8),
        ),
      );
      await ingest(test.database, before, NOW);
    });

    it('are none for one customer who tries thirty times, one for a tripled rate and one for new software', async () => {
      const stubborn = several(30, (index) =>
        ended('stubborn', addHours(NOW, -20 + index / 2), SAGE, true),
      );
      await ingest(test.database, stubborn, NOW);
      await detectIncidents(test.database, NOW);
      expect(await listed()).toEqual([]);
      const tripled = several(14, (index) =>
        ended(`tripled-${index}`, addHours(NOW, -14 + index / 2), XERO, index % 5 < 3),
      );
      const fresh = several(6, (index) =>
        ended(`fresh-${index}`, addHours(NOW, -13 + index), 'rvam', true),
      );
      const owned = ['tripled-0', 'tripled-3', 'fresh-0'].map((id) =>
        happened(id, daysAgo(100), 'customer.updated', {
          customer: { accountManagerId: manager() },
        }),
      );
      await ingest(test.database, [...tripled, ...fresh, ...owned], NOW);
      await detectIncidents(test.database, NOW);
      const found = await listed();
      expect(found.map(({ software }: { software: string }) => software).sort()).toEqual(
        [XERO, 'rvam'].sort(),
      );
      const xero = found.find(({ software }: { software: string }) => software === XERO);
      expect(xero).toMatchObject({
        ...{ startedAt: addHours(NOW, -14), endedAt: null, open: true, ownerId: null },
        evidence: { failed: 9, of: 14, deleted: 0, leftOut: 0 },
      });
      expect(xero.evidence.interval.low).toBeCloseTo(0.388, 3);
      const { incidents: told } = await test.json('/api/metrics/overview');
      expect(told).toMatchObject([
        { software: 'rvam', evidence: { failed: 6, of: 6 } },
        { software: XERO, name: 'Xero', evidence: { failed: 9, of: 14 } },
      ]);
      const { software } = await test.json('/api/metrics/software');
      const numbers = new Map<string, { incident: object | null }>(
        software.map((one: { id: string; incident: object | null }) => [one.id, one]),
      );
      expect(numbers.get(XERO)?.incident).toMatchObject({ id: xero.id });
      expect(numbers.get(SAGE)?.incident).toBeNull();
    });

    it('are noticed from four failures on, of software that as many customers use', async () => {
      // 3 of 30 usually fail with Xero, 6 of 60 with all: (3 + 10 × 0.107) / 40 = 10%. ln 50 / ln (0.312 / 0.102) = 3.5.
      const rows: { software: string }[] = await test.json('/api/incidents/noticeable');
      const known = new Map(rows.map(({ software, ...row }) => [software, row]));
      expect(known.get(XERO)).toEqual({ needed: 4, enough: true });
      expect(known.get('rvam')).toEqual({ needed: 4, enough: true });
      expect(known.get(OTHER)).toEqual({ needed: 4, enough: false });
    });

    it('show account managers who see only theirs how many of their own failed, and list these', async () => {
      await setVisibility(test, true, 'agents');
      const found = await listed('manager');
      expect(found).toMatchObject([{ evidence: { of: 1 } }, { evidence: { of: 2 } }]);
      for (const { id, evidence } of found)
        expect(await total({ incidentId: id }, 'manager')).toBe(evidence.failed);
      const customer = { accountManagerId: test.personId('agent') };
      await ingest(
        test.database,
        [happened('fresh-0', NOW, 'customer.updated', { customer })],
        NOW,
      );
      const nobody = { failed: 0, of: 0, deleted: 0, leftOut: 0, interval: null };
      const evidence = [nobody, { of: 2 }].map((evidence) => ({ evidence }));
      expect(await listed('manager')).toMatchObject(evidence);
      const { incidents: told } = await test.json('/api/metrics/overview', 'manager');
      expect(told).toMatchObject(evidence);
    });

    it('have an owner and a note, are closed and opened again, and end by themselves', async () => {
      const [{ id }] = await listed();
      const change = (body: object) => test.send('PUT', `/api/incidents/${id}`, body, 'agent');
      const ownerId = test.personId('agent');
      const taken = await change({ ownerId, note: ' Codat knows ' });
      expect(await taken.json()).toMatchObject({ ownerId, note: 'Codat knows', open: true });
      expect((await change({ ownerId: 'nobody' })).status).toBe(422);
      expect((await change({ note: 'x'.repeat(2001) })).status).toBe(422);
      const closed = await change({ closed: true });
      expect(await closed.json()).toMatchObject({
        ...{ open: false, closed: true, closedAt: NOW, closedById: ownerId, endedAt: null },
      });
      await detectIncidents(test.database, NOW);
      expect(await listed()).toHaveLength(1);
      expect(await (await change({ closed: false })).json()).toMatchObject({
        ...{ open: true, closedAt: null, closedById: null },
      });
      const later = addHours(NOW, 8 * DAY);
      test.clock.now = later;
      await detectIncidents(test.database, later);
      const over = await test.json(`/api/incidents/${id}`);
      expect(over).toMatchObject({ open: false, note: 'Codat knows' });
      expect(over.endedAt < later).toBe(true);
      expect(await listed()).toEqual([]);
    });

    it('tell nothing of a customer by an id that is none', async () => {
      const response = await test.list('customers', { filter: { incidentId: 'x' } });
      expect(response.status).toBe(400);
      expect(await total({ incidentId: crypto.randomUUID() })).toBe(0);
      expect(await test.database.$count(customers)).toBeGreaterThan(0);
    });
  });
});
