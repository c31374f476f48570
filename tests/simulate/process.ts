import { DAY_HOURS, type Pursuit } from '../../src/journey/metrics/conversion.ts';

/** A process that never changes: customers are invited by chance, and connect or don’t. */
export type Process = {
  invitedADay: number;
  /** The share of customers who ever connect. */
  connects: number;
  /** The hours until half of those have. Times are log-normal. */
  medianHours: number;
  spread: number;
};

/** As slow and as varied as in the sandbox. */
export const USUAL = { connects: 0.8, medianHours: 30, spread: 1.4 };

type Random = () => number;

/** A number from the standard normal distribution, by Box and Muller. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Waits until the next of events that happen by chance, so many in an hour. */
export const wait = (anHour: number, random: Random): number => -Math.log(1 - random()) / anHour;

/** Customers invited within a number of hours: when, and when they connect. Infinity for never. */
export const invite = (
  { invitedADay, connects, medianHours, spread }: Process,
  hours: number,
  random: Random,
): { at: number; connectsAt: number }[] => {
  const all: { at: number; connectsAt: number }[] = [];
  const next = () => wait(invitedADay / DAY_HOURS, random);
  for (let at = next(); at < hours; at += next()) {
    const takes = medianHours * Math.exp(spread * normal(random));
    all.push({ at, connectsAt: random() < connects ? at + takes : Number.POSITIVE_INFINITY });
  }
  return all;
};

/** What a look at a moment sees of customers. */
export const seenAt = (
  now: number,
  all: readonly { at: number; connectsAt: number }[],
): Pursuit[] =>
  all.map(({ at, connectsAt }) => ({
    age: now - at,
    reachedAfter: connectsAt <= now ? connectsAt - at : null,
  }));

/** The share that truly connects within a number of hours. */
export const trulyWithin = (process: Process, hours: number): number => {
  const { connects, medianHours, spread } = process;
  return connects * normalUpTo(Math.log(hours / medianHours) / spread);
};

/** Φ(z), by the series of M. Abramowitz and I. A. Stegun, “Handbook of mathematical functions” (1964), 26.2.11. */
const normalUpTo = (z: number): number => {
  let [term, sum] = [z, z];
  for (let odd = 3; Math.abs(term) > 1e-12; odd += 2) {
    term *= z ** 2 / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
};
