import type { Activity } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { fold } from '../../src/journey/fold.ts';
import type { SampleNote } from './play/team-actions.ts';
import type { SampleCustomer } from './sample-customers.ts';

type Act = Pick<Activity, 'action' | 'resource' | 'recordId' | 'details'>;

const onCustomer = (action: string, recordId: string, details = {}): Act => ({
  ...{ resource: 'customers', action, recordId, details },
});

/** The journey that was current when something happened. */
const journeyAt = (events: readonly JourneyEvent[], { customerId, occurredAt }: JourneyEvent) => {
  const before = events.filter((event) => event.occurredAt < occurredAt);
  return `${customerId}:${fold(before).journeys.length - 1}`;
};

/** What an event of ours was done by; of a call its note tells. */
const actOf = (event: JourneyEvent, events: readonly JourneyEvent[]): Act | null => {
  const { customerId } = event;
  const onJourney = (action: string, details = {}): Act => ({
    ...{ resource: 'journeys', action, recordId: journeyAt(events, event), details },
  });
  switch (event.type) {
    case 'customer.updated':
      return onCustomer('edit', customerId, event.data.customer);
    case 'link.sent':
      return event.data.channel === 'shared' ? onCustomer('share-link', customerId) : null;
    case 'journey.closed':
      return onJourney('close', event.data);
    case 'journey.reopened':
      return onJourney('reopen');
    default:
      return null;
  }
};

const ofNote = ({ id, customerId, authorId, createdAt, ...note }: SampleNote): Activity => ({
  ...{ id, customerId, actorId: authorId, at: createdAt },
  ...{ resource: 'notes', action: 'create', recordId: id, details: { customerId, ...note } },
});

/** What the team did for a customer, as the activity log has it. */
export const loggedActions = ({ events, notes }: SampleCustomer): Activity[] => [
  ...notes.map(ofNote),
  ...events.flatMap((event): Activity[] => {
    const { actorId, occurredAt: at, sourceId: id, customerId } = event;
    const act = event.source === 'agent' && actorId ? actOf(event, events) : null;
    return act && actorId ? [{ ...act, id, at, actorId, customerId }] : [];
  }),
];
