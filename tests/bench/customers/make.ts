import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { sql } from 'drizzle-orm';
import { openEmbedded, openPostgres } from '../../../src/database/connect.ts';
import { sumCounts } from '../../../src/database/customer-counts.ts';
import type { Connection, Database } from '../../../src/database/database.ts';
import { customers } from '../../../src/database/schema/index.ts';
import type { Instant } from '../../../src/journey/instant.ts';
import { addNamed, fill } from './fill.ts';
import { withoutIndexes } from './indexes.ts';

/** Threads that fold while PostgreSQL stores. */
const WORKERS = 3;

type Making = {
  /** The URL of an empty PostgreSQL, or a directory for the embedded database. */
  target: string;
  count: number;
  now: Instant;
  onFilled: (count: number) => void;
};

const isUrl = (target: string): boolean => /^postgres(ql)?:/.test(target);

const inThreads = ({ target, count, now, onFilled }: Making) =>
  Promise.all(
    Array.from({ length: WORKERS }, async (_, number) => {
      const from = Math.floor((count * number) / WORKERS);
      const to = Math.floor((count * (number + 1)) / WORKERS);
      const workerData = { url: target, from, to, now };
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
      worker.on('message', onFilled);
      await once(worker, 'exit');
    }),
  );

const store = async ({ jobs, engine }: Connection, making: Making): Promise<void> => {
  await addNamed(jobs);
  await withoutIndexes(jobs, async () => {
    if (engine.kind === 'postgres') await inThreads(making);
    else await fill(jobs, { from: 0, to: making.count, now: making.now }, making.onFilled);
    await tag(jobs);
  });
  // As a job does on each server.
  await sumCounts(jobs);
  await jobs.execute(sql`vacuum analyze`);
};

/** Tags every fifth customer or so, by the last digit of their IDs, which are random. */
const tag = (database: Database) =>
  database
    .update(customers)
    .set({
      labels: sql`case right(${customers.id}, 1)
        when '0' then array['VIP'] when '1' then array['Renewal'] else array['Renewal', 'VIP'] end`,
    })
    .where(sql`right(${customers.id}, 1) in ('0', '1', '2')`);

/** Makes so many customers with their histories, the same for the same `now`. */
export const makeCustomers = async (making: Making): Promise<void> => {
  const { target } = making;
  const connection = await (isUrl(target)
    ? openPostgres(target, () => {})
    : openEmbedded({ directory: target }));
  await store(connection, making);
  await connection.close();
};
