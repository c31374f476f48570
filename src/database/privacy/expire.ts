import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { addHours, type Instant } from '../../journey/instant.ts';
import type { Database } from '../database.ts';
import {
  alertIncidents,
  alertMessages,
  contactImportLines,
  contactImports,
  deliveries,
  syncs,
} from '../schema/index.ts';

/** How long copies of what others sent are kept: bodies of webhooks, lines of files, remarks of syncs, alerts. */
export const KEPT_DAYS = 90;

/** When what expires at `now` came. */
export const expiredBefore = (now: Instant): Instant => addHours(now, -24 * KEPT_DAYS);

/** Rows in one statement, so that others don’t wait for long. */
const BATCH = 500;

/** Runs a statement on so many rows at a time until none are left. Returns how many there were. */
const inBatches = async (run: (size: number) => Promise<readonly object[]>): Promise<number> => {
  for (let total = 0; ; ) {
    const { length } = await run(BATCH);
    total += length;
    if (length < BATCH) return total;
  }
};

/** Of a delivery stay its id, type, time and state. */
const expireBodies = (database: Database, before: Instant): Promise<number> =>
  inBatches((size) => {
    const expired = database
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(lt(deliveries.receivedAt, before), isNotNull(deliveries.body)))
      .limit(size);
    return database
      .update(deliveries)
      .set({ body: null, problem: null })
      .where(inArray(deliveries.id, expired))
      .returning({ id: deliveries.id });
  });

/** Of an import stay its file’s name and its counts. */
const expireLines = (database: Database, before: Instant): Promise<number> =>
  inBatches((size) => {
    const expired = database
      .select({ id: contactImportLines.id })
      .from(contactImportLines)
      .innerJoin(contactImports, eq(contactImports.id, contactImportLines.importId))
      .where(lt(contactImports.createdAt, before))
      .limit(size);
    return database
      .delete(contactImportLines)
      .where(inArray(contactImportLines.id, expired))
      .returning({ id: contactImportLines.id });
  });

/** What is over stays in no list, and messages are news no more. */
const expireAlerts = async (database: Database, before: Instant): Promise<number> => {
  await database.delete(alertIncidents).where(lt(alertIncidents.endedAt, before));
  const expired = await database
    .delete(alertMessages)
    .where(lt(alertMessages.createdAt, before))
    .returning({ id: alertMessages.id });
  return expired.length;
};

const expireRemarks = async (database: Database, before: Instant): Promise<number> => {
  const expired = await database
    .update(syncs)
    .set({ remarks: [] })
    .where(and(lt(syncs.startedAt, before), sql`${syncs.remarks} <> '[]'`))
    .returning({ id: syncs.id });
  return expired.length;
};

/** Removes the copies that are older than 90 days. Returns how many of each. */
export const expire = async (database: Database, now: Instant) => {
  const before = expiredBefore(now);
  return {
    deliveries: await expireBodies(database, before),
    contactImportLines: await expireLines(database, before),
    syncs: await expireRemarks(database, before),
    alertMessages: await expireAlerts(database, before),
  };
};
