import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRICS, type Metric, type MetricAnswer } from '../../src/api/metrics/routes.ts';
import { ingest } from '../../src/database/ingest.ts';
import { attempts, customers, journeys, software } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { addHours } from '../../src/journey/instant.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { eventLists, START } from '../../src/journey/testing/arbitraries.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import {
  type Asked,
  slowFunnel,
  slowOverview,
  slowQueue,
  slowReasons,
  slowSoftware,
  slowWeekly,
  type World,
} from '../support/slow-metrics.ts';

const CUSTOMERS = 150;
const NOW = addHours(START, 20 * 24);

/** The events of many customers, some cut short. */
const EVENTS = fc
  .sample(fc.tuple(eventLists, fc.integer({ min: 1, max: 12 })), { seed: 11, numRuns: CUSTOMERS })
  .flatMap(([list, length], index) =>
    list
      .slice(0, index % 3 === 0 ? undefined : length)
      .map((event) => ({ ...event, customerId: `customer-${index}` })),
  )
  .filter(({ type }, index) => type !== 'customer.deleted' || index % 5 === 0);

/** Attempts with one app: 2 of 20 failed in the weeks before, 6 of 7 in the last 24 hours. */
const INCIDENT: JourneyEvent[] = Array.from({ length: 27 }, (_, index) => {
  const data = { connectionId: `connection-${index}`, software: 'hbql' };
  const occurredAt = addHours(NOW, index < 20 ? -24 * (index + 1) - 1 : index - 27);
  const common = { customerId: `incident-${index}`, occurredAt, actorId: null };
  const signal = { ...common, source: 'codat' as const, sourceId: 'end' };
  return index > 1 && index < 21
    ? { ...signal, type: 'connection.authorized', data }
    : { ...signal, type: 'connection.failed', data: { ...data, reason: 'unknown', text: '' } };
});

/** A customer with repeated failures, which random events seldom produce. */
const REPEATED: JourneyEvent[] = [1, 2, 3].map((days) => ({
  customerId: 'repeated',
  actorId: null,
  source: 'codat',
  sourceId: `failure-${days}`,
  occurredAt: addHours(NOW, -24 * days),
  type: 'connection.failed',
  data: { connectionId: 'connection', software: 'rvam', reason: 'setup_incomplete', text: '' },
}));

const day = fc.integer({ min: -30, max: 40 });
const queries = fc.record({
  from: day,
  length: fc.integer({ min: 1, max: 60 }),
  software: fc.option(fc.constantFrom('gbol', 'akxx', 'unheard-of', 'none-at-all'), {
    nil: undefined,
  }),
  accountManagerId: fc.option(fc.constant('manager-1'), { nil: undefined, freq: 3 }),
});
const askedMetrics = queries.map(({ from, length, ...of }): Asked => {
  const start = addHours(START, from * 24);
  return { from: start, to: addHours(start, length * 24 + 7), ...of };
});

const pathOf = (name: Metric, asked: Partial<Asked> & { by?: string }): string => {
  const search = new URLSearchParams();
  for (const [parameter, value] of Object.entries(asked))
    if (value !== undefined) search.set(parameter, value);
  return `/api/metrics/${name}?${search}`;
};

/** Rounds all numbers: the database and JavaScript may add up in a different order. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one) =>
      typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one,
    ),
  );

const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);

/** All metrics but `queue`, which is as of now. */
const OF_PERIOD = Object.entries(METRICS).filter(([, { answer }]) => 'period' in answer.shape);

describe.each(DRIVERS)('metrics on $name', (driver) => {
  let test: TestApi;
  let world: World;

  beforeAll(async () => {
    test = await openOn(driver, 'metrics');
    test.clock.now = NOW;
    await ingest(test.database, [...EVENTS, ...INCIDENT, ...REPEATED], NOW);
    world = {
      customers: await test.database.select().from(customers),
      journeys: await test.database.select().from(journeys),
      attempts: await test.database.select().from(attempts),
      software: await test.database.select().from(software),
    };
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const ask = async <Name extends Metric>(
    name: Name,
    asked: Partial<Asked> & { by?: string } = {},
  ): Promise<MetricAnswer<Name>> => test.json(pathOf(name, asked));

  /** For each metric, compares an answer with a count by hand. */
  const COMPARISONS: Record<Metric, (asked: Asked) => Promise<void>> = {
    overview: async (asked) => {
      const answer = await ask('overview', asked);
      const { computedAt, definition: _, period, spikes: __, stuckByReason, ...numbers } = answer;
      const { stuckByReason: reasons, ...slow } = slowOverview(world, asked, NOW);
      expect(rounded(numbers)).toEqual(rounded(slow));
      const counts = stuckByReason.map(({ count }) => count);
      expect(counts).toEqual(descending(counts));
      expect(stuckByReason).toHaveLength(Object.keys(reasons).length);
      const found = stuckByReason.map((one) => [
        `${one.stuckReason} ${one.failureReason}`,
        one.count,
      ]);
      expect(Object.fromEntries(found)).toEqual(reasons);
      expect({ computedAt, period }).toEqual({
        computedAt: NOW,
        period: { from: asked.from, to: asked.to },
      });
    },
    funnel: async (asked) => {
      for (const by of ['software', 'accountManagerId'] as const) {
        const { sample, stages, groups } = await ask('funnel', { ...asked, by });
        const slow = slowFunnel(world, asked, NOW, by);
        expect(rounded({ sample, stages })).toEqual(
          rounded({ sample: slow.sample, stages: slow.stages }),
        );
        expect(groups).toHaveLength(slow.groups.size);
        for (const { id, name: _, ...group } of groups ?? [])
          expect(rounded(group)).toEqual(rounded(slow.groups.get(id)));
        const samples = groups?.map(({ sample }) => sample) ?? [];
        expect(samples).toEqual(descending(samples));
      }
    },
    software: async ({ software: _, ...asked }) => {
      const answer = await ask('software', asked);
      const slow = slowSoftware(world, asked, NOW);
      expect(new Set(answer.software.map(({ id }) => id))).toEqual(new Set(slow.keys()));
      for (const { spike: _, topReason, ...numbers } of answer.software) {
        const { topReasons = [], ...slowNumbers } = slow.get(numbers.id) ?? {};
        expect(rounded(numbers)).toEqual(rounded(slowNumbers));
        expect(topReasons.length > 0 ? topReasons : [null]).toContain(topReason);
      }
      const ranks = answer.software.map(({ failure }) =>
        failure.tooFew ? -1 : (failure.interval?.low ?? -1),
      );
      expect(ranks).toEqual(descending(ranks));
    },
    weekly: async (asked) => {
      const { weeks } = await ask('weekly', asked);
      expect(rounded(weeks)).toEqual(rounded(slowWeekly(world, asked)));
    },
    reasons: async (asked) => {
      const { weeks } = await ask('reasons', asked);
      const found = weeks.flatMap(({ week, reasons }) =>
        reasons.map(({ failureReason, count }) => ({ key: `${week} ${failureReason}`, count })),
      );
      const slow = slowReasons(world, asked, NOW);
      expect(found).toHaveLength(Object.keys(slow).length);
      expect(Object.fromEntries(found.map(({ key, count }) => [key, count]))).toEqual(slow);
      if (asked.software === undefined) return;
      const { software: all } = await ask('software', { ...asked, software: undefined });
      const own = all.find(({ id }) => id === asked.software);
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(own?.failed ?? 0);
    },
    queue: async () => {
      const { computedAt, groups } = await ask('queue');
      expect(computedAt).toBe(NOW);
      expect(groups.length).toBeGreaterThan(5);
      const slow = slowQueue(world, NOW);
      expect(groups).toHaveLength(Object.keys(slow).length);
      const found = groups.map(({ priority, stage, software, count }) => [
        `${priority} ${stage} ${software}`,
        count,
      ]);
      expect(Object.fromEntries(found)).toEqual(slow);
    },
  };

  it.each(Object.entries(COMPARISONS))('%s equals a count by hand', (_, compare) =>
    fc.assert(fc.asyncProperty(askedMetrics, compare), { numRuns: 25, seed: 5 }),
  );

  it('funnel has timed journeys and every way to stop in what is compared', async () => {
    const seen = new Set<string>();
    const look = async (asked: Asked) => {
      for (const { stopped, timed } of (await ask('funnel', asked)).stages)
        for (const [kind, count] of Object.entries({ ...stopped, timed }))
          if (count) seen.add(kind);
    };
    await fc.assert(fc.asyncProperty(askedMetrics, look), { numRuns: 25, seed: 5 });
    expect([...seen].sort()).toEqual(['closed', 'earlier', 'moving', 'stuck', 'timed']);
  });

  const listed = async (filter: object): Promise<number> => {
    const response = await test.list('customers', { filter, range: [0, 0] });
    return Number(response.headers.get('content-range')?.split('/')[1]);
  };

  it('count as many customers as the customer lists they link to', () =>
    fc.assert(
      fc.asyncProperty(askedMetrics, async (asked) => {
        const { from, to, ...of } = asked;
        const entered = { ...of, enteredAt_gte: from, enteredAt_lt: to };
        const { stages } = await ask('funnel', asked);
        for (const { stage, stopped } of stages.slice(0, -1))
          for (const standing of ['moving', 'stuck', 'closed'] as const)
            expect(await listed({ ...entered, furthestStage: stage, standing })).toBe(
              stopped[standing],
            );
        const { connected, stuckNow, stuckByReason } = await ask('overview', asked);
        expect(await listed({ ...of, authorizedAt_gte: from, authorizedAt_lt: to })).toBe(
          connected.count,
        );
        expect(await listed({ ...of, stuck: true })).toBe(stuckNow.count);
        for (const { stuckReason, failureReason, count } of stuckByReason) {
          const why = failureReason && { failureReason };
          expect(await listed({ ...of, stuck: true, stuckReason, ...why })).toBe(count);
        }
        const { software: _, ...byManager } = of;
        const { software: all } = await ask('software', { from, to, ...byManager });
        const [first] = all;
        if (first) {
          const inProgress = { software: first.id, connected: false, closed: false };
          expect(await listed({ ...byManager, ...inProgress })).toBe(first.inProgress);
        }
      }),
      { numRuns: 6, seed: 3 },
    ));

  it('count every stuck customer in one group of the queue, as many as its filters list', async () => {
    const { groups } = await ask('queue');
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
    expect(period).toEqual({ from: addHours(NOW, -28 * 24), to: NOW });
  });

  it.each([
    ['from=yesterday', 'from'],
    ['to=2026-02-30T00:00:00Z', 'to'],
    ['from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z', 'to'],
    ['from=2020-01-01T00:00:00Z&to=2026-03-01T00:00:00Z', 'from'],
    ['from=0000-01-01T00:00:00Z&to=0001-01-01T00:00:00Z', 'from'],
    ['accountManagerId=', 'accountManagerId'],
    ['accountManagerId=a%00b', 'accountManagerId'],
    ['shoeSize=44', 'shoeSize'],
  ])('of a period reject the query %s with 400, naming %s', async (query, parameter) => {
    expect(OF_PERIOD).toHaveLength(5);
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
  ])('%s rejects the query %s with 400, naming %s', async (name, query, parameter) => {
    const response = await test.request(`/api/metrics/${name}?${query}`);
    expect(response.status).toBe(400);
    expect(Object.keys((await response.json()).errors)).toEqual([parameter]);
  });

  it('report software that fails more than usual, for any account manager, and no other', async () => {
    const spike = { window: '24h', failed: 6, ended: 7, usual: rate(2, 20) };
    const { spikes } = await ask('overview', { accountManagerId: 'nobody' });
    expect(spikes).toEqual([{ ...spike, software: 'hbql', name: 'Sage 50 Accounts' }]);
    expect((await ask('overview', { software: 'gbol' })).spikes).toEqual([]);
    const { software: all } = await ask('software');
    const spiking = all.filter((one) => one.spike !== null);
    expect(spiking).toMatchObject([{ id: 'hbql', spike }]);
  });
});
