import { sql } from 'drizzle-orm';
import {
  type Checkpoint,
  checkpointOf,
  resume,
  stateAt,
} from '../../journey/checkpoint/checkpoint.ts';
import { LeftOut } from '../../journey/checkpoint/excerpt.ts';
import { type JourneyEvent, parseEvent } from '../../journey/events.ts';
import { fold, inOrder } from '../../journey/fold.ts';
import { type CustomerState, EMPTY_STATE } from '../../journey/journey.ts';
import { oneTimeSoftware, type StuckSettings } from '../../journey/stuck.ts';
import { overwriteAll, selectRows, textArray } from '../bulk.ts';
import type { Database, Transaction } from '../database.ts';
import { checkpoints, events } from '../schema/index.ts';
import { type Snapshot, snapshot } from '../snapshot.ts';
import { loadRows, type Replacement, storeSnapshots } from '../store.ts';
import { inOneTrip } from '../transact.ts';
import { RULES } from './rules.ts';

type Folded = Replacement & { checkpoint: Checkpoint };

/** All events of the given customers, by customer. */
export const loadEvents = async (
  database: Database | Transaction,
  customerIds: readonly string[],
): Promise<Map<string, JourneyEvent[]>> => {
  const rows = await database
    .select()
    .from(events)
    .where(sql`${events.customerId} = any(${textArray(customerIds)})`);
  return Map.groupBy(rows.map(parseEvent), ({ customerId }) => customerId);
};

/** The rules, and those settings that decide on the past as well. */
const rulesWith = (settings: StuckSettings): string =>
  [RULES, ...[...oneTimeSoftware(settings)].sort()].join(' ');

/** The checkpoints of customers, by customer, of which those are of use that were made by the rules of given settings. */
export type Checkpoints = (settings: StuckSettings) => Map<string, Checkpoint>;

/** Loads the checkpoints of the given customers. */
export const loadCheckpoints = async (
  transaction: Transaction,
  customerIds: readonly string[],
): Promise<Checkpoints> => {
  const rows = await transaction
    .select()
    .from(checkpoints)
    .where(sql`${checkpoints.customerId} = any(${textArray(customerIds)})`)
    .prepare('load_checkpoints')
    .execute();
  return (settings) => {
    const today = rulesWith(settings);
    const usable = rows.filter(({ rules }) => rules === today);
    return new Map(usable.map(({ customerId, checkpoint }) => [customerId, checkpoint]));
  };
};

const foldedInto = (
  state: CustomerState,
  newest: JourneyEvent,
  { stored, settings }: { stored: Replacement['stored']; settings: StuckSettings },
): Folded => ({
  snapshot: snapshot(newest.customerId, state, settings),
  stored,
  checkpoint: checkpointOf(state, newest),
});

/** Folds all events of customers. Skips customers without events. */
const foldAll = async (
  transaction: Transaction,
  customerIds: readonly string[],
  settings: StuckSettings,
): Promise<Folded[]> => {
  const [known, rowsOf] = await inOneTrip([
    loadEvents(transaction, customerIds),
    loadRows(transaction, customerIds),
  ]);
  const oneTime = oneTimeSoftware(settings);
  return [...known].flatMap(([id, all]) => {
    const newest = inOrder(all).at(-1);
    return newest
      ? [foldedInto(fold(all, EMPTY_STATE, oneTime), newest, { stored: rowsOf(id), settings })]
      : [];
  });
};

/** Folds only a customer’s new events. Returns null if all have to be folded. */
const foldFurther = (
  checkpoint: Checkpoint,
  further: readonly JourneyEvent[],
  settings: StuckSettings,
): Folded | null => {
  try {
    const state = resume(checkpoint, further, oneTimeSoftware(settings));
    const newest = inOrder(further).at(-1);
    if (!state || !newest) return null;
    const stored = snapshot(newest.customerId, stateAt(checkpoint), settings);
    return foldedInto(state, newest, { stored, settings });
  } catch (error) {
    if (error instanceof LeftOut) return null;
    throw error;
  }
};

const store = async (
  transaction: Transaction,
  folded: readonly Folded[],
  settings: StuckSettings,
): Promise<void> => {
  const rules = rulesWith(settings);
  const rows = folded.map(({ snapshot, checkpoint }) => ({
    customerId: snapshot.customer.id,
    rules,
    checkpoint,
  }));
  await inOneTrip([
    storeSnapshots(transaction, folded),
    transaction
      .insert(checkpoints)
      .select(selectRows(checkpoints, rows))
      .onConflictDoUpdate({ target: checkpoints.customerId, set: overwriteAll(checkpoints) })
      .prepare('store_checkpoints')
      .execute(),
  ]);
};

/** Rebuilds customers’ states from all of their events and stores them. Skips customers without events. */
export const refold = async (
  transaction: Transaction,
  customerIds: readonly string[],
  settings: StuckSettings,
): Promise<Snapshot[]> => {
  const folded = await foldAll(transaction, customerIds, settings);
  await store(transaction, folded, settings);
  return folded.map(({ snapshot }) => snapshot);
};

/** Adds events that are newly stored to customers’ states, which resume at their checkpoints, and stores those. */
export const foldNew = async (
  transaction: Transaction,
  added: ReadonlyMap<string, readonly JourneyEvent[]>,
  { resumable, settings }: { resumable: Checkpoints; settings: StuckSettings },
): Promise<void> => {
  const known = resumable(settings);
  const folded: Folded[] = [];
  const others: string[] = [];
  for (const [id, further] of added) {
    const checkpoint = known.get(id);
    const one = checkpoint ? foldFurther(checkpoint, further, settings) : null;
    if (one) folded.push(one);
    else others.push(id);
  }
  if (others.length > 0) folded.push(...(await foldAll(transaction, others, settings)));
  await store(transaction, folded, settings);
};
