import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { customerCounts, customers } from './schema/index.ts';

/** Adds up what changes of customers have added to their counts, so that few rows are read for a total. */
export const sumCounts = async (database: Database): Promise<void> => {
  await database.execute(sql`with changes as (delete from ${customerCounts} returning *)
    insert into ${customerCounts} select account_manager_id, sum(count) from changes
    group by account_manager_id having sum(count) <> 0`);
};

/** A trigger on one machine can’t write to what is on all of them, so there customers are counted when asked for. */
export const STOP_COUNTING = [
  'drop trigger if exists count_changed on customers',
  'drop trigger if exists count_added_or_removed on customers',
  'delete from customer_counts',
];

/** Corrects the counts where they are kept, and returns for how many customers they were wrong. */
export const correctCounts = async (database: Database): Promise<number> => {
  const corrections = database.$with('corrections').as(
    database
      .insert(customerCounts)
      .select(
        // One statement sees customers and counts at the same moment, whatever changes meanwhile.
        sql`select account_manager_id, sum(count) from (
          select account_manager_id, 1 as count from ${customers} where deleted_at is null
          union all select account_manager_id, -count from ${customerCounts}) as one
          where exists (select 1 from pg_trigger where tgname = 'count_changed')
          group by account_manager_id having sum(count) <> 0`,
      )
      .returning(),
  );
  const [row] = await database
    .with(corrections)
    .select({ wrong: sql`coalesce(sum(abs(count)), 0)`.mapWith(Number) })
    .from(corrections);
  return row?.wrong ?? 0;
};
