import type { JourneyEvent } from '../../journey/events.ts';
import { agentEvent } from '../kit/agent-event.ts';
import type { Call } from '../kit/resource.ts';

/** What a person changed of a customer's profile, as an event. */
export const profileChange = (
  call: Pick<Call, 'person' | 'now'>,
  customerId: string,
  customer: NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>,
): JourneyEvent => agentEvent(call, customerId, 'customer.updated', { customer });
