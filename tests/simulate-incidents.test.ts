import { describe, expect, it } from 'vitest';
import { falseAlarms, hoursToFind } from './simulate/incidents.ts';

/** Enough weeks to tell, of as few customers as possible. */
const WEEKS = new Map([
  [25, 306],
  [250, 66],
  [2500, 12],
]);

describe('simulated incidents', () => {
  const worlds = [15, 50, 200].flatMap((software) =>
    [...WEEKS].flatMap(([customers, weeks]) =>
      [false, true].map((retries) => ({ software, customers, weeks, retries })),
    ),
  );

  it.each(worlds)(
    'are found falsely at most once in four weeks: $software apps, $customers customers a week, retries: $retries',
    (world) => {
      expect(falseAlarms({ ...world, seed: 3 })).toBeLessThanOrEqual(0.25);
    },
  );

  it.each([
    [0.16, 100, 40],
    [0.16, 25, 115],
    [0.3, 100, 20],
    [0.3, 25, 60],
  ])(
    'at three times the usual %d are found, of %i customers a week, within %i hours in the mean',
    (usual, customers, most) => {
      const hours = hoursToFind(usual, customers, 60);
      expect(hours).toBeGreaterThan(5);
      expect(hours).toBeLessThan(most);
    },
  );
});
