import { and, inArray, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type ActivityParts, type ActorKind, EXPIRING } from '../common/activity.ts';
import { cut } from '../common/cut.ts';
import type { Instant } from '../journey/instant.ts';
import { selectRows } from './bulk.ts';
import { announce } from './changes/changes.ts';
import type { Database, Transaction } from './database.ts';
import { type Activity, activity } from './schema/index.ts';

/** In characters; longer texts are cut off. */
const LONGEST_TEXT = 500;
/** In characters of JSON; longer values are left out. */
const LONGEST_VALUE = 2000;

const SECRET = /password|secret|token|^key$|^webhookUrl$/i;

/** Text as PostgreSQL takes it, whatever a stranger sent. */
const storable = (text: string): string => {
  const clean = text.replaceAll('\0', '').toWellFormed();
  return clean.length > LONGEST_TEXT ? `${cut(clean, LONGEST_TEXT)}…` : clean;
};

const shorten = (key: string, value: unknown): unknown => {
  if (SECRET.test(key) && value !== null) return '(secret)';
  return typeof value === 'string' ? storable(value) : value;
};

/** The value as it is logged: without secrets, and truncated. */
const loggable = (name: string, value: unknown): unknown => {
  const text = JSON.stringify({ [name]: value }, shorten);
  return text.length > LONGEST_VALUE ? '(truncated)' : JSON.parse(text)[name];
};

const loggableFields = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, loggable(name, value)]));

/** Who did it, from where and when. */
export type Actor = {
  kind: ActorKind;
  id?: string | null;
  address?: string | null;
  at: Instant;
};

export type NewActivity = ActivityParts &
  Pick<Activity, 'recordId'> & {
    customerId?: string | null;
    /** What was done in detail, and the new values. Secrets are left out and long values truncated before they are stored. */
    details?: object;
    /** The earlier values of what was changed or deleted. */
    before?: object | undefined;
    /** An entry with the same ID is stored once. */
    id?: string;
  };

/** Adds entries to the activity log, in the transaction of what they tell. */
export const logActivity = async (
  transaction: Database | Transaction,
  { kind, id: actorId = null, address = null, at }: Actor,
  entries: readonly NewActivity[],
): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map(
    ({ id, resource, action, recordId, customerId = null, details = {}, before }): Activity => ({
      // Version 7 keeps the order of two activities in the same millisecond.
      id: id ?? uuidv7(),
      at,
      actorKind: kind,
      actorId,
      address,
      resource,
      action,
      recordId: storable(recordId),
      customerId,
      details: loggableFields(details),
      before: before ? loggableFields(before) : null,
    }),
  );
  await transaction.insert(activity).select(selectRows(activity, rows)).onConflictDoNothing();
  const [customerId, ...others] = new Set(rows.map((row) => row.customerId));
  await announce(transaction, {
    resources: ['activity'],
    ...(customerId && others.length === 0 && { customerId }),
  });
};

/** Deleted in one statement, so that others don’t wait for long. */
const BATCH = 500;

/**
 * Deletes entries of what changed nothing once they are a year old, which is all that the database’s guard allows, and
 * records how many. Returns their number.
 */
export const expireActivity = async (database: Database, now: Instant): Promise<number> => {
  const old = database
    .select({ id: activity.id })
    .from(activity)
    .where(
      and(
        inArray(activity.action, EXPIRING),
        // The guard goes by the database’s clock.
        lt(activity.at, sql`now() - interval '12 months'`),
      ),
    )
    .limit(BATCH);
  let entries = 0;
  for (let length = BATCH; length === BATCH; entries += length)
    ({ length } = await database
      .delete(activity)
      .where(inArray(activity.id, old))
      .returning({ id: activity.id }));
  if (entries > 0)
    await logActivity(database, { kind: 'system', at: now }, [
      { resource: 'activity', action: 'expire', recordId: '', details: { entries } },
    ]);
  return entries;
};
