import { kaplanMeier, quantileOf, type Watched } from './kaplan-meier.ts';

/** From this many who went on, their times tell something about others. */
const ENOUGH = 30;

type Bounds = { low: number | null; high: number | null };

/** How long journeys take to go on, of those who did and those who haven’t yet. In hours. */
export type Observed = {
  /** Null if too few went on, or if the curve doesn’t get that far: then more than this part never goes on. */
  median: number | null;
  p90: number | null;
  /** Their 95% confidence intervals. */
  medianInterval: Bounds;
  p90Interval: Bounds;
  of: number;
  /** How many haven’t gone on: they still rest there, or were closed. */
  open: number;
  tooFew: boolean;
  /** How many have to have gone on for anything to be shown. */
  enough: number;
};

const UNKNOWN = { time: null, low: null, high: null };

/** The Kaplan-Meier median and 90th percentile of how long journeys take to go on. Those who haven’t yet are censored. */
export const observe = (watched: readonly Watched[]): Observed => {
  const of = watched.length;
  const wentOn = watched.filter(({ happened }) => happened).length;
  const tooFew = wentOn < ENOUGH;
  const curve = tooFew ? [] : kaplanMeier(watched);
  const [median, p90] = [0.5, 0.9].map((part) => quantileOf(curve, part));
  const { time: middle, ...medianInterval } = median ?? UNKNOWN;
  const { time: most, ...p90Interval } = p90 ?? UNKNOWN;
  return {
    median: middle,
    p90: most,
    medianInterval,
    p90Interval,
    of,
    open: of - wentOn,
    tooFew,
    enough: ENOUGH,
  };
};
