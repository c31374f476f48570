import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import { LONG, report, startFaultServer } from '../support/faults.ts';
import { expectCleanFold, lostOf } from '../support/ledger.ts';
import { type Load, startLoad } from '../support/load.ts';
import { type RunningPostgres, startPostgres } from '../support/postgres.ts';
import type { RunningServer } from '../support/server.ts';

const TIMES = LONG ? 20 : 3;
const PATIENCE_MS = 15_000;

/** Cuts every connection but its own. */
const terminateAll = async (url: string): Promise<void> => {
  const client = new Client(url);
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
  );
  await client.end();
};

const FAULTS: [fault: string, inject: (postgres: RunningPostgres) => Promise<void>][] = [
  ['PostgreSQL restarted under load', (postgres) => postgres.restart(200)],
  ['all connections terminated under load', ({ url }) => terminateAll(url)],
];

const recoveredWithin = (load: Load): Promise<number> =>
  Promise.race([
    load.recovered(),
    setTimeout(PATIENCE_MS).then(() => {
      throw new Error(`Nothing was acknowledged within ${PATIENCE_MS} ms.`);
    }),
  ]);

let postgres: RunningPostgres;
let server: RunningServer;

beforeAll(async () => {
  postgres = await startPostgres();
  server = await startFaultServer({ DATABASE_URL: postgres.url });
});
afterAll(async () => {
  await server.kill();
  await postgres.stop();
});

it.each(FAULTS)('the server survives and loses nothing: %s', async (fault, inject) => {
  const load = startLoad({
    url: () => server.url,
    name: String(FAULTS.findIndex(([one]) => one === fault)),
  });
  await recoveredWithin(load);
  let slowest = 0;
  for (let time = 0; time < TIMES && server.ended() === null; time += 1) {
    await inject(postgres);
    slowest = Math.max(slowest, await recoveredWithin(load));
    await setTimeout(300);
  }
  await load.stop();
  const { database, close } = await openPostgres(postgres.url, () => {});
  const lost = await lostOf(database, load.acknowledged.keys());
  const statuses = [...load.statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
  report({ fault, times: TIMES, lost: lost.length, recoveryMs: slowest, note: statuses });
  await expectCleanFold(database);
  await close();
  expect(server.ended()).toBeNull();
  expect(lost).toEqual([]);
  expect(load.statuses.get(500)).toBeUndefined();
});
