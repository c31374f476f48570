import { and, desc, eq, inArray } from 'drizzle-orm';
import { announce } from '../database/changes/changes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { type Sync, syncs } from '../database/schema/index.ts';
import type { Instant } from '../journey/instant.ts';

export type SyncKind = Sync['kind'];

const UNFINISHED: Sync['state'][] = ['running', 'waiting'];

export const isFinished = ({ state }: Sync): boolean => !UNFINISHED.includes(state);

/** @throws Error when there is no such sync */
export const findSync = async (database: Database | Transaction, id: string): Promise<Sync> => {
  const [sync] = await database.select().from(syncs).where(eq(syncs.id, id));
  if (!sync) throw new Error(`Sync ${id} not found.`);
  return sync;
};

/** The unfinished sync, including one that a stopped server left behind. */
export const unfinishedSync = async (database: Database): Promise<Sync | undefined> => {
  const [sync] = await database
    .select()
    .from(syncs)
    .where(inArray(syncs.state, UNFINISHED))
    .orderBy(desc(syncs.startedAt))
    .limit(1);
  return sync;
};

const hasFinishedSync = async (database: Database): Promise<boolean> =>
  (await database.$count(syncs, eq(syncs.state, 'done'))) > 0;

/** Returns the unfinished sync to resume, or a new one. The very first sync is always full. */
export const beginSync = async (
  database: Database,
  wanted: SyncKind,
  startedAt: Instant,
  { deletionsConfirmed = false } = {},
): Promise<Sync> => {
  const unfinished = await unfinishedSync(database);
  if (unfinished) return unfinished;
  const kind = (await hasFinishedSync(database)) ? wanted : 'full';
  const [begun] = await database
    .insert(syncs)
    .values({ kind, startedAt, deletionsConfirmed })
    .returning();
  if (!begun) throw new Error('The sync was not stored.');
  return begun;
};

/** Changes a sync, unless it has been finished meanwhile. Returns it as stored. */
export const updateSync = async (
  database: Database | Transaction,
  id: string,
  progress: Partial<Sync>,
): Promise<Sync> => {
  const [updated] = await database
    .update(syncs)
    .set(progress)
    .where(and(eq(syncs.id, id), inArray(syncs.state, UNFINISHED)))
    .returning();
  if (!updated) return findSync(database, id);
  await announce(database, { resources: ['syncs'] });
  return updated;
};
