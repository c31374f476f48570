import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../src/journey/instant.ts';
import { createRandom } from '../random.ts';
import { isWorkingTime, nextWorkingTime } from './working-hours.ts';

const LONDON = { hoursAhead: 0 };
const CHICAGO = { hoursAhead: -6 };

describe('working time', () => {
  it.each([
    ['2026-03-06T17:59:00.000Z', LONDON, true],
    ['2026-03-06T18:00:00.000Z', LONDON, false],
    ['2026-03-06T18:00:00.000Z', CHICAGO, true],
    ['2026-03-07T12:00:00.000Z', LONDON, false],
    ['2026-03-08T12:00:00.000Z', LONDON, false],
    ['2026-03-09T07:59:00.000Z', LONDON, false],
    ['2026-03-09T08:00:00.000Z', LONDON, true],
    ['2026-03-09T08:00:00.000Z', CHICAGO, false],
  ])('%s, %o: %s', (at, zone, expected) => {
    expect(isWorkingTime(at, zone)).toBe(expected);
  });
});

const moments = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map(toInstant);

it('the next working time is never in the past, nor later than after a weekend', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(LONDON, CHICAGO), fc.nat(), (at, zone, seed) => {
      const next = nextWorkingTime(at, zone, createRandom(seed));
      expect(next >= at).toBe(true);
      expect(next === at || isWorkingTime(next, zone)).toBe(true);
      expect(Date.parse(next) - Date.parse(at)).toBeLessThan(68 * 3_600_000);
    }),
  );
});

it('most people keep to working hours', () => {
  const random = createRandom(7);
  const saturday = '2026-03-07T12:00:00.000Z';
  const onMonday = Array.from({ length: 400 }, () =>
    nextWorkingTime(saturday, LONDON, random),
  ).filter((at) => at.startsWith('2026-03-09'));
  expect(onMonday.length).toBeGreaterThan(320);
  expect(onMonday.length).toBeLessThan(400);
});
