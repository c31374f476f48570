import { mantelHaenszel } from '../../src/journey/metrics/comparisons/mantel-haenszel.ts';
import { standardize } from '../../src/journey/metrics/comparisons/standardize.ts';
import {
  cautiousDifference,
  conversionWithin,
  DAY_HOURS,
  type Share,
  timeToReach,
} from '../../src/journey/metrics/conversion.ts';
import { wilson } from '../../src/journey/metrics/rate.ts';
import { riskDifference } from '../../src/journey/metrics/risk-difference.ts';
import { seeded } from '../../src/journey/testing/seeded.ts';
import { invite, type Process, seenAt, trulyWithin } from './process.ts';

/** How often the interval of a number holds the truth. */
export type Coverage = { name: string; share: number };

type Random = () => number;
type Interval = { low: number; high: number };

const between = (low: number, high: number, random: Random): number =>
  low + (high - low) * random();

const pick = <T>(all: readonly [T, ...T[]], random: Random): T =>
  all[Math.floor(random() * all.length)] ?? all[0];

/** How many of so many happen. */
const happening = (of: number, chance: number, random: Random): number =>
  Array.from({ length: of }).filter(() => random() < chance).length;

/** A sample with its interval and the truth that it should hold. Null if it says nothing. */
type Trial = (random: Random) => { interval: Interval | null; truth: number } | null;

const failureRate: Trial = (random) => {
  const [truth, of] = [between(0.02, 0.6, random), pick([10, 40, 150], random)];
  return { interval: wilson(happening(of, truth, random), of), truth };
};

const someProcess = (random: Random): Process => ({
  invitedADay: pick([2, 8, 30], random),
  connects: between(0.4, 0.95, random),
  medianHours: between(8, 72, random),
  spread: between(0.8, 1.8, random),
});

const PERIOD_HOURS = 28 * DAY_HOURS;

const estimated = ({ share, low, high }: ReturnType<typeof conversionWithin>): Share | null =>
  share === null ? null : { share, low, high };

const conversion: Trial = (random) => {
  const process = someProcess(random);
  const seen = seenAt(PERIOD_HOURS, invite(process, PERIOD_HOURS, random));
  return {
    interval: estimated(conversionWithin(14, seen)),
    truth: trulyWithin(process, 14 * DAY_HOURS),
  };
};

/** Of this period, with people who have had less than 14 days, and the one before, without. */
const conversionDifference: Trial = (random) => {
  const process = { ...someProcess(random), invitedADay: pick([8, 30], random) };
  const all = invite(process, 2 * PERIOD_HOURS, random);
  const [now, before] = [true, false].map((late) =>
    estimated(
      conversionWithin(
        14,
        seenAt(
          2 * PERIOD_HOURS,
          all.filter(({ at }) => at >= PERIOD_HOURS === late),
        ),
      ),
    ),
  );
  return now && before ? { interval: cautiousDifference(now, before), truth: 0 } : null;
};

const medianTime: Trial = (random) => {
  const process = { ...someProcess(random), connects: 1 };
  const seen = seenAt(PERIOD_HOURS, invite(process, PERIOD_HOURS, random));
  const { low, high } = timeToReach(seen).median;
  if (low === null) return null;
  return {
    interval: { low, high: high ?? Number.POSITIVE_INFINITY },
    truth: process.medianHours,
  };
};

/** Portfolios of different size and mix, each stratum with a chance of its own. */
const standardized: Trial = (random) => {
  const chances = [0.9, 0.85, 0.75, 0.6];
  const strata = (sizes: readonly number[]) =>
    chances.map((chance, index) => {
      const of = sizes[index] ?? 0;
      const group = index < 2 ? 'simple' : 'complex';
      return { stratum: `${index}`, group, of, count: happening(of, chance, random) };
    });
  const size = pick([12, 40, 120], random);
  const mix = pick([[0.5, 0.3, 0.1, 0.1] as const, [0.1, 0.2, 0.3, 0.4] as const], random);
  const own = mix.map((part) => Math.round(part * size));
  const others = [200, 150, 100, 80];
  const all = own.map((one, index) => one + (others[index] ?? 0));
  const total = all.reduce((sum, one) => sum + one, 0);
  const truth = chances.reduce(
    (sum, chance, index) => sum + (chance * (all[index] ?? 0)) / total,
    0,
  );
  const unknown = { count: 0, of: 0 };
  const interval = standardize(
    { strata: strata(own), unknown },
    { strata: strata(others), unknown },
  );
  return { interval, truth };
};

const SIZES = [40, 60, 25, 15];

const actionEffect: Trial = (random) => {
  const truth = pick([0, 0.1, 0.25], random);
  const strata = SIZES.map((size) => {
    const usual = between(0.15, 0.6, random);
    const treated = Math.round(size * between(0.2, 0.8, random));
    return {
      treated: { of: treated, count: happening(treated, usual + truth, random) },
      untreated: { of: size - treated, count: happening(size - treated, usual, random) },
    };
  });
  return { interval: riskDifference(strata), truth };
};

const dropOff: Trial = (random) => {
  const truth = pick([1, 0.5, 2.5], random);
  const strata = SIZES.map((size) => {
    const usual = between(0.25, 0.8, random);
    const odds = (truth * usual) / (1 - usual);
    const of = Math.round(size * between(0.25, 0.75, random));
    return {
      with: { of, count: happening(of, odds / (1 + odds), random) },
      without: { of: size - of, count: happening(size - of, usual, random) },
    };
  });
  return { interval: mantelHaenszel(strata), truth };
};

const TRIALS: Record<string, Trial> = {
  'a failure rate (Wilson)': failureRate,
  'conversion within 14 days (Kaplan-Meier, Greenwood)': conversion,
  'the difference of two periods': conversionDifference,
  'the median time to connect (Brookmeyer and Crowley)': medianTime,
  'a portfolio’s standardized conversion': standardized,
  'what an action adds (Mantel-Haenszel, Sato)': actionEffect,
  'an odds ratio of drop-off (Mantel-Haenszel)': dropOff,
};

/** How often each interval holds the truth, in so many simulated samples. */
export const coverages = (samples: number): Coverage[] =>
  Object.entries(TRIALS).map(([name, trial]) => {
    const random = seeded(11);
    let [held, of] = [0, 0];
    while (of < samples) {
      const found = trial(random);
      if (!found?.interval) continue;
      const { interval, truth } = found;
      of += 1;
      if (interval.low <= truth && truth <= interval.high) held += 1;
    }
    return { name, share: held / of };
  });
