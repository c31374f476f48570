import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addHours, toInstant } from '../../../src/journey/instant.ts';
import { createDriver } from './driver.ts';
import { createSchedule } from './schedule.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

it('the driver runs due tasks in real time until it is stopped', async () => {
  const now = () => toInstant(Date.now());
  const schedule = createSchedule();
  const ran: number[] = [];
  for (const seconds of [1, 2, 3])
    schedule.at(addHours(now(), seconds / 3600), () => void ran.push(seconds));
  const onError = (error: unknown) => expect.fail(String(error));
  const stop = createDriver({ now, schedule, settled: async () => {}, onError }).start();
  await vi.advanceTimersByTimeAsync(999);
  expect(ran).toEqual([]);
  await vi.advanceTimersByTimeAsync(1250);
  expect(ran).toEqual([1, 2]);
  stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(ran).toEqual([1, 2]);
  expect(vi.getTimerCount()).toBe(0);
});

it('the driver reports the error of a task and runs the next', async () => {
  const now = () => toInstant(Date.now());
  const schedule = createSchedule();
  const errors: unknown[] = [];
  let ran = 0;
  schedule.at(addHours(now(), 1 / 3600), () => {
    throw new Error('The disk is full.');
  });
  schedule.at(addHours(now(), 1 / 3600), () => void ran++);
  const onError = (error: unknown) => void errors.push(error);
  const stop = createDriver({ now, schedule, settled: async () => {}, onError }).start();
  await vi.advanceTimersByTimeAsync(2000);
  stop();
  expect(errors).toEqual([new Error('The disk is full.')]);
  expect(ran).toBe(1);
});
