import { and, asc, gt, isNotNull, type SQL } from 'drizzle-orm';
import type { Resting } from '../../journey/stuck.ts';
import type { Database, Transaction } from '../database.ts';
import { type Customer, customers } from '../schema/index.ts';

/** How many customers are looked at between two moments in which others have their turn. */
const BATCH = 2000;

/** A customer whose journey gets stuck unless something happens, with all that thresholds need to say when. */
type RestingCustomer = Resting &
  Pick<Customer, 'id' | 'software' | 'stuckAt' | 'snoozedUntil' | 'waitingFor' | 'waitingUntil'>;

/** The customers whose journeys rest and who meet a condition, in the order of their ids. */
export const loadResting = async (
  database: Database | Transaction,
  condition: SQL | undefined,
): Promise<RestingCustomer[]> => {
  const rows = await database
    .select({
      id: customers.id,
      software: customers.software,
      stuckReason: customers.stuckReason,
      restingSince: customers.restingSince,
      clockStops: customers.clockStops,
      stuckAt: customers.stuckAt,
      snoozedUntil: customers.snoozedUntil,
      waitingFor: customers.waitingFor,
      waitingUntil: customers.waitingUntil,
    })
    .from(customers)
    .where(and(isNotNull(customers.restingSince), condition))
    .orderBy(asc(customers.id))
    .limit(BATCH);
  return rows.flatMap(({ stuckReason, restingSince, ...row }) =>
    stuckReason && restingSince ? [{ ...row, stuckReason, restingSince }] : [],
  );
};

/** The same, a batch at a time. */
export async function* restingBatches(
  database: Database,
  condition?: SQL,
): AsyncGenerator<RestingCustomer[]> {
  let last = '';
  for (;;) {
    const batch = await loadResting(database, and(condition, gt(customers.id, last)));
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    last = batch.at(-1)?.id ?? last;
  }
}
