import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import { lockCustomers } from '../../src/database/locks.ts';
import { report, startFaultServer } from '../support/faults.ts';
import { numberedDelivery } from '../support/load.ts';
import { startPostgres } from '../support/postgres.ts';
import { ADMIN, sessionAt } from '../support/sign-in.ts';
import { deliver } from '../support/webhooks.ts';

/** What another person may wait on a busy machine, and far less than any time limit of the blocked requests. */
const PATIENCE_MS = 2500;

it('slow queries of one person and a locked customer hold up nobody else', async () => {
  const postgres = await startPostgres();
  const server = await startFaultServer({ DATABASE_URL: postgres.url });
  const { jobs, close } = await openPostgres(postgres.url, () => {});
  onTestFinished(async () => {
    await server.kill();
    await close();
    await postgres.stop();
  });
  const agent = await sessionAt(server.url);
  const other = await sessionAt(server.url, ADMIN);
  for (const number of [0, 1]) {
    const { id, body } = numberedDelivery(number);
    await deliver(server.url, id, body);
  }
  const { promise: held, resolve: hold } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const holding = jobs.transaction(async (transaction) => {
    await transaction.execute(sql`lock table notes in access exclusive mode`);
    await lockCustomers(transaction, ['load-0']);
    hold();
    await released;
  });
  await held;
  const slow = Array.from({ length: 15 }, () => agent.json('/api/notes'));
  const blocked = Array.from({ length: 14 }, (_, turn) => {
    const { id, body } = numberedDelivery((turn + 1) * 40);
    return deliver(server.url, id, body);
  });
  let slowestMs = 0;
  const startedAt = performance.now();
  const statuses: (number | string)[] = [];
  for (let round = 0; performance.now() - startedAt < 3500; round += 1) {
    const sentAt = performance.now();
    const { id, body } = numberedDelivery(round * 40 + 1);
    statuses.push(await deliver(server.url, id, body));
    statuses.push((await fetch(`${server.url}/readyz`)).status);
    statuses.push(Number.isInteger(await other.total('/api/customers')) ? 200 : 'refused');
    slowestMs = Math.max(slowestMs, performance.now() - sentAt);
  }
  const acknowledged = await Promise.all(blocked);
  release();
  await holding;
  await Promise.all(slow);
  report({
    fault: '15 slow queries of one person, 14 webhooks of a locked customer',
    ...{ times: 1, lost: 0, recoveryMs: null },
    note: `others: ${statuses.length / 3} rounds, the slowest ${Math.round(slowestMs)} ms`,
  });
  expect([...new Set(statuses)].sort()).toEqual([200, 204]);
  expect([...new Set(acknowledged)]).toEqual([204]);
  expect(slowestMs).toBeLessThan(PATIENCE_MS);
});
