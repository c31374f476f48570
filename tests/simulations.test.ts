import { describe, expect, it } from 'vitest';
import { arrowsIn } from './simulate/arrows.ts';
import { coverages } from './simulate/coverage.ts';
import { falseAlarms, hoursToFind } from './simulate/incidents.ts';
import { USUAL } from './simulate/process.ts';

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

describe('a simulated process that never changes shows an arrow in at most 5% of looks', () => {
  it.each([
    [2, 28],
    [10, 28],
    [2, 90],
  ])('with %i invited a day, compared over %i days', (invitedADay, periodDays) => {
    const looks = 1000;
    const { conversion, time, count } = arrowsIn({
      ...USUAL,
      invitedADay,
      periodDays,
      looks,
      seed: 1,
    });
    // Give or take two standard deviations of chance.
    const most = 0.05 + 2 * Math.sqrt((0.05 * 0.95) / looks);
    expect(Math.max(conversion, time, count)).toBeLessThan(most);
  });
});

it.each(coverages(2000))(
  'the interval of $name holds the truth in 93% to 97% of samples',
  ({ share }) => {
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  },
);
