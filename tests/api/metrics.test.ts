import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReasonsAnswer } from '../../src/api/metrics/answers.ts';
import { ingest } from '../../src/database/ingest.ts';
import { attempts, customers, journeys } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { addHours } from '../../src/journey/instant.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { eventLists, START } from '../../src/journey/testing/arbitraries.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import {
  type Asked,
  slowFunnel,
  slowOverview,
  slowReasons,
  slowSoftware,
  slowWeekly,
  type World,
} from '../support/slow-metrics.ts';

const CUSTOMERS = 150;
const NOW = addHours(START, 20 * 24);

/** Events of many customers, some of whose journeys are cut short. */
const EVENTS = fc
  .sample(fc.tuple(eventLists, fc.integer({ min: 1, max: 12 })), { seed: 11, numRuns: CUSTOMERS })
  .flatMap(([list, length], index) =>
    list
      .slice(0, index % 3 === 0 ? undefined : length)
      .map((event) => ({ ...event, customerId: `customer-${index}` })),
  )
  .filter(({ type }, index) => type !== 'customer.deleted' || index % 5 === 0);

/** Attempts with one accounting package: two of twenty failed in the weeks before, six of seven since yesterday. */
const INCIDENT: JourneyEvent[] = Array.from({ length: 27 }, (_, index) => {
  const data = { connectionId: `connection-${index}`, software: 'hbql' };
  const occurredAt = addHours(NOW, index < 20 ? -24 * (index + 1) - 1 : index - 27);
  const common = { customerId: `incident-${index}`, occurredAt, actorId: null };
  const signal = { ...common, source: 'codat' as const, sourceId: 'end' };
  return index > 1 && index < 21
    ? { ...signal, type: 'connection.authorized', data }
    : { ...signal, type: 'connection.failed', data: { ...data, reason: 'unknown', text: '' } };
});

/** A customer with repeated failures, which random events rarely produce. */
const REPEATED: JourneyEvent[] = [1, 2, 3].map((days) => ({
  ...{ customerId: 'repeated', actorId: null, source: 'codat', sourceId: `failure-${days}` },
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

const pathOf = (name: string, asked: Partial<Asked> & { by?: string }): string => {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return `/api/metrics/${name}?${new URLSearchParams(given as [string, string][])}`;
};

/** Rounds numbers, because the database and JavaScript may add them up in different orders. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one) =>
      typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one,
    ),
  );

describe.each(DRIVERS)('the metrics on $name', (driver) => {
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
    };
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  /** Checks a property for arbitrary periods and filters. */
  const compare = (property: (asked: Asked) => Promise<void>) =>
    fc.assert(fc.asyncProperty(askedMetrics, property), { numRuns: 25, seed: 5 });

  it('of the funnel match a count by hand', async () => {
    const seen = new Set<string>();
    await compare(async (asked) => {
      for (const by of ['software', 'accountManagerId'] as const) {
        const { sample, stages, groups } = await test.json(pathOf('funnel', { ...asked, by }));
        const slow = slowFunnel(world, asked, NOW, by);
        expect(rounded({ sample, stages })).toEqual(
          rounded({ sample: slow.sample, stages: slow.stages }),
        );
        expect(groups).toHaveLength(slow.groups.size);
        for (const { id, name: _, ...group } of groups)
          expect(rounded(group)).toEqual(rounded(slow.groups.get(id)));
        for (const { stopped, timed } of stages)
          for (const [kind, count] of Object.entries({ ...stopped, timed }))
            if (count) seen.add(kind);
      }
    });
    expect([...seen].sort()).toEqual(['closed', 'earlier', 'moving', 'stuck', 'timed']);
  });

  it('of each week match a count by hand', () =>
    compare(async (asked) => {
      const { weeks } = await test.json(pathOf('weekly', asked));
      expect(rounded(weeks)).toEqual(rounded(slowWeekly(world, asked)));
    }));

  it('of the overview match a count by hand', () =>
    compare(async (asked) => {
      const answer = await test.json(pathOf('overview', asked));
      const { computedAt, definition: _, period, spikes: __, stuckByReason, ...numbers } = answer;
      const { stuckByReason: reasons, ...slow } = slowOverview(world, asked, NOW);
      expect(rounded(numbers)).toEqual(rounded(slow));
      const found = stuckByReason.map((one: Record<string, string>) => [
        `${one.stuckReason} ${one.failureReason}`,
        one.count,
      ]);
      expect(Object.fromEntries(found)).toEqual(reasons);
      expect({ computedAt, period }).toEqual({
        computedAt: NOW,
        period: { from: asked.from, to: asked.to },
      });
    }));

  it('of accounting software match a count by hand, sorted by likelihood of failure', () =>
    compare(async ({ software: _, ...asked }) => {
      const { software } = await test.json(pathOf('software', asked));
      for (const { id, name: __, spike: ___, topReason, ...numbers } of software) {
        const { topReasons, ...slow } = slowSoftware(world, { ...asked, software: id }, NOW);
        expect(rounded(numbers)).toEqual(rounded(slow));
        expect(topReasons.length > 0 ? topReasons : [null]).toContain(topReason);
      }
      const ranks = software.map(
        ({ failure }: { failure: { tooFew: boolean; interval: { low: number } | null } }) =>
          failure.tooFew ? -1 : (failure.interval?.low ?? -1),
      );
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    }));

  it('of failure reasons match a count by hand and add up to the failures with each accounting package', () =>
    compare(async (asked) => {
      const { weeks } = await test.json(pathOf('reasons', asked));
      const found = weeks.flatMap(({ week, reasons }: ReasonsAnswer['weeks'][number]) =>
        reasons.map(({ failureReason, count }) => [`${week} ${failureReason}`, count]),
      );
      expect(Object.fromEntries(found)).toEqual(slowReasons(world, asked, NOW));
      if (asked.software === undefined) return;
      const { software } = await test.json(pathOf('software', { ...asked, software: undefined }));
      const own = software.find(({ id }: { id: string }) => id === asked.software);
      const sum = found.reduce((total: number, [, count]: [string, number]) => total + count, 0);
      expect(sum).toBe(own?.failed ?? 0);
    }));

  const listed = async (filter: object): Promise<number> => {
    const response = await test.list('customers', { filter, range: [0, 0] });
    return Number(response.headers.get('content-range')?.split('/')[1]);
  };

  it('link to filters that match exactly the customers they count', () =>
    fc.assert(
      fc.asyncProperty(askedMetrics, async (asked) => {
        const { from, to, ...of } = asked;
        const entered = { ...of, enteredAt_gte: from, enteredAt_lt: to };
        const { stages } = await test.json(pathOf('funnel', asked));
        for (const { stage, stopped } of stages.slice(0, -1))
          for (const standing of ['moving', 'stuck', 'closed'] as const)
            expect(await listed({ ...entered, furthestStage: stage, standing })).toBe(
              stopped[standing],
            );
        const { connected, stuckNow, stuckByReason } = await test.json(pathOf('overview', asked));
        expect(await listed({ ...of, authorizedAt_gte: from, authorizedAt_lt: to })).toBe(
          connected.count,
        );
        expect(await listed({ ...of, stuck: true })).toBe(stuckNow.count);
        for (const { stuckReason, failureReason, count } of stuckByReason) {
          const why = failureReason && { failureReason };
          expect(await listed({ ...of, stuck: true, stuckReason, ...why })).toBe(count);
        }
      }),
      { numRuns: 6, seed: 3 },
    ));

  it('of the queue count every stuck customer in exactly one group, whose filter matches them', async () => {
    const { computedAt, groups } = await test.json('/api/metrics/queue', 'agent');
    expect(computedAt).toBe(NOW);
    expect(groups.length).toBeGreaterThan(5);
    let sum = 0;
    for (const { count, softwareName: _, ...group } of groups) {
      expect(await listed({ stuck: true, ...group })).toBe(count);
      sum += count;
    }
    expect(await listed({ stuck: true })).toBe(sum);
  });

  it('default to the last 28 days and include a definition', async () => {
    for (const name of ['overview', 'funnel', 'software', 'weekly', 'reasons']) {
      const answer = await test.json(`/api/metrics/${name}`, 'agent');
      expect(answer).toMatchObject({
        computedAt: NOW,
        period: { from: addHours(NOW, -28 * 24), to: NOW },
        definition: expect.stringMatching(/^[A-Z].+\.$/),
      });
    }
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
  ])('answer 400 to %s, naming %s', async (query, parameter) => {
    for (const name of ['overview', 'funnel', 'software', 'weekly', 'reasons']) {
      const response = await test.request(`/api/metrics/${name}?${query}`);
      expect(response.status).toBe(400);
      const { errors, detail } = await response.json();
      expect(Object.keys(errors)).toEqual([parameter]);
      expect(detail).toContain(parameter);
    }
  });

  it('report only software that fails more than usual, whatever the account manager', async () => {
    const spike = { window: '24h', failed: 6, ended: 7, usual: rate(2, 20) };
    const { spikes } = await test.json('/api/metrics/overview?accountManagerId=nobody');
    expect(spikes).toEqual([{ ...spike, software: 'hbql', name: 'Sage 50 Accounts' }]);
    expect((await test.json('/api/metrics/overview?software=gbol')).spikes).toEqual([]);
    const { software } = await test.json('/api/metrics/software');
    const spiking = software.filter((one: { spike: object | null }) => one.spike !== null);
    expect(spiking).toMatchObject([{ id: 'hbql', spike }]);
  });

  it('reject a breakdown by an unknown field', async () => {
    const response = await test.request('/api/metrics/funnel?by=shoeSize');
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toHaveProperty('by');
  });
});
