import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, quantileOf, survivalAt, type Watched } from './kaplan-meier.ts';
import { Z_95 } from './rate.ts';

const happened = (...times: number[]): Watched[] => times.map((time) => ({ time, happened: true }));
const censored = (...times: number[]): Watched[] =>
  times.map((time) => ({ time, happened: false }));

/**
 * Weeks in remission of 21 leukaemia patients on 6-mercaptopurine.
 * Source: E. J. Freireich et al., Blood 21 (1963); survival and standard errors as in D. G. Kleinbaum and M. Klein,
 * “Survival analysis”, chapter 2.
 */
const REMISSIONS = [
  ...happened(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...censored(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];

describe('the Kaplan-Meier curve of the 6-MP trial', () => {
  const curve = kaplanMeier(REMISSIONS);

  it.each([
    [6, 21, 0.857, 0.0764],
    [7, 17, 0.807, 0.0869],
    [10, 15, 0.753, 0.0963],
    [13, 12, 0.69, 0.1068],
    [16, 11, 0.627, 0.1141],
    [22, 7, 0.538, 0.1282],
    [23, 6, 0.448, 0.1346],
  ])(
    'at week %i has %i at risk, survival %f and standard error %f',
    (week, atRisk, share, error) => {
      const step = curve.find(({ time }) => time === week);
      expect(step?.atRisk).toBe(atRisk);
      expect(step?.survival).toBeCloseTo(share, 3);
      // Back from the interval: ln(−ln low) − ln(−ln S) = z · error ÷ (S · |ln S|).
      const { survival = 0, low = 0 } = step ?? {};
      const reach = Math.log(Math.log(low) / Math.log(survival));
      expect((reach / Z_95) * survival * -Math.log(survival)).toBeCloseTo(error, 4);
    },
  );

  it('has the published log-log interval', () => {
    const { low, high } = survivalAt(curve, 12);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.503', '0.889']);
  });

  it('has a median of 23 weeks, from 13 weeks to a bound the trial never reached', () => {
    expect(quantileOf(curve, 0.5)).toEqual({ time: 23, low: 13, high: null });
  });

  it('does not reach a 90th percentile', () => {
    expect(quantileOf(curve, 0.9)).toEqual({ time: null, low: null, high: null });
  });
});

it('nothing has happened before the first time it did', () => {
  expect(survivalAt(kaplanMeier(happened(5)), 4)).toEqual({ survival: 1, low: 1, high: 1 });
  expect(kaplanMeier(censored(1, 2))).toEqual([]);
  expect(kaplanMeier([])).toEqual([]);
});

it('a curve ends at 0 when it happened to the last one watched', () => {
  const { survival, low } = survivalAt(kaplanMeier(happened(1, 2, 3)), 3);
  expect([survival, low]).toEqual([0, 0]);
});

it('a percentile of a hundred is exact, although shares are rounded', () => {
  const curve = kaplanMeier(happened(...Array.from({ length: 100 }, (_, index) => index + 1)));
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9])
    expect(quantileOf(curve, part).time).toBe(Math.round(part * 100));
});

const watched = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 20 }), happened: fc.boolean() }),
  { maxLength: 60 },
);

/** One time after another, counting everybody again. */
const slowSurvival = (all: readonly Watched[], until: number): number => {
  let survival = 1;
  for (let time = 0; time <= until; time += 1) {
    const atRisk = all.filter((one) => one.time >= time).length;
    const ended = all.filter((one) => one.time === time && one.happened).length;
    if (atRisk > 0) survival *= (atRisk - ended) / atRisk;
  }
  return survival;
};

it('the curve equals a slow, obvious count at every time, in any order', () => {
  fc.assert(
    fc.property(watched, fc.integer({ min: 0, max: 25 }), (all, time) => {
      const { survival } = survivalAt(kaplanMeier(all), time);
      expect(survival).toBeCloseTo(slowSurvival(all, time), 9);
      expect(survivalAt(kaplanMeier(all.toReversed()), time).survival).toBe(survival);
    }),
  );
});

it('without censoring, the curve is the share that is left', () => {
  fc.assert(
    fc.property(watched, fc.integer({ min: 0, max: 25 }), (some, time) => {
      const all = some.map((one) => ({ ...one, happened: true }));
      if (all.length === 0) return;
      const left = all.filter((one) => one.time > time).length / all.length;
      expect(survivalAt(kaplanMeier(all), time).survival).toBeCloseTo(left, 9);
    }),
  );
});

it('the interval contains the curve, and a percentile’s interval the percentile', () => {
  fc.assert(
    fc.property(watched, fc.constantFrom(0.5, 0.9), (all, part) => {
      const curve = kaplanMeier(all);
      for (const { survival, low, high } of curve) {
        expect(low).toBeLessThanOrEqual(survival);
        expect(high).toBeGreaterThanOrEqual(survival);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }
      const { time, low, high } = quantileOf(curve, part);
      if (time !== null) expect(low).toBeLessThanOrEqual(time);
      if (high !== null) expect(high).toBeGreaterThanOrEqual(time ?? Number.NaN);
    }),
  );
});
