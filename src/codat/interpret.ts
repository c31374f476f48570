import { z } from 'zod';
import type { Delivery } from '../database/schema/index.ts';
import type { JourneyEvent } from '../journey/events.ts';
import { parseLeniently } from './lenient.ts';
import { envelope } from './payloads.ts';
import { readBody } from './read-body.ts';
import { isHandled, toEvents } from './to-events.ts';

type Interpretation = Pick<Delivery, 'state' | 'eventType' | 'problem' | 'customerId'> & {
  events: JourneyEvent[];
};

const problemOf = (error: unknown): string => {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof SyntaxError ? 'The body is not JSON.' : String(error);
};

/** Interprets a delivery. Never throws: what can’t be understood is stored with the reason. */
export const interpret = ({
  id,
  body,
  receivedAt,
}: Pick<Delivery, 'id' | 'receivedAt'> & { body: string }): Interpretation => {
  let eventType: string | null = null;
  try {
    const read = readBody(body);
    const { value: delivery, notes } = parseLeniently(envelope, read.value);
    eventType = delivery.eventType;
    const translated = toEvents({ id, receivedAt }, delivery);
    const { events } = translated;
    if (!delivery.generatedDate)
      notes.push('generatedDate is missing or impossible. The time of receipt counts instead.');
    return {
      state: isHandled(eventType) ? 'processed' : 'ignored',
      eventType,
      problem: [...read.notes, ...notes, ...translated.notes].join('\n') || null,
      customerId: events[0]?.customerId ?? null,
      events,
    };
  } catch (error) {
    const problem = problemOf(error);
    return { state: 'not_understood', eventType, problem, customerId: null, events: [] };
  }
};

/** What becomes of a delivery, without its events, if the company filter keeps its company out. */
export const EXCLUDED = {
  state: 'ignored',
  problem: 'The company filter excludes this company.',
  customerId: null,
} as const;
