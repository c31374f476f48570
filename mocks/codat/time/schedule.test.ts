import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours } from '../../../src/journey/instant.ts';
import { createAcceleratedSchedule } from './accelerated-schedule.ts';
import { createSchedule } from './schedule.ts';

const NOON = '2026-03-09T12:00:00.000Z';
const inHours = (hours: number) => addHours(NOON, hours);

describe('the schedule', () => {
  it('runs due tasks in order, simultaneous ones in the order they were added, and leaves the rest', async () => {
    const waits = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(waits, async (hours) => {
        const schedule = createSchedule();
        const ran: [number, number][] = [];
        for (const [index, wait] of hours.entries())
          schedule.at(inHours(wait), () => void ran.push([wait, index]));
        await schedule.runUntil(inHours(10));
        const expected = hours
          .map((wait, index): [number, number] => [wait, index])
          .filter(([wait]) => wait <= 10)
          .sort(([a, i], [b, j]) => a - b || i - j);
        expect(ran).toEqual(expected);
      }),
    );
  });

  it('runs tasks that its tasks add, each at its due time', async () => {
    const schedule = createSchedule();
    const ran: string[] = [];
    schedule.at(inHours(1), () => {
      schedule.at(inHours(2), () => void ran.push('added'));
      schedule.at(inHours(9), () => void ran.push('too late'));
    });
    const times: string[] = [];
    await schedule.runUntil(inHours(3), (due) => times.push(due));
    expect(ran).toEqual(['added']);
    expect(times).toEqual([inHours(1), inHours(2)]);
    expect(schedule.next()).toBe(inHours(9));
  });
});

describe('the accelerated schedule', () => {
  it('divides waiting times, also of tasks that already wait', () => {
    let clock = NOON;
    const schedule = createAcceleratedSchedule(() => clock);
    const night = schedule.at(inHours(10), () => {});
    expect(night.due).toBe(inHours(10));
    clock = inHours(4);
    schedule.setSpeed(60);
    expect(night.due).toBe(inHours(4.1));
    expect(schedule.at(inHours(10), () => {}).due).toBe(inHours(4.1));
    schedule.setSpeed(1);
    expect(night.due).toBe(inHours(10));
    expect(schedule.speed()).toBe(1);
  });

  it('doesn’t move overdue tasks', () => {
    const schedule = createAcceleratedSchedule(() => NOON, 60);
    expect(schedule.at(inHours(-1), () => {}).due).toBe(inHours(-1));
    schedule.setSpeed(600);
    expect(schedule.next()).toBe(inHours(-1));
  });
});
