import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../src/database/database.ts';

/** Changes events, which only a test may: the database’s guard against it is off until `work` ends. */
export const rewriteHistory = (
  database: Database,
  work: (transaction: Transaction) => Promise<unknown>,
): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.execute(sql`alter table events disable trigger append_only`);
    await work(transaction);
    await transaction.execute(sql`alter table events enable trigger append_only`);
  });
