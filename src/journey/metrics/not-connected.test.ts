import { describe, expect, it } from 'vitest';
import { DAY_HOURS, type Pursuit } from './conversion.ts';
import { notConnectedWithin } from './not-connected.ts';

const OLD = 100 * DAY_HOURS;

const connected = (days: number): Pursuit => ({ age: OLD, reachedAfter: days * DAY_HOURS });
const waiting = (age = OLD): Pursuit => ({ age, reachedAfter: null });

describe('customers not connected within 14 days', () => {
  it('are the plain share where all began long enough ago', () => {
    const numbers = notConnectedWithin(14, [
      ...[1, 2, 3, 13, 14, 15, 30].map(connected),
      ...[waiting(), waiting(), waiting()],
    ]);
    expect(numbers).toMatchObject({ of: 10, open: 3, ripe: 10, tooFew: false });
    expect(numbers.share).toBeCloseTo(0.5);
    // Greenwood’s Σ d/(n(n − d)) comes to 1/5 − 1/10, so that the bounds are 0.5^exp(±1.96 √0.1 / ln 2).
    expect(numbers.low).toBeCloseTo(0.1836, 4);
    expect(numbers.high).toBeCloseTo(0.7532, 4);
    expect(numbers.medianHours).toBe(14 * DAY_HOURS);
  });

  it('are estimated where some began lately: those count as far as they got', () => {
    const old = [connected(1), connected(2), waiting(), waiting(), waiting()];
    // At risk on day 1: all 7, and one connects. On day 2: the 4 others who are that old.
    const numbers = notConnectedWithin(14, [...old, waiting(36), waiting(24)]);
    expect(numbers.share).toBeCloseTo((6 / 7) * (3 / 4));
    expect(numbers).toMatchObject({ of: 7, open: 5, ripe: 5 });
  });

  it('have no share while fewer than five began 14 days ago', () => {
    const four = [connected(1), waiting(), waiting(), waiting()];
    expect(notConnectedWithin(14, [...four, waiting(13.9 * DAY_HOURS)])).toMatchObject({
      ...{ share: null, low: null, high: null, medianHours: null, tooFew: true, ripe: 4 },
    });
    expect(notConnectedWithin(14, [...four, waiting(14 * DAY_HOURS)]).tooFew).toBe(false);
  });

  it('have no median time to connect when more than half never do', () => {
    const few = [connected(1), connected(2), waiting(), waiting(), waiting()];
    expect(notConnectedWithin(14, few).medianHours).toBeNull();
  });
});
