import { v7 as uuidv7 } from 'uuid';
import type { JourneyEvent } from '../journey/events.ts';
import type { Call } from './resource.ts';

/** What a person changed of a customer's profile, as an event. */
export const profileChange = (
  { person, now }: Pick<Call, 'person' | 'now'>,
  customerId: string,
  customer: NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>,
): JourneyEvent<'customer.updated'> => ({
  type: 'customer.updated',
  customerId,
  occurredAt: now,
  source: 'agent',
  // Of two changes in one millisecond the later one has the greater id, so that it wins.
  sourceId: uuidv7(),
  actorId: person.id,
  data: { customer },
});
