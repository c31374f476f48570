import { notInArray } from 'drizzle-orm';
import type { Change } from '../../database/changes/changes.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { isUnavailable } from '../../database/errors.ts';
import { ingestWithin } from '../../database/ingest.ts';
import { lockCustomers } from '../../database/locks.ts';
import { ERASED } from '../../database/privacy/erase.ts';
import { type Delivery, deliveries } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import type { Gate } from '../../database/waiting/gate.ts';
import { inTurn } from '../../database/waiting/turns.ts';
import type { CodatClient } from '../client.ts';
import { lookedUpAdmission, statedAdmission } from '../filter/admission.ts';
import { EXCLUDED, interpret } from '../interpret.ts';
import { afterFailure, announceDelivery, isOfErased, processWithin } from '../process.ts';
import { companyIdIn, storable } from '../read-body.ts';
import { companiesOf, type Received } from './batch.ts';
import { createTogether } from './together.ts';

/** How long a delivery waits for others of its customer before it is only stored, and processed later. */
const PATIENCE_MS = 2000;

/** Queues stored deliveries for processing, within the transaction that stores them. */
export type ProcessLater = (
  transaction: Database | Transaction,
  deliveryIds: string[],
) => Promise<void>;

/** A delivery as it came, once its signature is verified. */
type Verified = Pick<Delivery, 'id' | 'receivedAt' | 'signedWith'> & { body: string };

type Ports = {
  database: Database;
  codat: Pick<CodatClient, 'companyAtDoor'>;
  processLater: ProcessLater;
  /** Lets work on the database in, a few at a time. Deliveries that wait for their customer wait outside. */
  throughGate: Gate;
  announceSoon: (changes: readonly Change[]) => void;
};

/** Stores a delivery. Returns whether it was new. */
const insert = async (transaction: Transaction, delivery: Delivery): Promise<boolean> => {
  const inserted = await transaction
    .insert(deliveries)
    .values(delivery)
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
  if (inserted.length > 0) await announceDelivery(transaction, delivery);
  return inserted.length > 0;
};

/** Stores a delivery that can't be processed now. One that is processed meanwhile stays. */
const keep = (
  { database, processLater, throughGate }: Ports,
  delivery: Delivery,
  error: unknown,
): Promise<void> =>
  throughGate(() =>
    transact(database, async (transaction) => {
      const waiting = afterFailure(delivery, error);
      const kept = await transaction
        .insert(deliveries)
        .values({ ...delivery, ...waiting })
        .onConflictDoUpdate({
          target: deliveries.id,
          set: waiting,
          setWhere: notInArray(deliveries.state, ['processed', 'ignored']),
        })
        .returning({ id: deliveries.id });
      if (kept.length === 0) return;
      await processLater(transaction, [delivery.id]);
      await announceDelivery(transaction, delivery);
    }),
  );

/**
 * Stores a delivery by itself and ingests its events, or processes it if it was stored before. Returns false, having
 * stored nothing, if neither the delivery nor `lookedUp` tells whether the company filter lets it in.
 */
const storeAlone = (
  { database, throughGate }: Ports,
  received: Received,
  lookedUp: boolean | null,
): Promise<boolean> =>
  inTurn(received.delivery.customerId ?? received.delivery.id, PATIENCE_MS, () =>
    throughGate(() =>
      transact(database, async (transaction) => {
        await lockCustomers(transaction, companiesOf(received));
        const admitted = lookedUp ?? (await statedAdmission(transaction, received.events));
        if (admitted === null) return false;
        const { events } = admitted ? received : { events: [] };
        const delivery = {
          ...received.delivery,
          ...(!admitted && EXCLUDED),
          ...((await isOfErased(transaction, received.companyId)) && ERASED),
        };
        const { id, receivedAt } = delivery;
        if (await insert(transaction, delivery))
          await ingestWithin(transaction, events, receivedAt);
        else await processWithin(transaction, id, receivedAt, admitted);
        return true;
      }),
    ),
  );

/**
 * Returns a function that stores a verified delivery and ingests its events in one transaction. One that can be stored
 * but not processed is processed later. A repeat of a processed delivery changes nothing, and of any other processes it
 * again. It throws when nothing can be stored: the sender has to retry.
 */
export const createReceiver = (ports: Ports & { patienceMs: number }) => {
  const storeTogether = createTogether(ports);
  return async ({ body, ...rest }: Verified): Promise<void> => {
    const raw = { ...rest, body: storable(body) };
    const { events, ...interpretation } = interpret(raw);
    const delivery = { ...raw, ...interpretation, failures: 0 };
    const received = { delivery, events, companyId: delivery.customerId ?? companyIdIn(raw.body) };
    if (await storeTogether(received)) return;
    try {
      if (await storeAlone(ports, received, null)) return;
      await storeAlone(ports, received, await lookedUpAdmission(ports, received.events));
    } catch (error) {
      if (isUnavailable(error)) throw error;
      await keep(ports, received.delivery, error);
    }
  };
};
