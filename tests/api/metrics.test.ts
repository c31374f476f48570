import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRICS, type Metric, type MetricAnswer } from '../../src/api/metrics/routes.ts';
import type { SoftwareNumbers } from '../../src/api/metrics/software.ts';
import { textArray } from '../../src/database/bulk.ts';
import { ingest } from '../../src/database/ingest.ts';
import { dayOf, isoWeekOf } from '../../src/database/metrics/scope.ts';
import { software, users, workspaceSettings } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import type { FailureReason } from '../../src/journey/failure-reasons.ts';
import { addHours } from '../../src/journey/instant.ts';
import type { Attempted } from '../../src/journey/metrics/attempted.ts';
import { dateAt, isoWeek } from '../../src/journey/metrics/calendar.ts';
import type { Period } from '../../src/journey/metrics/period.ts';
import { intervalOf } from '../../src/journey/metrics/period.ts';
import { eventLists, START } from '../../src/journey/testing/arbitraries.ts';
import { ZONES } from '../../src/journey/testing/calendars.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { comparisonsOf, METRIC_NAMES, pathOf, toldBy } from '../support/metric-comparisons.ts';
import { changesAround, logChanges } from '../support/slow-marks.ts';
import type { Filters } from '../support/slow-metrics.ts';

const CUSTOMERS = 150;
const NOW = addHours(START, 20 * 24);
/** Within which customers have to connect to count as converted. */
const DAYS = 14;
/** What the team changed meanwhile. */
const CHANGES = changesAround(START);
/** Clocks there change within these days. */
const ZONE = 'America/New_York';

/** Of those who have a parent at all, one in three has the customer before. Random events tell the same one of all. */
const inFamily = (event: JourneyEvent, index: number): JourneyEvent => {
  const told = structuredClone(event);
  const customer = 'customer' in told.data ? told.data.customer : undefined;
  if (customer?.parentId) customer.parentId = index % 3 === 1 ? `customer-${index - 1}` : null;
  return told;
};

/** The events of many customers, some cut short. */
const EVENTS = fc
  .sample(fc.tuple(eventLists, fc.integer({ min: 1, max: 12 })), { seed: 11, numRuns: CUSTOMERS })
  .flatMap(([list, length], index) =>
    list
      .slice(0, index % 3 === 0 ? undefined : length)
      .map((event) => ({ ...inFamily(event, index), customerId: `customer-${index}` })),
  )
  .filter(({ type }, index) => type !== 'customer.deleted' || index % 5 === 0);

/** Customers of an app that most connect, after some hours, which random events seldom produce. */
const CONNECTED: JourneyEvent[] = Array.from({ length: 12 }, (_, index) => {
  const data = { connectionId: `connected-${index}`, software: 'hbql' };
  const customerId = `connected-${index}`;
  const common = { customerId, actorId: null, source: 'codat' as const };
  const began = addHours(NOW, -24 * (5 + 3 * index));
  return [
    { ...common, sourceId: 'began', occurredAt: began, type: 'software.selected' as const, data },
    {
      ...{ ...common, sourceId: 'ended', occurredAt: addHours(began, 1 + index) },
      ...{ type: 'connection.authorized' as const, data },
    },
  ];
}).flat();

/** A customer with repeated failures, which random events seldom produce. */
const REPEATED: JourneyEvent[] = [1, 2, 3].map((days) => ({
  customerId: 'repeated',
  actorId: null,
  source: 'codat',
  sourceId: `failure-${days}`,
  occurredAt: addHours(NOW, -24 * days),
  type: 'connection.failed',
  data: { connectionId: 'connection', software: 'rvam', text: 'Pending security policy changes' },
}));

/** A customer whose attempt failed, and who was deleted afterwards. */
const DELETED: JourneyEvent[] = [
  {
    ...{ customerId: 'deleted', actorId: null, source: 'codat', sourceId: 'failure' },
    ...{ occurredAt: addHours(NOW, -48), type: 'connection.failed' },
    data: { connectionId: 'connection', software: 'gbol', text: '' },
  },
  {
    ...{ customerId: 'deleted', actorId: null, source: 'codat', sourceId: 'deleted' },
    ...{ occurredAt: addHours(NOW, -1), type: 'customer.deleted', data: {} },
  },
];

const day = fc.integer({ min: -30, max: 40 });
const queries = fc.record({
  from: day,
  length: fc.integer({ min: 1, max: 60 }),
  software: fc.option(fc.constantFrom('gbol', 'akxx', 'unheard-of', 'none-at-all'), {
    nil: undefined,
  }),
  accountManagerId: fc.option(fc.constant('manager-1'), { nil: undefined, freq: 3 }),
});
const randomFilters = queries.map(({ from, length, ...of }): Filters => {
  const start = addHours(START, from * 24);
  return { from: start, to: addHours(start, length * 24 + 7), ...of };
});

/** All metrics but `queue`, which is as of now. */
const OF_PERIOD = Object.entries(METRICS).filter(([, { answer }]) => 'period' in answer.shape);

describe.each(DRIVERS)('metrics on $name', (driver) => {
  let test: TestApi;
  let comparisons: ReturnType<typeof comparisonsOf>;

  beforeAll(async () => {
    test = await openOn(driver, 'metrics');
    test.clock.now = NOW;
    const told = [...EVENTS, ...CONNECTED, ...REPEATED, ...DELETED];
    await ingest(test.database, told, NOW);
    await test.database.update(workspaceSettings).set({ timeZone: ZONE });
    await logChanges(test.database, CHANGES);
    // As PostgreSQL does by itself within a minute. Without it, the thousands of lists below take three times as long.
    await test.database.execute(sql`analyze`);
    const known = await test.database.select().from(software);
    comparisons = comparisonsOf(
      {
        ...{ told: [toldBy(told, known, NOW)], software: known, now: NOW, timeZone: ZONE },
        ...{ days: DAYS, changes: CHANGES },
      },
      test.json,
    );
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const fetchMetric = async <Name extends Metric>(
    name: Name,
    filters: Partial<Filters> & { by?: string; days?: string } = {},
  ): Promise<MetricAnswer<Name>> => test.json(pathOf(name, filters));

  it('name an account manager who has left as such', async () => {
    const left = { id: 'manager-1', name: 'Max Moss', email: 'max@acme.example', active: false };
    await test.database.insert(users).values(left);
    const { groups } = await fetchMetric('funnel', { by: 'accountManagerId' });
    expect(groups?.find(({ id }) => id === left.id)?.name).toBe('Max Moss (left)');
  });

  it.each(METRIC_NAMES)('%s equals a count by hand', (name) =>
    fc.assert(fc.asyncProperty(randomFilters, comparisons[name]), { numRuns: 25, seed: 5 }),
  );

  it('are compared on a funnel with timed journeys and every way to stop', async () => {
    const seen = new Set<string>();
    const collectKinds = async (filters: Filters) => {
      for (const { stopped, time } of (await fetchMetric('funnel', filters)).stages)
        for (const [kind, count] of Object.entries({ ...stopped, timed: time?.of }))
          if (count) seen.add(kind);
    };
    await fc.assert(fc.asyncProperty(randomFilters, collectKinds), { numRuns: 25, seed: 5 });
    expect([...seen].sort()).toEqual([
      'closed',
      'deleted',
      'earlier',
      'elsewhere',
      'moving',
      'snoozed',
      'stuck',
      'timed',
    ]);
  });

  it('are compared on customers who are helped and move on, or don’t', async () => {
    const { sample, pending, leftOut, actions } = await fetchMetric('actions');
    expect(sample).toBeGreaterThan(30);
    expect(Math.min(pending, leftOut)).toBeGreaterThan(1);
    const parts = actions.flatMap(({ strata }) => strata.map(({ treated }) => treated));
    const helped = parts.reduce((sum, { of }) => sum + of, 0);
    const moved = parts.reduce((sum, { count }) => sum + count, 0);
    expect(moved).toBeGreaterThan(1);
    expect(helped - moved).toBeGreaterThan(1);
  });

  it('are compared on software that failed in every way', async () => {
    const most: Record<string, number> = {};
    const collect = async (filters: Filters) => {
      for (const one of (await fetchMetric('software', { ...filters, software: undefined }))
        .software)
        for (const [name, count] of Object.entries({
          failedFirst: one.customers.failedFirst,
          connectedFirst: one.customers.of - one.customers.failedFirst,
          retried: one.failed + one.authorized - one.customers.of,
          deleted: one.customers.deleted.of,
          gaveUp: one.gaveUp.count,
          notTheirs: one.notTheirs.count,
          leftOut: one.leftOut.count,
          connectedLater: one.notConnected.of - one.notConnected.open,
          ripe: Number(one.notConnected.share !== null),
          halfConnected: Number(one.notConnected.medianHours !== null),
        }))
          most[name] = Math.max(most[name] ?? 0, count);
    };
    await fc.assert(fc.asyncProperty(randomFilters, collect), { numRuns: 25, seed: 5 });
    expect(Object.entries(most).filter(([, count]) => count === 0)).toEqual([]);
  });

  const listed = async (filter: object): Promise<number> => {
    const response = await test.list('customers', { filter, range: [0, 0] });
    return Number(response.headers.get('content-range')?.split('/')[1]);
  };

  /** An app’s numbers of customers link to lists of those who weren’t deleted since. */
  const expectLists = async (
    { id, customers, notConnected, gaveUp, notTheirs, leftOut }: SoftwareNumbers,
    period: Period,
    of: object,
  ) => {
    const attempted = (which: Attempted['which'], reasons?: FailureReason[]) =>
      listed({ ...of, attempted: { software: id, which, ...period, ...(reasons && { reasons }) } });
    const { failedFirst, deleted } = customers;
    expect(await attempted('failed_first')).toBe(failedFirst - deleted.failedFirst);
    expect(await attempted('ended_first')).toBe(customers.of - deleted.of);
    expect(await attempted('started')).toBe(notConnected.of - notConnected.deleted.of);
    expect(await attempted('not_connected')).toBe(notConnected.open - notConnected.deleted.open);
    expect(await attempted('ended')).toBe(gaveUp.of - gaveUp.deleted.of);
    expect(await attempted('gave_up')).toBe(gaveUp.count - gaveUp.deleted.count);
    expect(await attempted('failed', ['unsupported', 'software_error', 'link_expired'])).toBe(
      notTheirs.count - notTheirs.deleted,
    );
    expect(await attempted('left_out')).toBe(leftOut.count - leftOut.deleted);
    const { reasons } = await fetchMetric('reasons', { ...period, ...of, software: id });
    for (const { failureReason, customers, deleted } of reasons)
      expect(await attempted('failed', [failureReason])).toBe(customers - deleted);
  };

  it('count as many customers as the customer lists they link to', () =>
    fc.assert(
      fc.asyncProperty(randomFilters, async (filters) => {
        const { from, to, ...of } = filters;
        const { software: _, ...byManager } = of;
        const cohort = (which: object) =>
          listed({ ...byManager, cohort: { kind: 'first', from, to, ...of, ...which } });
        const { stages } = await fetchMetric('funnel', filters);
        for (const { stage, reached, deleted } of stages)
          expect(await cohort({ which: 'reached', stage })).toBe(reached - deleted);
        for (const { stage, stopped } of stages.slice(0, -1))
          for (const standing of ['moving', 'stuck', 'snoozed', 'closed'] as const)
            expect(await cohort({ which: 'stopped', stage, standing })).toBe(stopped[standing]);
        const overview = await fetchMetric('overview', filters);
        const { newConnections, connectedNow, stuckNow, stuckByReason, lost } = overview;
        expect(await cohort({ which: 'approved' })).toBe(
          newConnections.count - newConnections.deleted,
        );
        expect(await listed({ ...of, connected: true })).toBe(connectedNow.count);
        const lists = { first: overview.conversion, reconnect: overview.wonBack };
        expect(await cohort({ kind: 'reconnect', which: 'counted' })).toBe(
          lost.count - lost.deleted,
        );
        for (const [kind, { days, deleted, open, ...counts }] of Object.entries(lists)) {
          expect(await cohort({ kind, which: 'counted' })).toBe(counts.of - deleted.of);
          expect(await cohort({ kind, which: 'connected', days })).toBe(
            counts.connected - deleted.connected,
          );
          if (deleted.connected === 0)
            expect(await cohort({ kind, which: 'partial', days })).toBe(counts.partial);
          expect(await cohort({ kind, which: 'ripe', days })).toBe(counts.ripe - deleted.ripe);
          expect(await cohort({ kind, which: 'open' })).toBe(open);
          expect(await cohort({ kind, which: 'left_out' })).toBe(counts.leftOut - deleted.leftOut);
        }
        expect(await listed({ ...of, stuck: true })).toBe(stuckNow.count);
        for (const { stuckReason, failureReason, count } of stuckByReason) {
          const why = failureReason && { failureReason };
          expect(await listed({ ...of, stuck: true, stuckReason, ...why })).toBe(count);
        }
        const portfolio = await fetchMetric('portfolio', { from, to, ...byManager });
        for (const name of ['becameStuck', 'lost', 'wentQuiet', 'slipped'] as const)
          expect(await listed({ ...byManager, [`${name}In`]: intervalOf({ from, to }) })).toBe(
            portfolio[name].count - portfolio[name].deleted,
          );
        const { until, count } = portfolio.atRisk;
        const soon = { standing: 'moving', stuckAt_gt: NOW, stuckAt_lte: until };
        expect(await listed({ ...byManager, ...soon })).toBe(count);
      }),
      { numRuns: 6, seed: 3 },
    ));

  it('of software count as many customers as the lists they link to', () =>
    fc.assert(
      fc.asyncProperty(randomFilters, async ({ software: _, ...filters }) => {
        const { from, to, ...of } = filters;
        const { software: all } = await fetchMetric('software', filters);
        for (const one of all.slice(0, 3)) {
          const inProgress = { software: one.id, connected: false, closed: false };
          expect(await listed({ ...of, ...inProgress })).toBe(one.inProgress);
          await expectLists(one, { from, to }, of);
        }
      }),
      { numRuns: 4, seed: 3 },
    ));

  it('count each stuck customer in exactly one queue group, which links to as many customers', async () => {
    const { groups } = await fetchMetric('queue');
    let sum = 0;
    for (const { count, softwareName: _, ...group } of groups) {
      expect(await listed({ stuck: true, ...group })).toBe(count);
      sum += count;
    }
    expect(await listed({ stuck: true })).toBe(sum);
  });

  it.each(Object.entries(METRICS))(
    '%s states its definition and when it was computed, to an agent too',
    async (name, { definition }) => {
      const answer = await test.json(`/api/metrics/${name}`, 'agent');
      expect(definition).toMatch(/^[A-Z].+\.$/);
      expect(answer).toMatchObject({ computedAt: NOW, definition });
    },
  );

  it.each(OF_PERIOD)('%s covers the last 28 days by default', async (name) => {
    const { period } = await test.json(`/api/metrics/${name}`);
    expect(period).toEqual({ from: '2026-02-23T05:00:00.000Z', to: NOW });
  });

  it('lie in the same day and week for the database as for the dashboard, in any zone', async () => {
    const moments = Array.from({ length: 2000 }, (_, index) =>
      addHours('2026-02-01T00:15:00.000Z', 5 * index),
    );
    for (const zone of ZONES) {
      const shown = await test.database
        .select({ day: dayOf(sql`moment`, zone), week: isoWeekOf(sql`moment`, zone) })
        .from(sql`unnest(${textArray(moments)}::timestamptz[]) as moment`);
      const own = moments.map((at) => ({ day: dateAt(at, zone), week: isoWeek(at, zone) }));
      expect(shown).toEqual(own);
    }
  });

  it('have days in any time zone that a team can choose', async () => {
    const zones = textArray(Intl.supportedValuesOf('timeZone'));
    const days = await test.database
      .select({ day: sql`${NOW}::timestamptz at time zone zone` })
      .from(sql`unnest(${zones}) as zone`);
    expect(days.length).toBeGreaterThan(400);
  });

  it('mark the day on which someone changed an email template', async () => {
    const body = JSON.stringify({ subject: 'Your link' });
    const headers = { 'content-type': 'application/json' };
    const path = '/api/email-templates/guide';
    expect((await test.request(path, { method: 'PUT', headers, body })).status).toBe(200);
    const { marks } = await fetchMetric('marks', { from: addHours(NOW, -1), to: addHours(NOW, 1) });
    expect(marks.filter(({ at }) => at === NOW)).toEqual([
      {
        ...{ kind: 'template', at: NOW, day: '2026-03-22', week: '2026-W12' },
        ...{ label: 'Email template changed: Guide', path: '/email-templates/guide' },
      },
    ]);
  });

  it('of a calendar week are compared with the week before, up to the same weekday and time', async () => {
    const { previous } = await test.json(
      '/api/metrics/overview?unit=week&from=2026-03-09T04:00:00Z&to=2026-03-11T16:30:00Z',
    );
    expect(previous).toEqual({ from: '2026-03-02T05:00:00.000Z', to: '2026-03-04T17:30:00.000Z' });
  });

  it.each([
    ['from=yesterday', 'from'],
    ['to=2026-02-30T00:00:00Z', 'to'],
    ['from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z', 'to'],
    ['from=2020-01-01T00:00:00Z&to=2026-03-01T00:00:00Z', 'from'],
    ['from=0000-01-01T00:00:00Z&to=0001-01-01T00:00:00Z', 'from'],
    ['accountManagerId=', 'accountManagerId'],
    ['accountManagerId=a%00b', 'accountManagerId'],
    ['unit=fortnight', 'unit'],
    ['shoeSize=44', 'shoeSize'],
  ])('of a period reject the query %s with 400, naming %s', async (query, parameter) => {
    expect(OF_PERIOD.length).toBeGreaterThan(6);
    for (const [name] of OF_PERIOD) {
      const response = await test.request(`/api/metrics/${name}?${query}`);
      expect(response.status).toBe(400);
      const { errors, detail } = await response.json();
      expect(Object.keys(errors)).toEqual([parameter]);
      expect(detail).toContain(parameter);
    }
  });

  it.each([
    ['queue', 'from=2026-03-01T00:00:00Z', 'from'],
    ['software', 'software=gbol', 'software'],
    ['funnel', 'by=shoeSize', 'by'],
    ['actions', 'landmark=2', 'landmark'],
  ])('%s rejects the query %s with 400, naming %s', async (name, query, parameter) => {
    const response = await test.request(`/api/metrics/${name}?${query}`);
    expect(response.status).toBe(400);
    expect(Object.keys((await response.json()).errors)).toEqual([parameter]);
  });
});
