import { and, eq, gte, isNull, type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';
import { isStuckAt } from '../../src/database/derived-columns.ts';
import { customers } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { NOW } from '../support/api.ts';
import { createDatabase } from '../support/postgres.ts';
import { customerRow } from './customer-rows.ts';

let connection: Connection;

/**
 * Vacuums, and returns whether all rows now count as visible to everyone. They don't while another session, like an
 * autovacuum, still sees what was before them; the planner then expects to read the table all the same.
 */
const vacuumed = async (): Promise<boolean> => {
  await connection.database.execute(sql`vacuum analyze ${customers}`);
  const [row] = await connection.database
    .select({ visible: sql<boolean>`relallvisible = relpages` })
    .from(sql`pg_class`)
    .where(sql`oid = 'customers'::regclass`);
  return row?.visible === true;
};

beforeAll(async () => {
  const url = await createDatabase(inject('postgresUrl'), 'list_plans');
  connection = await openPostgres(url, () => {});
  const rows = Array.from({ length: 500 }, (_, index) =>
    customerRow({
      ...{ id: `c${index}`, enteredAt: addHours(NOW, -index), lastActivityAt: NOW },
      ...(index % 10 === 0 && { stuckAt: addHours(NOW, -index), priority: 'high' }),
    }),
  );
  await connection.database.insert(customers).values(rows);
  await vi.waitUntil(vacuumed, { timeout: 30_000, interval: 100 });
});
afterAll(() => connection.close());

const COUNTS: [what: string, condition: () => SQL | undefined, index: string][] = [
  ['stuck', () => eq(isStuckAt(NOW), true), 'customers_by_urgency'],
  ['invited', () => gte(customers.enteredAt, addHours(NOW, -9)), 'customers_by_entry'],
  ['of an account manager', () => eq(customers.accountManagerId, 'a'), 'customers_by_manager'],
  ['of an app', () => eq(customers.software, 'gbol'), 'customers_by_software'],
  ['at a stage', () => eq(customers.stage, 'invited'), 'customers_by_stage'],
];

it.each(COUNTS)('customers %s are counted in an index alone', async (_, condition, index) => {
  const plan = await connection.database.transaction(async (transaction) => {
    await transaction.execute(sql`set local enable_seqscan = off`);
    await transaction.execute(sql`set local enable_bitmapscan = off`);
    return transaction.execute(
      sql`explain (format json) select count(*) from ${customers} where ${and(condition(), isNull(customers.deletedAt))}`,
    );
  });
  const text = JSON.stringify(plan);
  expect(text).toContain('Index Only Scan');
  expect(text).toContain(index);
});
