import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openEmbedded, openPostgres } from '../../src/database/connect.ts';
import { LONG, report, startFaultServer } from '../support/faults.ts';
import { expectCleanFold, lostOf } from '../support/ledger.ts';
import { deliverShuffled } from '../support/load.ts';
import { startPostgres } from '../support/postgres.ts';
import { freePort, type RunningServer } from '../support/server.ts';
import { startedDirectory } from '../support/template.ts';

/** Set FAULTS_DELIVERIES and FAULTS_KILLS for other numbers. */
const deliveriesOf = (long: number, short: number): number =>
  Number(process.env.FAULTS_DELIVERIES ?? (LONG ? long : short));
const killsOf = (long: number): number => Number(process.env.FAULTS_KILLS ?? (LONG ? long : 1));

/** After how many acknowledgements the server is killed. Spread over the run, at no round numbers. */
const momentsOf = (count: number, kills: number): Set<number> =>
  new Set(Array.from({ length: kills }, (_, kill) => Math.ceil((count * (kill + 0.61)) / kills)));

type Where = Parameters<typeof startFaultServer>[0];

/** Delivers webhooks while the server is killed and started again. Returns what was acknowledged, and the slowest start. */
const deliverThroughKills = async (
  where: Where,
  { count, kills, onKill }: { count: number; kills: number; onKill?: () => Promise<void> },
) => {
  const port = await freePort();
  let server: RunningServer = await startFaultServer(where, port);
  const moments = momentsOf(count, kills);
  let restarts: Promise<void> = Promise.resolve();
  let slowestMs = 0;
  const restart = async () => {
    await server.kill();
    await onKill?.();
    const startedAt = performance.now();
    server = await startFaultServer(where, port);
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  };
  const url = `http://localhost:${port}`;
  const acknowledged = await deliverShuffled({ count, url: () => url }, (number) => {
    if (moments.has(number)) restarts = restarts.then(restart);
  });
  await restarts;
  await server.kill();
  return { acknowledged, slowestMs };
};

it('the server on PostgreSQL loses nothing when both are stopped at random moments', async () => {
  const [count, kills] = [deliveriesOf(100_000, 400), killsOf(20)];
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const { acknowledged, slowestMs } = await deliverThroughKills(
    { DATABASE_URL: postgres.url },
    { count, kills, onKill: () => postgres.restart() },
  );
  const { database, close } = await openPostgres(postgres.url, () => {});
  const lost = await lostOf(database, acknowledged);
  report({
    fault: 'server killed and PostgreSQL restarted, shuffled deliveries',
    ...{ times: kills, lost: lost.length, recoveryMs: slowestMs },
    note: `${acknowledged.size} deliveries, recovery is the start`,
  });
  await expectCleanFold(database);
  await close();
  expect(lost).toEqual([]);
  expect(acknowledged.size).toBe(count);
});

it('the server on the embedded database loses nothing when killed at random moments', async () => {
  const [count, kills] = [deliveriesOf(20_000, 200), killsOf(10)];
  const directory = startedDirectory();
  const { acknowledged, slowestMs } = await deliverThroughKills(
    { DATA_DIR: directory },
    { count, kills },
  );
  const { database, close } = await openEmbedded({ directory: join(directory, 'database') });
  const lost = await lostOf(database, acknowledged);
  report({
    fault: 'server killed on the embedded database, shuffled deliveries',
    ...{ times: kills, lost: lost.length, recoveryMs: slowestMs },
    note: `${acknowledged.size} deliveries, recovery is the start`,
  });
  await expectCleanFold(database);
  await close();
  expect(lost).toEqual([]);
  expect(acknowledged.size).toBe(count);
});
