import type { EventType, JourneyEvent } from '../../src/journey/events.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { recognizeReason } from '../../src/journey/recognize-reason.ts';
import { FAILURES, type Failure } from '../codat/failures.ts';

type DataOf<T extends EventType> = JourneyEvent<T>['data'];

const SOURCE: Partial<Record<EventType, JourneyEvent['source']>> = {
  'link.sent': 'agent',
  'link.opened': 'link',
  'customer.updated': 'agent',
  'journey.closed': 'agent',
  'connection.initiated': 'sdk',
  'journey.completed': 'sdk',
};

/** Tells what happens to one customer, hour by hour. What would lie in the future has not happened yet. */
export const tellStory = (customerId: string, begins: Instant, now: Instant) => {
  const events: JourneyEvent[] = [];
  let clock = begins;
  const connectionId = () => `${customerId}-connection`;

  const happens = <T extends EventType>(
    type: T,
    data: DataOf<T>,
    actorId: string | null = null,
  ) => {
    if (clock > now) return;
    const source = SOURCE[type] ?? 'codat';
    const sourceId = `sample:${customerId}:${events.length}`;
    // The type and its data belong together; the union of all types can't follow that.
    events.push({
      type,
      customerId,
      occurredAt: clock,
      source,
      sourceId,
      actorId,
      data,
    } as JourneyEvent);
  };

  return {
    events,
    happens,
    connectionId,
    wait: (hours: number) => {
      clock = addHours(clock, hours);
    },
    fails: (software: string, failure: Failure) => {
      const [statusCode, text] = FAILURES[failure];
      const reason = recognizeReason({ statusCode, text });
      happens('connection.failed', {
        connectionId: connectionId(),
        software,
        reason,
        statusCode,
        text,
      });
    },
  };
};

export type Story = ReturnType<typeof tellStory>;
