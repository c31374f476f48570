import { inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import { selectRows, textArray } from '../../database/bulk.ts';
import { announceAll } from '../../database/changes/changes.ts';
import type { Database } from '../../database/database.ts';
import { isUnavailable } from '../../database/errors.ts';
import { deliveries } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import type { Instant } from '../../journey/instant.ts';
import { interpret } from '../interpret.ts';
import { isUnsettled } from '../process.ts';
import { companyIdIn } from '../read-body.ts';
import { type Kind, type Received, storeBatch } from './batch.ts';

const unsettled = notInArray(deliveries.state, ['processed', 'ignored']);

/** Deliveries that were only stored when they arrived. Leaves those to others that they are processing. */
const WAITING: Kind = {
  left: async (transaction, batch) => {
    const ids = textArray(batch.map(({ delivery }) => delivery.id));
    const rows = await transaction
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(sql`${deliveries.id} = any(${ids}) and ${unsettled} and ${isNotNull(deliveries.body)}`)
      .for('update', { skipLocked: true });
    return new Set(rows.map(({ id }) => id));
  },
  write: (transaction, rows) =>
    transaction
      .insert(deliveries)
      .select(selectRows(deliveries, rows))
      .onConflictDoUpdate({
        target: deliveries.id,
        set: {
          state: sql`excluded.state`,
          eventType: sql`excluded.event_type`,
          customerId: sql`excluded.customer_id`,
          problem: sql`excluded.problem`,
          failures: sql`excluded.failures`,
        },
      })
      .execute(),
};

/**
 * Processes deliveries that wait, in one transaction. Returns the ids of those that are left: to be looked at one by one,
 * because something about them needs more, or one of them prevents it.
 * @throws when the database is away
 */
export const processTogether = async (
  database: Database,
  ids: readonly string[],
  now: Instant,
): Promise<string[]> => {
  const stored = await database
    .select()
    .from(deliveries)
    .where(inArray(deliveries.id, [...ids]));
  const batch = stored.filter(isUnsettled).map((delivery): Received => {
    const { events, ...interpretation } = interpret(delivery);
    return {
      delivery: { ...delivery, ...interpretation, failures: 0 },
      events,
      companyId: interpretation.customerId ?? companyIdIn(delivery.body),
    };
  });
  try {
    const { ids: done, changes } = await transact(database, (transaction) =>
      storeBatch(transaction, batch, { kind: WAITING, recordedAt: now }),
    );
    await announceAll(database, changes);
    return ids.filter((id) => !done.has(id));
  } catch (error) {
    if (isUnavailable(error)) throw error;
    return [...ids];
  }
};
