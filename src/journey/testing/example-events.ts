import type { EventType } from '../../common/event-types.ts';
import { type JourneyEvent, event as makeEvent } from '../events.ts';
import { fold } from '../fold.ts';
import { addHours } from '../instant.ts';
import type { CustomerState, Journey } from '../journey.ts';
import { START } from './arbitraries.ts';

/** Test support: the events of one customer, hour by hour, in one line each. */

/** The moment `hour` hours after the start. */
export const at = (hour: number) => addHours(START, hour);

export const A = { connectionId: 'a', software: 'gbol' };
export const B = { connectionId: 'b', software: 'akxx' };
export const FAILURE = {
  statusCode: '403',
  text: 'User cancelled linking',
} as const;
export const SEND = { channel: 'email', kind: 'company' } as const;

export const event = <T extends EventType>(
  hour: number,
  type: T,
  data: JourneyEvent<T>['data'],
  source: JourneyEvent['source'] = 'codat',
): JourneyEvent<T> => {
  const signal = { customerId: 'customer-1', occurredAt: at(hour), source };
  const actorId = source === 'agent' ? 'agent-1' : null;
  return makeEvent(type, { ...signal, sourceId: `${type} ${hour}`, actorId }, data);
};

const currentOf = (state: CustomerState): Journey => {
  const journey = state.journeys.at(-1);
  if (!journey) throw new Error('No journey has started.');
  return journey;
};
export const journeyAfter = (...events: JourneyEvent[]) => currentOf(fold(events));
