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
  sourceId: crypto.randomUUID(),
  actorId: person.id,
  data: { customer },
});
