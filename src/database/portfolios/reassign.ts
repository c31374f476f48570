import { sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Database } from '../database.ts';
import { idBatches } from '../folding/refold.ts';
import { ingestWithin, logConsequences } from '../ingest.ts';
import { lockCustomers } from '../locks.ts';
import { type codatOwners, customers } from '../schema/index.ts';
import { transact } from '../transact.ts';
import { followOwners } from './followed-owners.ts';

/** Whether an owner in Codat owns a customer’s company. */
export const isOwnedBy = (ownerId: typeof codatOwners.id | string) =>
  sql`${customers.ownerIds} @> to_jsonb(${ownerId}::text)`;

/** Gives the customers of an owner the account manager that the owner now stands for, but none that was set by hand. */
export const reassign = async (
  database: Database,
  ownerId: string,
  now: Instant,
): Promise<void> => {
  for await (const ids of idBatches(database, customers, customers.id, isOwnedBy(ownerId)))
    await transact(database, async (transaction) => {
      await lockCustomers(transaction, ids);
      const events = await followOwners(transaction, ids, now);
      await logConsequences(transaction, events, now);
      await ingestWithin(transaction, events, now);
    });
};
