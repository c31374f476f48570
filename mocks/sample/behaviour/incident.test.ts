import { expect, it } from 'vitest';
import { addHours } from '../../../src/journey/instant.ts';
import { TUESDAY as now } from '../folded-samples.ts';
import { createRandom } from '../random.ts';
import { chooseFailure, INCIDENT } from './incident.ts';

const failuresOf1000 = (software: string, hoursAgo: number, ease = 1) => {
  const random = createRandom(3);
  const at = addHours(now, -hoursAgo);
  return Array.from({ length: 1000 }, () =>
    chooseFailure({ software, at, now, ease }, random),
  ).filter((failure) => failure !== null);
};

it('the incident makes most attempts fail for the same reason since yesterday', () => {
  const failures = failuresOf1000(INCIDENT.software, 5);
  expect(failures.length).toBeGreaterThan(550);
  expect(new Set(failures)).toEqual(new Set(['software_error']));
});

it.each([
  ['the same software the day before', INCIDENT.software, 25],
  ['other software', 'gbol', 5],
])('the incident doesn’t affect %s', (_, software, hoursAgo) => {
  const failures = failuresOf1000(software, hoursAgo);
  expect(failures.length).toBeGreaterThan(10);
  expect(failures.length).toBeLessThan(180);
});

it('failures are rarer with a lower ease, and never happen with 0', () => {
  expect(failuresOf1000('akxx', 5, 0.5).length).toBeLessThan(failuresOf1000('akxx', 5).length);
  expect(failuresOf1000('akxx', 5, 0)).toEqual([]);
});
