import { v7 as uuidv7 } from 'uuid';
import type { EventType } from '../../common/event-types.ts';
import { event, type JourneyEvent } from '../../journey/events.ts';
import type { ApiRequest } from './request.ts';

/** What a user did for a customer, as an event. */
export const agentEvent = <T extends EventType>(
  { person, now }: Pick<ApiRequest, 'person' | 'now'>,
  customerId: string,
  type: T,
  data: JourneyEvent<T>['data'],
  // Version 7 ids increase, so that the later of two actions in one millisecond wins.
  sourceId: string = uuidv7(),
): JourneyEvent<T> =>
  event(type, { customerId, occurredAt: now, source: 'agent', sourceId, actorId: person.id }, data);
