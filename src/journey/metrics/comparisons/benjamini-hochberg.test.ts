import fc from 'fast-check';
import { expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

/** The p values of the example in section 3.2 of Benjamini and Hochberg (1995): cardiac events after a heart attack. */
const HEART_ATTACKS = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
  0.6528, 0.759, 1,
];

it('four of the fifteen hypotheses of the published example are rejected at 5%', () => {
  const believed = benjaminiHochberg(HEART_ATTACKS, 0.05);
  expect(believed).toEqual(HEART_ATTACKS.map((_, index) => index < 4));
});

it('nothing is tested without p values', () => {
  expect(benjaminiHochberg([], 0.05)).toEqual([]);
});

const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

/** A test is believed if some number of tests, at most as likely as this one or likelier, is under its bound. */
const slow = (all: readonly number[], rate: number): boolean[] =>
  all.map((value) =>
    all.some((other) => {
      const rank = all.filter((one) => one <= other).length;
      return value <= other && other <= (rank / all.length) * rate;
    }),
  );

it('the tests believed equal those of a slow, obvious search, in any order', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(0.05, 0.2, 0.9), (all, rate) => {
      expect(benjaminiHochberg(all, rate)).toEqual(slow(all, rate));
      expect(benjaminiHochberg(all.toReversed(), rate)).toEqual(slow(all, rate).toReversed());
    }),
  );
});
