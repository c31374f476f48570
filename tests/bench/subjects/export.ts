import { Client, type Connection, type Submittable } from 'pg';
import { listPath } from '../../support/api.ts';
import { ask } from '../measure/ask.ts';
import { atMost, atMostOfPlain, type Figure } from '../measure/figures.ts';
import type { Bench } from '../measure/open.ts';

const CSV = '/api/customers.csv';
const ROWS = 1000;
/** Of a large table only so many pages are read, from its beginning to its end. */
const MOST_PAGES = 20;

/** Has PostgreSQL write the table as CSV, and throws it away. */
const copyOut = async (databaseUrl: string): Promise<number> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const startedAt = performance.now();
  await new Promise<void>((resolve, reject) => {
    const copy: Submittable & Record<string, unknown> = {
      submit: (connection: Connection) =>
        connection.query('copy (select * from customers where deleted_at is null) to stdout csv'),
      handleCopyData: () => {},
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(copy);
  });
  await client.end();
  return performance.now() - startedAt;
};

/** The whole file, or null if the server has none. */
const readFile = async ({ admin }: Bench): Promise<number | null> => {
  const startedAt = performance.now();
  const response = await admin.get(CSV);
  if (response.status === 404) return null;
  for await (const _ of response.body ?? []);
  return performance.now() - startedAt;
};

/** All pages, as the dashboard reads them to write the file by itself. Of many pages, an estimate. */
const readPages = async ({ admin }: Bench): Promise<number> => {
  const total = await admin.total(listPath('customers', { range: [0, 0] }));
  const pages = Math.ceil(total / ROWS);
  const read = Math.min(pages, MOST_PAGES);
  const startedAt = performance.now();
  for (let index = 0; index < read; index += 1) {
    const first = Math.floor((index * pages) / read) * ROWS;
    await ask(admin, listPath('customers', { range: [first, first + ROWS - 1] }));
  }
  return ((performance.now() - startedAt) * pages) / read;
};

/** How much memory more than before the server had at most, while something was done. In MB. */
const growthOf = async ({ probe }: Bench, work: () => Promise<number>) => {
  const before = (await probe()).memory;
  let most = before;
  const look = async () => {
    most = Math.max(most, (await probe()).memory);
  };
  // A busy server may miss one of many looks.
  const timer = setInterval(() => look().catch(() => {}), 200);
  const value = await work();
  clearInterval(timer);
  return { value, megabytes: (most - before) / 1e6 };
};

/** All customers as CSV, beside PostgreSQL’s own. */
export const exportAll = async (bench: Bench): Promise<Figure[]> => {
  const { databaseUrl } = bench;
  const plain = databaseUrl === null ? null : await copyOut(databaseUrl);
  const { value, megabytes } = await growthOf(
    bench,
    async () => (await readFile(bench)) ?? (await readPages(bench)),
  );
  return [
    {
      what: 'All customers as CSV',
      ...{ unit: 'ms', value },
      ...(plain !== null && { plain, bar: atMostOfPlain(3) }),
    },
    { what: 'All customers as CSV: memory', unit: 'MB', value: megabytes, bar: atMost(100, 'MB') },
  ];
};
