import { parentPort, workerData } from 'node:worker_threads';
import { drizzle } from 'drizzle-orm/node-postgres';
import { z } from 'zod';
import { options } from '../../../src/database/migrate.ts';
import { openPool } from '../../../src/database/postgres/pools.ts';
import { fill } from './fill.ts';

/** Stores a part of the customers over a connection of its own. Posts how many, batch by batch. */

const part = z.object({ url: z.string(), from: z.number(), to: z.number(), now: z.string() });
const { url, ...filling } = part.parse(workerData);

const pool = openPool(url, { kind: 'jobs', backend: 'postgres', onError: () => {} });
await fill(drizzle(pool, options), filling, (count) => parentPort?.postMessage(count));
await pool.end();
