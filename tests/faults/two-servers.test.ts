import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import { deliveries, events } from '../../src/database/schema/index.ts';
import { LONG, report, startFaultServer } from '../support/faults.ts';
import { expectCleanFold, lostOf } from '../support/ledger.ts';
import { startLoad } from '../support/load.ts';
import { startPostgres } from '../support/postgres.ts';

const ROUNDS = LONG ? 10 : 1;

it('one of two servers takes over when the other is killed, and nothing counts twice', async () => {
  const postgres = await startPostgres();
  const { database, jobs, close } = await openPostgres(postgres.url, () => {});
  const survivor = await startFaultServer({ DATABASE_URL: postgres.url });
  let victim = await startFaultServer({ DATABASE_URL: postgres.url });
  onTestFinished(async () => {
    for (const server of [survivor, victim]) await server.kill();
    await close();
    await postgres.stop();
  });
  const waiting = () => database.$count(deliveries, sql`${deliveries.state} = 'waiting'`);
  let turn = 0;
  // As a load balancer does, which also sends to a dead server for a while.
  const load = startLoad({ url: () => [survivor.url, victim.url][turn++ % 2] ?? survivor.url });
  await load.recovered();
  await jobs.execute(
    sql.raw(`create function fault() returns trigger language plpgsql as
      $$ begin raise exception 'injected' using errcode = '58030'; end $$`),
  );
  let slowestMs = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await jobs.execute(
      sql.raw('create trigger fault before insert on events execute function fault()'),
    );
    await vi.waitUntil(async () => (await waiting()) > 10, { timeout: 30_000, interval: 50 });
    await victim.kill();
    await jobs.execute(sql.raw('drop trigger fault on events'));
    const killedAt = performance.now();
    await load.recovered();
    await vi.waitUntil(async () => (await waiting()) === 0, { timeout: 120_000, interval: 200 });
    slowestMs = Math.max(slowestMs, performance.now() - killedAt);
    if (round < ROUNDS - 1) victim = await startFaultServer({ DATABASE_URL: postgres.url });
  }
  await load.stop();
  const lost = await lostOf(database, load.acknowledged.keys());
  report({
    fault: 'one of two servers killed, with webhooks waiting',
    ...{ times: ROUNDS, lost: lost.length, recoveryMs: slowestMs },
    note: 'recovery is until none was waiting',
  });
  const twice = await database
    .select({ sourceId: events.sourceId })
    .from(events)
    .groupBy(events.source, events.sourceId)
    .having(sql`count(*) > 1`);
  expect(twice).toEqual([]);
  await expectCleanFold(database);
  expect(lost).toEqual([]);
  expect(survivor.ended()).toBeNull();
});
