import { describe, expect, it } from 'vitest';
import { localDay, nextDigest, type Schedule } from './schedule.ts';

const LONDON: Schedule = { frequency: 'daily', weekday: 1, hour: 8, timeZone: 'Europe/London' };

/** The digests that are due one after the other, beginning after a moment. */
const series = (schedule: Schedule, from: string, length: number): (string | null)[] => {
  const moments: (string | null)[] = [];
  for (let now: string | null = from; now !== null && moments.length < length; ) {
    now = nextDigest(schedule, now);
    moments.push(now);
  }
  return moments;
};

describe('the time of the next digest', () => {
  it('stays at the same hour of the local clock when daylight saving begins', () => {
    expect(series(LONDON, '2026-03-28T07:59:59.999Z', 3)).toEqual([
      '2026-03-28T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ]);
  });

  it('stays at the same hour of the local clock when daylight saving ends', () => {
    expect(series(LONDON, '2026-10-24T07:00:00.000Z', 2)).toEqual([
      '2026-10-25T08:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
  });

  it('comes once, at the change, on a day on which clocks skip its hour', () => {
    expect(series({ ...LONDON, hour: 1 }, '2026-03-28T01:00:00.000Z', 2)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:00:00.000Z',
    ]);
  });

  it('comes once, the first time, on a day on which clocks show its hour twice', () => {
    expect(series({ ...LONDON, hour: 1 }, '2026-10-24T12:00:00.000Z', 2)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-26T01:00:00.000Z',
    ]);
  });

  it('follows time zones ahead of and behind UTC, and those half an hour off', () => {
    const at = (timeZone: string) =>
      nextDigest({ ...LONDON, timeZone }, '2026-03-10T12:00:00.000Z');
    expect(at('Pacific/Auckland')).toBe('2026-03-10T19:00:00.000Z');
    expect(at('America/Los_Angeles')).toBe('2026-03-10T15:00:00.000Z');
    expect(at('Asia/Kolkata')).toBe('2026-03-11T02:30:00.000Z');
    expect(at('Australia/Lord_Howe')).toBe('2026-03-10T21:00:00.000Z');
  });

  it('leaves out weekends on weekdays, and all other days weekly', () => {
    const friday = '2026-03-13T09:00:00.000Z';
    expect(nextDigest({ ...LONDON, frequency: 'weekdays' }, friday)).toBe(
      '2026-03-16T08:00:00.000Z',
    );
    expect(nextDigest({ ...LONDON, frequency: 'weekly', weekday: 4 }, friday)).toBe(
      '2026-03-19T08:00:00.000Z',
    );
    expect(nextDigest({ ...LONDON, frequency: 'weekly', weekday: 5 }, friday)).toBe(
      '2026-03-20T08:00:00.000Z',
    );
  });

  it('is never when it is off', () => {
    expect(nextDigest({ ...LONDON, frequency: 'off' }, '2026-03-13T09:00:00.000Z')).toBeNull();
  });

  it('comes exactly once on each local day of a year, whatever the hour', () => {
    for (const timeZone of ['Europe/London', 'Australia/Lord_Howe'])
      for (const hour of [1, 2]) {
        const schedule = { ...LONDON, timeZone, hour };
        const days = series(schedule, '2026-01-01T12:00:00.000Z', 365).map((at) =>
          localDay(at ?? '', timeZone),
        );
        expect(new Set(days).size).toBe(365);
      }
  });
});
