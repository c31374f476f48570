import { expect } from 'vitest';
import { METRICS, type Metric, type MetricAnswer } from '../../src/api/metrics/routes.ts';
import type { Software } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { slowLandmark } from '../../src/journey/testing/slow-landmark.ts';
import { slowSilences, slowSpells } from './slow-actions.ts';
import { slowCurve, slowOverview, slowWeekly } from './slow-conversion.ts';
import { slowDropoff } from './slow-dropoff.ts';
import { slowFunnel } from './slow-funnel.ts';
import { historiesOf } from './slow-history.ts';
import { slowManagers } from './slow-managers.ts';
import { type changesAround, slowMarks } from './slow-marks.ts';
import { type Filters, slowQueue } from './slow-metrics.ts';
import { slowPortfolio } from './slow-portfolio.ts';
import { slowReasons, slowSoftware } from './slow-software.ts';

/** Test support: compares all metrics with what the slow ones count, which share no code with them. */

export const METRIC_NAMES = Object.keys(METRICS) as Metric[];

type Query = Partial<Filters> & { by?: string; days?: string; landmark?: string };

export const pathOf = (name: Metric, filters: Query): string => {
  const search = new URLSearchParams();
  for (const [parameter, value] of Object.entries(filters))
    if (value !== undefined) search.set(parameter, value);
  return `/api/metrics/${name}?${search}`;
};

/** Rounds all numbers: the database and JavaScript may add up in a different order. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, item) =>
      typeof item === 'number' ? Math.round(item * 1e9) / 1e9 : item,
    ),
  );

const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);

/** The first 50, the last first, and those of the same moment by id. */
const newest = (times: ReadonlyMap<string, string>) =>
  [...times]
    .sort(([id, at], [other, before]) =>
      at === before ? (id < other ? -1 : 1) : at < before ? 1 : -1,
    )
    .slice(0, 50);

/** The first 50, the next first, and those of the same moment by id. */
const soonest = (times: ReadonlyMap<string, string>) =>
  [...times]
    .sort(([id, at], [other, after]) =>
      at === after ? (id < other ? -1 : 1) : at < after ? -1 : 1,
    )
    .slice(0, 50);

/** What all events of some customers tell. Of a million, the events themselves would be too many to keep. */
export const toldBy = (events: readonly JourneyEvent[], software: Software[], now: Instant) => ({
  histories: historiesOf(events, now),
  spells: slowSpells(events, software, now),
  silences: slowSilences(events, software, now),
});

type Compared = {
  told: readonly ReturnType<typeof toldBy>[];
  software: Software[];
  now: Instant;
  timeZone: string;
  /** Within which customers have to connect to count as converted. */
  days: number;
  /** What the team changed. */
  changes: ReturnType<typeof changesAround>;
};

/** For each metric, compares an answer with a count by hand. */
export const comparisonsOf = (
  { told, software, now, timeZone, days, changes }: Compared,
  json: (path: string) => Promise<unknown>,
): Record<Metric, (filters: Filters) => Promise<void>> => {
  const world = { histories: told.flatMap(({ histories }) => histories), software, timeZone };
  const spells = told.flatMap((some) => some.spells);
  const silences = new Map(told.flatMap((some) => [...some.silences]));
  const fetchMetric = async <Name extends Metric>(
    name: Name,
    filters: Query = {},
  ): Promise<MetricAnswer<Name>> => json(pathOf(name, filters)) as Promise<MetricAnswer<Name>>;
  return {
    overview: async (filters) => {
      const answer = await fetchMetric('overview', filters);
      const {
        computedAt,
        definition: _,
        definitions: __,
        period,
        incidents: ___,
        stuckByReason,
        ...numbers
      } = answer;
      const { stuckByReason: reasons, ...slow } = slowOverview(world, filters, now, days);
      expect(rounded(numbers)).toEqual(rounded(slow));
      const counts = stuckByReason.map(({ count }) => count);
      expect(counts).toEqual(descending(counts));
      expect(stuckByReason).toHaveLength(Object.keys(reasons).length);
      const found = stuckByReason.map((row) => [
        `${row.stuckReason} ${row.failureReason}`,
        row.count,
      ]);
      expect(Object.fromEntries(found)).toEqual(reasons);
      expect({ computedAt, period }).toEqual({
        computedAt: now,
        period: { from: filters.from, to: filters.to },
      });
    },
    curve: async (filters) => {
      for (const within of [60, 14]) {
        const answer = await fetchMetric('curve', { ...filters, days: String(within) });
        const { computedAt: _, definition: __, period: ___, ...numbers } = answer;
        expect(rounded(numbers)).toEqual(rounded(slowCurve(world, filters, now, within)));
      }
    },
    funnel: async (filters) => {
      for (const by of ['software', 'accountManagerId'] as const) {
        const answer = await fetchMetric('funnel', { ...filters, by });
        const { computedAt: _, definition: __, period: ___, groups, ...all } = answer;
        const { groups: slowGroups, ...slow } = slowFunnel(world, filters, now, by);
        expect(rounded(all)).toEqual(rounded(slow));
        expect(groups).toHaveLength(slowGroups.size);
        for (const { id, name: _, ...group } of groups ?? [])
          expect(rounded(group)).toEqual(rounded(slowGroups.get(id)));
        const samples = groups?.map(({ sample }) => sample) ?? [];
        expect(samples).toEqual(descending(samples));
      }
    },
    software: async ({ software: _, ...filters }) => {
      const answer = await fetchMetric('software', filters);
      const slow = slowSoftware(world, filters, now);
      expect(new Set(answer.software.map(({ id }) => id))).toEqual(new Set(slow.keys()));
      for (const { incident: _, topReason, ...numbers } of answer.software) {
        const { topReasons = [], ...slowNumbers } = slow.get(numbers.id) ?? {};
        expect(rounded(numbers)).toEqual(rounded(slowNumbers));
        expect(topReasons.length > 0 ? topReasons : [null]).toContain(topReason);
      }
      const ranks = answer.software.map(({ customers: { tooFew, low } }) =>
        tooFew ? -1 : (low ?? -1),
      );
      expect(ranks).toEqual(descending(ranks));
    },
    weekly: async (filters) => {
      const { weeks } = await fetchMetric('weekly', filters);
      expect(rounded(weeks)).toEqual(rounded(slowWeekly(world, filters, now, days)));
    },
    reasons: async (filters) => {
      const { reasons, weeks } = await fetchMetric('reasons', filters);
      const slow = slowReasons(world, filters, now);
      const found = weeks.flatMap(({ week, reasons }) =>
        reasons.map((one) => ({ ...one, key: `${week} ${one.failureReason}` })),
      );
      expect(found).toHaveLength(Object.keys(slow.attempts).length);
      expect(Object.fromEntries(found.map(({ key, count }) => [key, count]))).toEqual(
        slow.attempts,
      );
      const counted = found.filter(({ customers }) => customers > 0);
      expect(Object.fromEntries(counted.map(({ key, customers }) => [key, customers]))).toEqual(
        slow.customers,
      );
      expect(
        Object.fromEntries(
          reasons.map(({ failureReason, customers }) => [failureReason, customers]),
        ),
      ).toEqual(slow.all);
      const ranks = reasons.map(({ customers }) => customers);
      expect(ranks).toEqual(descending(ranks));
      if (filters.software === undefined) return;
      const { software: all } = await fetchMetric('software', { ...filters, software: undefined });
      const own = all.find(({ id }) => id === filters.software);
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(own?.failed ?? 0);
    },
    marks: async ({ accountManagerId: _, ...filters }) => {
      const { marks } = await fetchMetric('marks', filters);
      expect(marks).toEqual(slowMarks(changes, filters, timeZone));
    },
    portfolio: async ({ software: _, ...filters }) => {
      const answer = await fetchMetric('portfolio', filters);
      const slow = slowPortfolio(world, silences, filters, now);
      expect(answer.slipped).toEqual(slow.slipped);
      expect(answer.stuckNow).toEqual({
        ...{ count: slow.stuckNow, weekAgo: null, keptSince: null, days: [] },
      });
      for (const name of ['connected', 'becameStuck', 'wentQuiet', 'lost'] as const) {
        const { customers, count, deleted, over } = answer[name];
        const { times, hidden, ...counts } = slow.groups[name];
        expect({ name, count, deleted, over }).toEqual({ name, ...counts });
        expect(customers.map(({ id, at }) => [id, at])).toEqual(newest(times));
      }
      expect(answer.becameStuck.hidden).toBe(slow.groups.becameStuck.hidden);
      const soon = answer.atRisk.customers.map(({ id, at }) => [id, at] as const);
      expect(answer.atRisk.count).toBe(slow.atRisk.size);
      expect(new Map(soon)).toEqual(new Map(soonest(slow.atRisk)));
      expect(soon.map(([, at]) => at)).toEqual(soon.map(([, at]) => at).sort());
    },
    queue: async () => {
      const { computedAt, groups } = await fetchMetric('queue');
      expect(computedAt).toBe(now);
      expect(groups.length).toBeGreaterThan(5);
      const slow = slowQueue(world, now);
      expect(groups).toHaveLength(Object.keys(slow).length);
      const found = groups.map(({ priority, stage, software, count }) => [
        `${priority} ${stage} ${software}`,
        count,
      ]);
      expect(Object.fromEntries(found)).toEqual(slow);
    },
    actions: async ({ from, to, ...of }) => {
      const own = spells.filter(
        ({ software: on, accountManager }) =>
          (of.software ?? on) === on && (of.accountManagerId ?? accountManager) === accountManager,
      );
      const after = [1, 3, 7][new Date(from).getUTCDate() % 3] ?? 1;
      const landmark = String(after);
      const answer = await fetchMetric('actions', { from, to, ...of, landmark });
      const { sample, pending, leftOut, actions } = answer;
      const strata = actions.flatMap((one) =>
        one.strata.map(({ stuckReason, complexity, priority, ...counts }) => [
          `${one.action} ${stuckReason} ${complexity} ${priority}`,
          counts,
        ]),
      );
      const found = { sample, pending, leftOut, strata: Object.fromEntries(strata) };
      expect(found).toEqual(slowLandmark(own, { from, to, days: after, now }));
    },
    evidence: async () => {
      const period = { from: addHours(now, -180 * 24), to: now };
      const { strata } = slowLandmark(spells, { ...period, days: 1, now });
      const positions = Map.groupBy(Object.entries(strata), ([position]) =>
        position.replace(/ [a-z]+$/, ''),
      );
      const enough = [...positions].flatMap(([position, own]) => {
        const of = own.reduce((sum, [, { treated }]) => sum + treated.of, 0);
        const count = own.reduce((sum, [, { treated }]) => sum + treated.count, 0);
        return of < 30 ? [] : [[position, rate(count, of)]];
      });
      const { evidence } = await fetchMetric('evidence');
      const found = evidence.map(({ action, stuckReason, complexity, moved }) => [
        `${action} ${stuckReason} ${complexity}`,
        moved,
      ]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(enough));
    },
    managers: async ({ accountManagerId: _, ...filters }) => {
      const answer = await fetchMetric('managers', filters);
      const slow = slowManagers(world, filters, now, days);
      expect(rounded(answer.all)).toEqual(rounded(slow.all));
      expect(answer.managers).toHaveLength(slow.managers.size);
      for (const { id, name: _, ...numbers } of answer.managers)
        expect(rounded(numbers)).toEqual(rounded(slow.managers.get(id)));
    },
    dropoff: async (filters) => {
      const answer = await fetchMetric('dropoff', filters);
      const { all, tested, found } = answer;
      expect(rounded({ all, tested, found: found.map(({ label: _, ...one }) => one) })).toEqual(
        rounded(slowDropoff(world, filters, now, days)),
      );
    },
  };
};
