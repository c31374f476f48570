import { eq } from 'drizzle-orm';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import { type Delivery, deliveries } from '../../src/database/schema/index.ts';
import { hireAgents, startWork } from '../support/agents.ts';
import { LONG, report, startFaultServer } from '../support/faults.ts';
import { expectCleanFold, lostOf } from '../support/ledger.ts';
import { createMix, deliverSteadily } from '../support/load.ts';
import { startPostgres } from '../support/postgres.ts';
import { firstAndLast, inWords, type Part, percentile, startRecord } from '../support/record.ts';
import { firstSync, type RunningServer } from '../support/server.ts';
import { ADMIN, sessionAt } from '../support/sign-in.ts';

/**
 * Set FAULTS_SOAK_MINUTES for another length. The short form shows that many people at work at once are all served. Only
 * the long one shows what grows: in seconds, a server still warms up, and a busy machine decides how fast it is.
 */
const MINUTES = Number(process.env.FAULTS_SOAK_MINUTES ?? (LONG ? 20 : 0.2));
const [CUSTOMERS, AGENTS, PER_SECOND] = LONG ? [3000, 20, 50] : [250, 6, 20];
const WEBHOOKS = Math.round(MINUTES * 60 * PER_SECOND);

/** Minutes of a long run. The first third is compared with the last, so there are at least six. */
const PARTS = Math.max(6, Math.round(MINUTES));

/** How much slower the last third may be than the first on a busy machine: a factor, and what is never too slow. */
const SLOWER = 3;
const NEVER_TOO_SLOW_MS = { half: 250, slowest: 2000 };
/** How much more memory the last third may occupy: a factor, or in MiB if that is more. */
const LARGER = 1.3;
const MOST_GROWTH = 100;

/** Lets webhooks arrive and agents work. Returns what was recorded, and the ids with which the customers were created. */
const runThrough = async ({ url, memory }: RunningServer) => {
  const admin = await sessionAt(url, ADMIN);
  await firstSync(admin);
  const created = await createMix({ url, customers: CUSTOMERS });
  const agents = await hireAgents(admin, url, AGENTS);

  const record = startRecord({ memory, parts: PARTS, partMs: (MINUTES * 60_000) / PARTS });
  const work = startWork({ agents, admin, onAnswer: record.answered });
  await deliverSteadily({
    url,
    customers: CUSTOMERS,
    count: WEBHOOKS,
    perSecond: PER_SECOND,
    onAnswer: (id, status, milliseconds) => {
      record.answered('webhook', status, milliseconds);
      if (status === 204) record.acknowledged(id);
    },
  });
  record.stop();
  await work.stop();
  return { ...record, created };
};

const expectFlat = (parts: readonly Part[]): void => {
  for (const door of ['webhook', 'queue'] as const) {
    const half = firstAndLast(parts, ({ times }) => percentile(times[door], 50));
    const slowest = firstAndLast(parts, ({ times }) => percentile(times[door], 99));
    expect(half.last, door).toBeLessThan(SLOWER * half.first + NEVER_TOO_SLOW_MS.half);
    expect(slowest.last, door).toBeLessThan(SLOWER * slowest.first + NEVER_TOO_SLOW_MS.slowest);
  }
  const memory = firstAndLast(parts, (part) => percentile(part.memory, 50));
  expect(memory.last).toBeLessThan(Math.max(LARGER * memory.first, memory.first + MOST_GROWTH));
};

it('all webhooks, agents and reports are served, and a long run gets no slower or larger', async () => {
  const postgres = await startPostgres();
  const server = await startFaultServer({ DATABASE_URL: postgres.url });
  const { database, close } = await openPostgres(postgres.url, () => {});
  onTestFinished(async () => {
    await server.kill();
    await close();
    await postgres.stop();
  });
  const { parts, statuses, created } = await runThrough(server);

  const stateIs = (state: Delivery['state']) =>
    database.$count(deliveries, eq(deliveries.state, state));
  await vi.waitUntil(async () => (await stateIs('waiting')) === 0, {
    timeout: 60_000,
    interval: 200,
  });
  const acknowledged = [...created, ...parts.flatMap((part) => part.acknowledged)];
  const lost = new Set(await lostOf(database, acknowledged));
  parts.forEach((part, index) => {
    report({
      fault: `${PER_SECOND} webhooks a second, ${AGENTS} agents and a report, part ${index + 1} of ${PARTS}`,
      times: part.acknowledged.length,
      lost: part.acknowledged.filter((id) => lost.has(id)).length,
      recoveryMs: null,
      note: inWords(part),
    });
  });
  expect(server.ended()).toBeNull();
  expect([...lost]).toEqual([]);
  expect(acknowledged.length).toBe(CUSTOMERS + WEBHOOKS);
  expect(await stateIs('failed')).toBe(0);
  await expectCleanFold(database);
  expect(statuses).toEqual({
    webhook: new Set([204]),
    queue: new Set([200]),
    page: new Set([200]),
    change: new Set([200, 201]),
    report: new Set([200]),
  });
  if (LONG) expectFlat(parts);
});
