import type { JourneyEvent } from '../../journey/events.ts';
import { agentEvent } from '../kit/agent-event.ts';
import type { ApiRequest } from '../kit/request.ts';

/** A user's change to a customer's profile, as an event. */
export const profileChange = (
  request: Pick<ApiRequest, 'person' | 'now'>,
  customerId: string,
  customer: NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>,
): JourneyEvent => agentEvent(request, customerId, 'customer.updated', { customer });
