import type { NewActivity } from '../../../database/activity.ts';
import type { JourneyEvent } from '../../../journey/events.ts';
import { changedFields, sameFieldsOf } from '../../activity/details.ts';
import { agentEvent } from '../../kit/agent-event.ts';
import type { ApiRequest } from '../../kit/request.ts';
import { profileChange } from '../profile-change.ts';
import type { CustomerRecord } from '../resource.ts';
import type { Change } from './plan.ts';

export type Planned = { customer: CustomerRecord; change: Change };

const eventsOf = (request: ApiRequest, { customer: { id }, change }: Planned): JourneyEvent[] => {
  if (change.kind === 'close')
    return [agentEvent(request, id, 'journey.closed', { reason: change.reason })];
  const { kind, fields } = change;
  return [
    ...(kind === 'reopen' ? [agentEvent(request, id, 'journey.reopened', {})] : []),
    ...(Object.keys(fields).length > 0 ? [profileChange(request, id, fields)] : []),
  ];
};

/** The changes as events. */
export const stored = (request: ApiRequest, planned: readonly Planned[]): JourneyEvent[] =>
  planned.flatMap((one) => eventsOf(request, one));

const entryOf = ({ customer, change }: Planned): NewActivity => {
  const { id: customerId, journeyId, closedReason } = customer;
  if (change.kind === 'edit') {
    const details = changedFields(customer, change.fields);
    return {
      ...({ resource: 'customers', action: 'edit', recordId: customerId, customerId } as const),
      ...{ details, before: sameFieldsOf(customer, details) },
    };
  }
  return {
    ...({ resource: 'journeys', action: change.kind, recordId: journeyId, customerId } as const),
    ...(change.kind === 'close'
      ? { details: { reason: change.reason } }
      : { before: { reason: closedReason } }),
  };
};

/** The changes in the activity log: one entry for each customer, as if changed one by one. */
export const recorded = (planned: readonly Planned[]): NewActivity[] => planned.map(entryOf);
