import { eq } from 'drizzle-orm';
import { announce } from '../database/changes/changes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { causeOf, isPassing } from '../database/errors.ts';
import { ingestWithin } from '../database/ingest.ts';
import { ERASED } from '../database/privacy/erase.ts';
import { erasedAmong } from '../database/privacy/erased.ts';
import { type Delivery, deliveries } from '../database/schema/index.ts';
import { transact } from '../database/transact.ts';
import { inTurn } from '../database/waiting/turns.ts';
import type { Instant } from '../journey/instant.ts';
import type { CodatClient } from './client.ts';
import { isAdmitted } from './filter/admission.ts';
import { EXCLUDED, interpret } from './interpret.ts';
import { companyIdIn } from './read-body.ts';

/** A delivery that fails the same way this many times is given up. */
const MAX_FAILURES = 3;

const PATIENCE_MS = 10_000;

/** Whether something is left to do for a delivery: it isn’t processed, and its body hasn’t expired. */
export const isUnsettled = (delivery: Delivery): delivery is Delivery & { body: string } =>
  delivery.state !== 'processed' && delivery.state !== 'ignored' && delivery.body !== null;

/** Whether the customer of a delivery was erased. Of what Codat sends about them, nothing is stored. */
export const isOfErased = async (
  transaction: Transaction,
  companyId: string | null,
): Promise<boolean> => companyId !== null && (await erasedAmong(transaction, [companyId])).size > 0;

/** Tells open pages of a changed delivery. */
export const announceDelivery = (
  transaction: Database | Transaction,
  { customerId }: Pick<Delivery, 'customerId'>,
): Promise<void> =>
  announce(transaction, { resources: ['deliveries'], ...(customerId && { customerId }) });

const find = async (database: Database | Transaction, id: string) =>
  (await database.select().from(deliveries).where(eq(deliveries.id, id)))[0];

/** What becomes of a delivery that could not be processed. Passing trouble never ends in failure. */
export const afterFailure = (
  { problem, failures }: Pick<Delivery, 'problem' | 'failures'>,
  error: unknown,
): Pick<Delivery, 'state' | 'problem' | 'failures'> => {
  const cause = causeOf(error);
  if (isPassing(error)) return { state: 'waiting', problem: cause, failures: 0 };
  const times = cause === problem ? failures + 1 : 1;
  return { state: times >= MAX_FAILURES ? 'failed' : 'waiting', problem: cause, failures: times };
};

/** Ingests the events of a stored delivery within a transaction. Changes nothing if they already are. */
export const processWithin = async (
  transaction: Transaction,
  id: string,
  now: Instant,
  admitted: boolean,
): Promise<void> => {
  const [stored] = await transaction
    .select()
    .from(deliveries)
    .where(eq(deliveries.id, id))
    .for('update');
  if (!stored || !isUnsettled(stored)) return;
  const interpreted = interpret(stored);
  const { events, ...interpretation } = admitted
    ? interpreted
    : { ...interpreted, ...EXCLUDED, events: [] };
  await ingestWithin(transaction, events, now);
  const isErased = await isOfErased(
    transaction,
    interpreted.customerId ?? companyIdIn(stored.body),
  );
  const settled = { ...interpretation, failures: 0, ...(isErased && ERASED) };
  await transaction.update(deliveries).set(settled).where(eq(deliveries.id, id));
  await announceDelivery(transaction, settled);
};

/**
 * Processes a stored delivery. What prevents it is recorded with the delivery, whose state then is `waiting` or
 * `failed`. Returns it as it is then, or nothing if there is none.
 * @throws when the database is away
 */
export const processDelivery = async (
  { database, codat }: { database: Database; codat: Pick<CodatClient, 'companyAtDoor'> },
  id: string,
  now: Instant,
): Promise<Delivery | undefined> => {
  const stored = await find(database, id);
  if (!stored || !isUnsettled(stored)) return stored;
  try {
    const admitted = await isAdmitted({ database, codat }, interpret(stored).events);
    await inTurn(stored.customerId ?? id, PATIENCE_MS, () =>
      transact(database, (transaction) => processWithin(transaction, id, now, admitted)),
    );
  } catch (error) {
    const failed = afterFailure(stored, error);
    await database.update(deliveries).set(failed).where(eq(deliveries.id, id));
    await announceDelivery(database, stored);
  }
  return find(database, id);
};
