import { expect, it } from 'vitest';
import { twoSidedP } from './normal.ts';

/** Tail areas as tabulated in E. S. Pearson and H. O. Hartley, “Biometrika tables for statisticians” (1954), table 1. */
it.each([
  [0, 1],
  [0.67449, 0.5],
  [1, 0.317311],
  [1.644854, 0.1],
  [1.959964, 0.05],
  [2.575829, 0.01],
  [3.290527, 0.001],
  [40, 0],
])('z = %f has a two-sided p of %f, whatever its sign', (z, p) => {
  expect(twoSidedP(z)).toBeCloseTo(p, 6);
  expect(twoSidedP(-z)).toBe(twoSidedP(z));
});
