import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areCountsApart,
  areMediansApart,
  compare,
  conversionCurve,
  conversionWithin,
  DAY_HOURS,
  differenceOf,
  type Pursuit,
  timeToReach,
} from './conversion.ts';
import { wilson } from './rate.ts';

const reached = (...days: number[]): Pursuit[] =>
  days.map((day) => ({ age: 100 * DAY_HOURS, reachedAfter: day * DAY_HOURS }));
const notYet = (...days: number[]): Pursuit[] =>
  days.map((day) => ({ age: day * DAY_HOURS, reachedAfter: null }));

/** The 6-MP trial with days for weeks: E. J. Freireich et al., Blood 21 (1963). */
const TRIAL = [
  ...reached(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...notYet(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];

describe('conversion', () => {
  it('is one minus the published survival, with its log-log interval', () => {
    const { share, low, high } = conversionWithin(12, TRIAL);
    const published = [1 - 0.753, 1 - 0.889, 1 - 0.503];
    [share, low, high].forEach((found, index) => {
      expect(found).toBeCloseTo(published[index] ?? 0, 3);
    });
  });

  it('counts who reached it in time and who is as old', () => {
    const { of, connected, ripe, at } = conversionWithin(20, TRIAL);
    expect({ of, connected, ripe }).toEqual({ of: 21, connected: 7, ripe: 15 });
    expect(at.map(({ days, ripe }) => [days, ripe])).toEqual([
      [1, 21],
      [7, 20],
      [14, 17],
      [30, 13],
    ]);
  });

  it('of an old cohort is the plain share, closed cases included', () => {
    const all = [...reached(3, 20), ...notYet(40, 40)];
    expect(conversionWithin(14, all).share).toBeCloseTo(1 / 4, 9);
    expect(conversionWithin(30, all).share).toBeCloseTo(2 / 4, 9);
  });

  it('of nobody is null, and may be anything', () => {
    expect(conversionWithin(14, [])).toMatchObject({ share: null, low: 0, high: 1, of: 0 });
  });

  it('of 0 and 1 has Wilson’s interval of those watched so long', () => {
    const none = [...notYet(20, 20, 20), ...notYet(2)];
    expect(conversionWithin(14, none)).toMatchObject({ share: 0, ...wilson(0, 3) });
    expect(conversionWithin(14, reached(1, 2, 3))).toMatchObject({ share: 1, ...wilson(3, 3) });
  });

  it('by day equals that within the same number of days, as far as anybody is as old', () => {
    const curve = conversionCurve(
      40,
      TRIAL.map((one) => ({ ...one, age: Math.min(one.age, 840) })),
    );
    for (const { day, share, low, high } of curve.slice(0, 36)) {
      const within = conversionWithin(day, TRIAL);
      expect([share, low, high]).toEqual([within.share, within.low, within.high]);
    }
    expect(curve.slice(36).every(({ share, atRisk }) => share === null && atRisk === 0)).toBe(true);
  });
});

describe('the interval of a difference', () => {
  it.each([
    // R. G. Newcombe, “Interval estimation for the difference between independent proportions: comparison of eleven
    // methods”, Statistics in Medicine 17 (1998), table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('of %i in %i and %i in %i is as published by Newcombe', (a, ofA, b, ofB, low, high) => {
    const difference = differenceOf(
      { share: a / ofA, ...wilson(a, ofA) },
      { share: b / ofB, ...wilson(b, ofB) },
    );
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });
});

describe('a change', () => {
  const of = (count: number, connected: number, age: number) => [
    ...Array.from({ length: connected }, () => ({ age: age * DAY_HOURS, reachedAfter: 1 })),
    ...notYet(...Array.from({ length: count - connected }, () => age)),
  ];
  const change = (now: Pursuit[], before: Pursuit[]) =>
    compare(conversionWithin(14, now), conversionWithin(14, before)).clear;

  it('is clear when the interval of the difference excludes 0', () => {
    expect(change(of(100, 80, 20), of(100, 50, 48))).toBe(true);
    expect(change(of(100, 55, 20), of(100, 50, 48))).toBe(false);
  });

  it('is never clear with fewer than 20 that are ripe', () => {
    expect(change([...of(19, 19, 20), ...of(50, 50, 3)], of(100, 20, 48))).toBe(false);
    expect(change(of(20, 20, 20), of(100, 20, 48))).toBe(true);
  });

  it('is never clear against a period without anybody', () => {
    expect(compare(conversionWithin(14, TRIAL), conversionWithin(14, []))).toEqual({
      difference: null,
      clear: false,
    });
  });

  it('of counts is clear beyond 1.96 standard deviations of chance, by the periods’ lengths', () => {
    const days = (count: number, length: number) => ({ count, hours: length * DAY_HOURS });
    expect(areCountsApart(days(60, 7), days(40, 7))).toBe(true);
    expect(areCountsApart(days(59, 7), days(41, 7))).toBe(false);
    expect(areCountsApart(days(40, 14), days(20, 7))).toBe(false);
    expect(areCountsApart(days(0, 7), days(0, 7))).toBe(false);
  });
});

it('the time to reach it is not reached while fewer than half have', () => {
  expect(timeToReach(TRIAL)).toEqual({
    median: { hours: 23 * DAY_HOURS, low: 13 * DAY_HOURS, high: null },
    p90: { hours: null, low: null, high: null },
    of: 21,
  });
  const { median } = timeToReach(TRIAL);
  expect(areMediansApart(median, { hours: 1, low: 1, high: 2 })).toBe(false);
});

/** Numbers from 0 to 1, the same ones in each run. */
const random = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Of customers invited evenly over some days, 80% connect, after 4 days on average. */
const invited = (count: number, oldest: number, next: () => number): Pursuit[] =>
  Array.from({ length: count }, () => {
    const age = (oldest - 28 * next()) * DAY_HOURS;
    const wants = next() < 0.8 && -Math.log(1 - next()) * 4 * DAY_HOURS;
    return { age, reachedAfter: wants && wants <= age ? wants : null };
  });
const TRUTH = 0.8 * (1 - Math.exp(-14 / 4));
const MEDIAN = -4 * DAY_HOURS * Math.log(1 - 0.5 / 0.8);
const RUNS = 1500;

describe('of a process that never changes', () => {
  const next = random(3);
  const looks = Array.from({ length: RUNS }, () => {
    const [now, before] = [invited(120, 28, next), invited(120, 56, next)];
    const [one, other] = [conversionWithin(14, now), conversionWithin(14, before)];
    const [fast, slow] = [timeToReach(now).median, timeToReach(before).median];
    return { one, fast, change: compare(one, other).clear, faster: areMediansApart(fast, slow) };
  });
  const shareOf = (condition: (look: (typeof looks)[number]) => boolean) =>
    looks.filter(condition).length / RUNS;

  it('the intervals hold the truth in 93 to 97% of looks, although half of the customers are too young', () => {
    const covers = shareOf(({ one: { low, high } }) => low <= TRUTH && TRUTH <= high);
    const holds = shareOf(
      ({ fast: { low, high } }) => Number(low) <= MEDIAN && MEDIAN <= Number(high),
    );
    for (const coverage of [covers, holds]) {
      expect(coverage).toBeGreaterThan(0.93);
      expect(coverage).toBeLessThan(0.97);
    }
  });

  it('a change is clear in about one of twenty looks', () => {
    expect(shareOf(({ change }) => change)).toBeLessThan(0.065);
    expect(shareOf(({ faster }) => faster)).toBeLessThan(0.065);
  });

  it('the share is neither too low nor too high on average', () => {
    const mean = looks.reduce((sum, { one }) => sum + (one.share ?? 0), 0) / RUNS;
    expect(Math.abs(mean - TRUTH)).toBeLessThan(0.005);
  });
});

it('the share of those who are old enough never changes as time passes', () => {
  const cohorts = fc.array(
    fc.record({
      age: fc.integer({ min: 14, max: 60 }),
      day: fc.option(fc.integer({ max: 60, min: 0 })),
    }),
  );
  fc.assert(
    fc.property(cohorts, fc.nat(100), (cohort, later) => {
      const after = (days: number) =>
        cohort.map(({ age, day }) => ({
          age: (age + days) * DAY_HOURS,
          reachedAfter: day === null || day > age ? null : day * DAY_HOURS,
        }));
      const { at: _, ...then } = conversionWithin(14, after(0));
      const { at: __, ...now } = conversionWithin(14, after(later));
      expect(now).toEqual(then);
    }),
  );
});
