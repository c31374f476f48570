import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { announce } from '../database/changes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { isUnavailable } from '../database/errors.ts';
import { ingestWithin } from '../database/ingest.ts';
import { type Delivery, deliveries, rejections } from '../database/schema/index.ts';
import type { JourneyEvent } from '../journey/events.ts';
import type { Instant } from '../journey/instant.ts';
import { envelope } from './payloads.ts';
import { isHandled, toEvents } from './to-events.ts';

type Reading = Pick<Delivery, 'state' | 'eventType' | 'problem'> & { events: JourneyEvent[] };

/** PostgreSQL stores neither NUL nor half a surrogate pair, and a customer's name may hold either. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const parse = (body: string): unknown =>
  JSON.parse(body, (_, value) => (typeof value === 'string' ? storable(value) : value));

const problemOf = (error: unknown): string =>
  error instanceof z.ZodError ? z.prettifyError(error) : 'The body is not JSON.';

/** What a delivery means. Never throws: what can't be understood is kept with the reason. */
const read = (deliveryId: string, body: string): Reading => {
  let eventType: string | null = null;
  try {
    const delivery = envelope.parse(parse(body));
    eventType = delivery.eventType;
    const state = isHandled(eventType) ? 'processed' : 'ignored';
    return { state, eventType, problem: null, events: toEvents(deliveryId, delivery) };
  } catch (error) {
    return { state: 'not_understood', eventType, problem: problemOf(error), events: [] };
  }
};

const keep = async (database: Database | Transaction, delivery: Delivery): Promise<boolean> => {
  const kept = await database.insert(deliveries).values(delivery).onConflictDoNothing().returning();
  if (kept.length === 0) return false;
  const { customerId } = delivery;
  await announce(database, { resources: ['deliveries'], ...(customerId && { customerId }) });
  return true;
};

/**
 * Takes in a verified delivery: keeps it and ingests its events in one transaction. A repeated delivery changes nothing.
 * @throws when the database is away; then nothing was kept and the sender has to repeat it
 */
export const receiveDelivery = async (
  database: Database,
  deliveryId: string,
  body: string,
  receivedAt: Instant,
): Promise<void> => {
  const { events, ...reading } = read(deliveryId, body);
  const customerId = events[0]?.customerId ?? null;
  const delivery = { id: deliveryId, receivedAt, customerId, body: storable(body), ...reading };
  try {
    await database.transaction(async (transaction) => {
      if (!(await keep(transaction, delivery))) return;
      await ingestWithin(transaction, events, receivedAt);
    });
  } catch (error) {
    if (isUnavailable(error)) throw error;
    await keep(database, { ...delivery, state: 'failed', problem: String(error) });
  }
};

/** Counts a delivery that was turned away. */
export const countRejection = (database: Database, reason: string, at: Instant) =>
  database
    .insert(rejections)
    .values({ reason, count: 1, lastAt: at })
    .onConflictDoUpdate({
      target: rejections.reason,
      set: { count: sql`${rejections.count} + 1`, lastAt: at },
      setWhere: eq(rejections.reason, reason),
    });
