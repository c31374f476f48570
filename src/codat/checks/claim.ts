import { and, eq, inArray, lt, notInArray, or } from 'drizzle-orm';
import { announceOf } from '../../database/changes/changes.ts';
import type { Transaction } from '../../database/database.ts';
import { type CodatCheck, codatChecks } from '../../database/schema/index.ts';
import { addHours, type Instant } from '../../journey/instant.ts';

/** A check that began so long ago was left behind by a server that is gone. */
const LEFT_BEHIND_HOURS = { running: 1 / 60, queued: 1 };

type Request = {
  customerIds: readonly string[];
  state: 'queued' | 'running';
  personId: string;
  now: Instant;
};

/** Whether a customer’s check can begin: none is under way. Who waits for one comes before those that are queued. */
const isFree = (state: Request['state'], now: Instant) => {
  const old = addHours(now, -LEFT_BEHIND_HOURS[state]);
  const busy: CodatCheck['state'][] = state === 'running' ? ['running'] : ['queued', 'running'];
  return or(notInArray(codatChecks.state, busy), lt(codatChecks.requestedAt, old));
};

/** Begins or queues a check of each customer unless one is under way. Returns the ids of those customers. */
export const claimChecks = async (
  transaction: Transaction,
  { customerIds, state, personId, now }: Request,
): Promise<string[]> => {
  if (customerIds.length === 0) return [];
  const claimed = await transaction
    .insert(codatChecks)
    .values(
      customerIds.map((customerId) => ({
        ...{ customerId, state, requestedById: personId, requestedAt: now },
      })),
    )
    .onConflictDoUpdate({
      target: codatChecks.customerId,
      set: { state, requestedById: personId, requestedAt: now, problem: null, correlationId: null },
      setWhere: isFree(state, now),
    })
    .returning({ customerId: codatChecks.customerId });
  const ids = claimed.map(({ customerId }) => customerId);
  await announceOf(transaction, ['codat-checks'], new Set(ids));
  return ids;
};

export type QueuedCheck = { customerId: string; requestedAt: Instant };

/** Begins a queued check. Returns whether it still was: another one may have been asked for meanwhile. */
export const beginQueued = async (
  transaction: Transaction,
  { customerId, requestedAt }: QueuedCheck,
): Promise<boolean> => {
  const begun = await transaction
    .update(codatChecks)
    .set({ state: 'running' })
    .where(
      and(
        eq(codatChecks.customerId, customerId),
        eq(codatChecks.requestedAt, requestedAt),
        inArray(codatChecks.state, ['queued', 'running']),
      ),
    )
    .returning({ id: codatChecks.id });
  return begun.length > 0;
};
