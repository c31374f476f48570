import type { EventType, JourneyEvent } from '../events.ts';
import { fold } from '../fold.ts';
import { addHours } from '../instant.ts';
import type { CustomerState, Journey } from '../journey.ts';
import { START } from './arbitraries.ts';

/** Test support: what happens to one customer, hour by hour, told in one line each. */

/** The moment so many hours into the story. */
export const at = (hour: number) => addHours(START, hour);

export const A = { connectionId: 'a', software: 'gbol' };
export const B = { connectionId: 'b', software: 'akxx' };
export const FAILURE = {
  reason: 'cancelled',
  statusCode: '403',
  text: 'User cancelled linking',
} as const;
export const SEND = { channel: 'email', kind: 'company' } as const;

type DataOf<T extends EventType> = JourneyEvent<T>['data'];

export const event = <T extends EventType>(hour: number, type: T, data: DataOf<T>): JourneyEvent =>
  ({
    type,
    data,
    customerId: 'customer-1',
    occurredAt: at(hour),
    source: 'codat',
    sourceId: `${type} ${hour}`,
    actorId: null,
  }) as JourneyEvent;

const currentOf = (state: CustomerState): Journey => {
  const journey = state.journeys.at(-1);
  if (!journey) throw new Error('No journey has begun.');
  return journey;
};
export const journeyAfter = (...events: JourneyEvent[]) => currentOf(fold(events));
