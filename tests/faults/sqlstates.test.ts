import { setTimeout } from 'node:timers/promises';
import { inArray, sql } from 'drizzle-orm';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import type { Database } from '../../src/database/database.ts';
import { deliveries } from '../../src/database/schema/index.ts';
import { LONG, report, startFaultServer } from '../support/faults.ts';
import { expectCleanFold, lostOf } from '../support/ledger.ts';
import { startLoad } from '../support/load.ts';
import { startPostgres } from '../support/postgres.ts';

const PASSING = ['40P01', '40001', '55P03', '57014', '25P02', '58030', 'XX000', '25006', '53100'];
const TABLES = ['events', 'deliveries'] as const;
const LAST_MS = LONG ? 3000 : 300;

/** Makes inserts into a table fail with a SQLSTATE. Returns a function that ends it. */
const injectInto = async (database: Database, table: string, state: string) => {
  await database.execute(
    sql.raw(`create or replace function fault() returns trigger language plpgsql as
      $$ begin raise exception 'injected' using errcode = '${state}'; end $$`),
  );
  await database.execute(
    sql.raw(`create trigger fault before insert on ${table} execute function fault()`),
  );
  return () => database.execute(sql.raw(`drop trigger fault on ${table}`));
};

const unsettled = async (database: Database): Promise<number> =>
  database.$count(deliveries, inArray(deliveries.state, ['waiting', 'failed']));

it('the server processes every acknowledged webhook after passing errors of PostgreSQL', async () => {
  const postgres = await startPostgres();
  const server = await startFaultServer({ DATABASE_URL: postgres.url });
  const { database, jobs, close } = await openPostgres(postgres.url, () => {});
  onTestFinished(async () => {
    await server.kill();
    await close();
    await postgres.stop();
  });
  const load = startLoad({ url: () => server.url, senders: 4 });
  await load.recovered();
  let slowestMs = 0;
  for (const state of PASSING)
    for (const table of TABLES) {
      const heal = await injectInto(jobs, table, state);
      await setTimeout(LAST_MS);
      await heal();
      slowestMs = Math.max(slowestMs, await load.recovered());
    }
  const hit = await unsettled(database);
  await load.stop();
  const healedAt = performance.now();
  await vi.waitUntil(async () => (await unsettled(database)) === 0, {
    timeout: 90_000,
    interval: 200,
  });
  const lost = await lostOf(database, load.acknowledged.keys());
  report({
    fault: `SQLSTATEs ${PASSING.join(', ')} while storing and ingesting`,
    ...{ times: PASSING.length * TABLES.length, lost: lost.length, recoveryMs: slowestMs },
    note: `${hit} were waiting, all processed after ${Math.round(performance.now() - healedAt)} ms`,
  });
  await expectCleanFold(database);
  expect(server.ended()).toBeNull();
  expect(lost).toEqual([]);
});
