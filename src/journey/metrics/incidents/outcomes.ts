import type { Instant } from '../../instant.ts';

/** An attempt that failed or was approved. The customer’s doing or not: an outage of the vendor’s or ours counts too. */
export type Outcome = { software: string; customerId: string; at: Instant; failed: boolean };

/** Someone who tries again within this time counts once. */
const AGAIN_MS = 24 * 3_600_000;

/**
 * Tells which outcomes count, of all in the order of time: each customer’s first with some software within 24 hours. One
 * who tries again and again counts once until they have paused for a day, so that it doesn’t matter where a history begins.
 */
export const firstWithinADay = () => {
  const last = new Map<string, number>();
  return ({ software, customerId, at }: Outcome): boolean => {
    const key = `${software} ${customerId}`;
    const before = last.get(key) ?? Number.NEGATIVE_INFINITY;
    const time = Date.parse(at);
    last.set(key, time);
    return time - before >= AGAIN_MS;
  };
};
