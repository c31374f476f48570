import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { announce } from '../database/changes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { isPassing } from '../database/errors.ts';
import { ingestWithin } from '../database/ingest.ts';
import { type Delivery, deliveries, rejections } from '../database/schema/index.ts';
import type { JourneyEvent } from '../journey/events.ts';
import type { Instant } from '../journey/instant.ts';
import { envelope } from './payloads.ts';
import { isHandled, toEvents } from './to-events.ts';

type Interpretation = Pick<Delivery, 'state' | 'eventType' | 'problem'> & {
  events: JourneyEvent[];
};

/** PostgreSQL stores neither NUL nor lone surrogates, and a customer’s name may contain either. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const parse = (body: string): unknown =>
  JSON.parse(body, (_, value) => (typeof value === 'string' ? storable(value) : value));

const problemOf = (error: unknown): string =>
  error instanceof z.ZodError ? z.prettifyError(error) : 'The body is not JSON.';

/** Interprets a delivery. Never throws: what can’t be understood is stored with the reason. */
const interpret = (deliveryId: string, body: string): Interpretation => {
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

const store = async (database: Database | Transaction, delivery: Delivery): Promise<boolean> => {
  const stored = await database
    .insert(deliveries)
    .values(delivery)
    .onConflictDoNothing()
    .returning();
  if (stored.length === 0) return false;
  const { customerId } = delivery;
  await announce(database, { resources: ['deliveries'], ...(customerId && { customerId }) });
  return true;
};

/**
 * Stores a verified delivery and ingests its events in one transaction. A repeated delivery changes nothing.
 * @throws when the database is unavailable. Nothing is stored then, and the sender has to retry.
 */
export const receiveDelivery = async (
  database: Database,
  deliveryId: string,
  body: string,
  receivedAt: Instant,
): Promise<void> => {
  const { events, ...interpretation } = interpret(deliveryId, body);
  const customerId = events[0]?.customerId ?? null;
  const delivery = {
    id: deliveryId,
    receivedAt,
    customerId,
    body: storable(body),
    ...interpretation,
  };
  try {
    await database.transaction(async (transaction) => {
      if (!(await store(transaction, delivery))) return;
      await ingestWithin(transaction, events, receivedAt);
    });
  } catch (error) {
    if (isPassing(error)) throw error;
    await store(database, { ...delivery, state: 'failed', problem: String(error) });
  }
};

/** Counts a rejected delivery. */
export const countRejection = (database: Database, reason: string, at: Instant) =>
  database
    .insert(rejections)
    .values({ reason, count: 1, lastAt: at })
    .onConflictDoUpdate({
      target: rejections.reason,
      set: { count: sql`${rejections.count} + 1`, lastAt: at },
      setWhere: eq(rejections.reason, reason),
    });
