import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { deliverNew, deliverSteadily, numberedBody } from '../measure/deliveries.ts';
import { atLeastOfPlain, atMost, type Figure, quantile } from '../measure/figures.ts';
import type { Bench } from '../measure/open.ts';

const SECONDS = 5;
const AT_ONCE = [1, 8, 32];

/** Does something again and again, so many at once. Returns how often a second it succeeds. */
const rateOf = async (atOnce: number, work: (number: number) => Promise<boolean>) => {
  const endsAt = performance.now() + SECONDS * 1000;
  let done = 0;
  let number = 0;
  const run = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      if (await work(number++)) done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return done / SECONDS;
};

const acknowledged = async (url: string, number: number): Promise<boolean> =>
  (await deliverNew(url, numberedBody(number))).status === 204;

const inboundOf = async ({ probe }: Bench): Promise<number> =>
  (await probe()).statements.inbound ?? 0;

/** Where rows are inserted by hand. */
const openTarget = async (url: string | null, atOnce: number) => {
  if (url === null) {
    const embedded = await PGlite.create();
    const query = (text: string, values?: string[]): Promise<unknown> =>
      embedded.query(text, values);
    return { query, close: () => embedded.close() };
  }
  const pool = new Pool({ connectionString: url, max: atOnce });
  const query = (text: string, values?: string[]): Promise<unknown> => pool.query(text, values);
  return { query, close: () => pool.end() };
};

/** How many single rows of the same size are inserted a second, each committed alone. */
const insertRate = async ({ databaseUrl }: Bench, atOnce: number): Promise<number> => {
  const { query, close } = await openTarget(databaseUrl, atOnce);
  await query('create table if not exists plain_rows (id text primary key, body jsonb)');
  await query('truncate plain_rows');
  const rate = await rateOf(atOnce, async (number) => {
    await query('insert into plain_rows values ($1, $2)', [`${number}`, numberedBody(number)]);
    return true;
  });
  await close();
  return rate;
};

const capacity = async (bench: Bench, atOnce: number): Promise<Figure> => {
  const before = await inboundOf(bench);
  let sent = 0;
  const value = await rateOf(atOnce, (number) => {
    sent += 1;
    return acknowledged(bench.url, number);
  });
  const statements = ((await inboundOf(bench)) - before) / sent;
  const plain = await insertRate(bench, atOnce);
  return {
    what: `Webhooks acknowledged, ${atOnce} at once`,
    ...{ unit: 'per second', value, plain },
    ...(bench.plain && { statements }),
    bar: atLeastOfPlain(0.25),
  };
};

const PER_SECOND = 200;

const steady = async ({ url }: Bench): Promise<Figure[]> => {
  const answers = await deliverSteadily(url, { perSecond: PER_SECOND, seconds: 20 });
  const taken = answers.map(({ milliseconds }) => milliseconds);
  const failed = answers.filter(({ status }) => status !== 204).length;
  const what = `Webhooks at ${PER_SECOND} a second`;
  return [
    { what: `${what}, half within`, unit: 'ms', value: quantile(taken, 0.5) },
    {
      what: `${what}, 99% within`,
      ...{ unit: 'ms', value: quantile(taken, 0.99), bar: atMost(100, 'ms') },
    },
    { what: `${what}, failed`, unit: 'failed', value: failed, bar: atMost(0, 'failed') },
  ];
};

/** How many webhooks are stored and acknowledged, beside single rows that are only stored. */
export const webhooks = async (bench: Bench): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const atOnce of AT_ONCE) figures.push(await capacity(bench, atOnce));
  return [...figures, ...(await steady(bench))];
};
