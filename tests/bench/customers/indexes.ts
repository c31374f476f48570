import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../../src/database/database.ts';

const rows = z.object({ rows: z.array(z.object({ name: z.string(), definition: z.string() })) });

/** Indexes that neither enforce anything nor find the rows of a customer. */
const SECONDARY = sql`
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace = 'public'::regnamespace and not indisunique
    and pg_get_indexdef(indexrelid, 1, true) <> 'customer_id'`;

/** Drops all secondary indexes while `work` stores much, and creates them again: that takes a fraction of the time. */
export const withoutIndexes = async (
  database: Database,
  work: () => Promise<void>,
): Promise<void> => {
  const indexes = rows.parse(await database.execute(SECONDARY)).rows;
  for (const { name } of indexes) await database.execute(sql`drop index ${sql.raw(name)}`);
  await work();
  for (const { definition } of indexes) await database.execute(sql.raw(definition));
};
