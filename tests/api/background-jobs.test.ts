import { setTimeout } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Connection } from '../../src/database/database.ts';
import { startBoss } from '../../src/server/jobs/jobs.ts';
import { ServerStops, work } from '../../src/server/jobs/work.ts';
import { EMBEDDED } from '../support/api.ts';

let connection: Connection;
let boss: PgBoss;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

beforeAll(async () => {
  connection = await EMBEDDED.open('background-jobs');
  boss = await startBoss({ engine: connection.engine, log });
});
afterAll(async () => {
  await boss.stop({ graceful: true, timeout: 5000 });
  await connection.close();
});

/** Runs one job in a queue of its own until it has failed, and returns what was logged. */
const logged = async (queue: string, run: () => Promise<unknown>) => {
  log.warn.mockClear();
  await boss.createQueue(queue, { retryLimit: 0 });
  await work(boss, log, { queue, pollingIntervalSeconds: 0.5 }, run);
  await boss.send(queue, {});
  await expect
    .poll(async () => (await boss.findJobs(queue)).map(({ state }) => state))
    .toEqual(['failed']);
  return log.warn.mock.calls;
};

it('logs why a background job failed', async () => {
  const error = new Error('This table is gone.');
  expect(await logged('failing', () => Promise.reject(error))).toEqual([
    [{ err: error, queue: 'failing' }, 'a background job failed'],
  ]);
});

it.each([
  ['at a step', () => Promise.reject(new ServerStops())],
  [
    'while waiting',
    () => setTimeout(60_000, null, { signal: AbortSignal.abort(new ServerStops()) }),
  ],
])('logs nothing of one that gives up %s because the server stops', async (when, run) => {
  expect(await logged(when.replaceAll(' ', '-'), run)).toEqual([]);
});
