import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { deliveries, events } from '../../src/database/schema/index.ts';

/** The ids of acknowledged deliveries without a processed delivery or an event of theirs in the database. */
export const lostOf = async (
  database: Database,
  acknowledged: Iterable<string>,
): Promise<string[]> => {
  const processed = await database
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.state, 'processed'));
  // Events of one delivery add the connection’s id to the delivery’s.
  const delivered = await database
    .selectDistinct({ id: sql<string>`split_part(${events.sourceId}, ':', 1)` })
    .from(events)
    .where(eq(events.source, 'codat'));
  const [inDeliveries, inEvents] = [processed, delivered].map(
    (rows) => new Set(rows.map(({ id }) => id)),
  );
  return [...acknowledged].filter((id) => !inDeliveries?.has(id) || !inEvents?.has(id));
};

/** Expects that every customer’s stored state equals the fold of their events. */
export const expectCleanFold = async (database: Database): Promise<void> => {
  expect((await rebuild(database)).differing).toEqual([]);
};
