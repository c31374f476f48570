import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { textArray } from '../bulk.ts';
import type { Database, Transaction } from '../database.ts';
import { erasures } from '../schema/index.ts';

/** Whether a row’s customer still has personal data: it wasn’t erased. */
export const isKept = (customerId: SQLWrapper): SQL =>
  sql`not exists (select 1 from ${erasures} where ${erasures.customerId} = ${customerId})`;

/** Those of the customers whose personal data was erased. */
export const erasedAmong = async (
  database: Database | Transaction,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (customerIds.length === 0) return new Set();
  const rows = await database
    .select({ id: erasures.customerId })
    .from(erasures)
    .where(sql`${erasures.customerId} = any(${textArray(customerIds)})`)
    .prepare('erased_among')
    .execute();
  return new Set(rows.map(({ id }) => id));
};
