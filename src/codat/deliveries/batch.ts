import { sql } from 'drizzle-orm';
import { selectRows, textArray } from '../../database/bulk.ts';
import type { Change } from '../../database/changes/changes.ts';
import type { Transaction } from '../../database/database.ts';
import { ingestLocked } from '../../database/ingest.ts';
import { tryLockCustomers } from '../../database/locks.ts';
import { erasedAmong } from '../../database/privacy/erased.ts';
import { type Delivery, deliveries } from '../../database/schema/index.ts';
import { inOneTrip } from '../../database/transact.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import type { Instant } from '../../journey/instant.ts';
import { certainlyAdmitted } from '../filter/admission.ts';

/** A delivery with what it means. */
export type Received = {
  delivery: Delivery;
  events: JourneyEvent[];
  /** The company that it is about, even if it isn’t understood. */
  companyId: string | null;
};

export const companiesOf = ({ companyId }: Received): string[] =>
  companyId === null ? [] : [companyId];

type Ids = ReadonlySet<string>;

/** One kind of batch. */
export type Kind = {
  /** The ids of those that are still to be taken. */
  left: (transaction: Transaction, batch: readonly Received[]) => Promise<Ids>;
  write: (transaction: Transaction, rows: readonly Delivery[]) => Promise<unknown>;
};

/** Deliveries that have just arrived, of which none was stored before. */
export const ARRIVED: Kind = {
  left: async (transaction, batch) => {
    const ids = batch.map(({ delivery }) => delivery.id);
    const rows = await transaction
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(sql`${deliveries.id} = any(${textArray(ids)})`)
      .prepare('stored_deliveries')
      .execute();
    const stored = new Set(rows.map(({ id }) => id));
    return new Set(ids.filter((id) => !stored.has(id)));
  },
  write: (transaction, rows) =>
    transaction
      .insert(deliveries)
      .select(selectRows(deliveries, rows))
      .prepare('store_deliveries')
      .execute(),
};

/** The deliveries whose customer is let in, was not erased, and that nobody else is changing. */
const takeable = async (
  transaction: Transaction,
  batch: readonly Received[],
  { left }: Kind,
): Promise<readonly Received[]> => {
  const companies = [...new Set(batch.flatMap(companiesOf))];
  // The others wait for the locks, and see what was committed until then.
  const [locked, erased, ids, admitted] = await inOneTrip([
    tryLockCustomers(transaction, companies),
    erasedAmong(transaction, companies),
    left(transaction, batch),
    certainlyAdmitted(transaction, batch),
  ]);
  return admitted.filter(
    (one) =>
      ids.has(one.delivery.id) && companiesOf(one).every((id) => locked.has(id) && !erased.has(id)),
  );
};

/**
 * Stores deliveries and ingests their events, those that need nothing else first. Returns the ids of these, and the
 * changes to announce once the transaction is committed.
 */
export const storeBatch = async (
  transaction: Transaction,
  batch: readonly Received[],
  { kind, recordedAt }: { kind: Kind; recordedAt: Instant },
): Promise<{ ids: Ids; changes: Change[] }> => {
  const taken = await takeable(transaction, batch, kind);
  const rows = taken.map(({ delivery }) => delivery);
  if (rows.length === 0) return { ids: new Set(), changes: [] };
  const [, { changes }] = await inOneTrip([
    kind.write(transaction, rows),
    ingestLocked(
      transaction,
      taken.flatMap(({ events }) => events),
      recordedAt,
    ),
  ]);
  return {
    ids: new Set(rows.map(({ id }) => id)),
    changes: [...changes, { resources: ['deliveries'] }],
  };
};
