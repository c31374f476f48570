import { wilson } from '../../src/journey/metrics/rate.ts';

/**
 * Test support: what journeys show that are watched for some time, by counting who is left at each time. In hours;
 * null if they didn’t get there.
 */
export type Watched = { age: number; after: number | null };

const Z = 1.959964;
const seenFor = ({ age, after }: Watched) => after ?? age;

/** The share that hasn’t got there at each time at which somebody did, and its bounds on the log-log scale. */
const curveOf = (all: Watched[]) => {
  const seen = all.map(seenFor).sort((a, b) => a - b);
  const arrivals = Map.groupBy(
    all.flatMap(({ after }) => after ?? []),
    (time) => time,
  );
  let [share, sum, high] = [1, 0, 1];
  let gone = 0;
  return [...arrivals.keys()]
    .sort((a, b) => a - b)
    .map((time) => {
      while ((seen[gone] ?? time) < time) gone += 1;
      const watched = seen.length - gone;
      const there = arrivals.get(time)?.length ?? 0;
      share = (share * (watched - there)) / watched;
      sum += there / (watched * (watched - there));
      if (share === 0) return { time, share, low: 0, high };
      const error = Math.sqrt(sum) / Math.abs(Math.log(share));
      const middle = Math.log(-Math.log(share));
      high = Math.exp(-Math.exp(middle - Z * error));
      return { time, share, low: Math.exp(-Math.exp(middle + Z * error)), high };
    });
};

/** The share that got there within a number of hours. */
export const shareWithin = (hours: number, all: Watched[]) => {
  if (all.length === 0) return { share: null, low: 0, high: 1 };
  const last = curveOf(all).findLast(({ time }) => time <= hours);
  if (!last) {
    const watched = all.filter((one) => seenFor(one) >= hours).length;
    return { share: 0, low: 0, high: wilson(0, watched === 0 ? all.length : watched).high };
  }
  if (last.share === 0) {
    const there = all.filter(({ after }) => after !== null).length;
    return { share: 1, low: wilson(there, there).low, high: 1 };
  }
  return { share: 1 - last.share, low: 1 - last.high, high: 1 - last.low };
};

const timeBy = (part: number, all: Watched[]) => {
  const curve = curveOf(all);
  const first = (what: 'share' | 'low' | 'high') =>
    curve.find((step) => step[what] <= 1 - part + 1e-9)?.time ?? null;
  return { hours: first('share'), low: first('low'), high: first('high') };
};

export const timesTo = (all: Watched[]) => ({
  median: timeBy(0.5, all),
  p90: timeBy(0.9, all),
  of: all.length,
});
