import type { JourneyEvent } from '../journey/events.ts';
import { agentEvent } from './agent-event.ts';
import type { Call } from './resource.ts';

/** What a person changed of a customer's profile, as an event. */
export const profileChange = (
  call: Pick<Call, 'person' | 'now'>,
  customerId: string,
  customer: NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>,
): JourneyEvent => agentEvent(call, customerId, 'customer.updated', { customer });
