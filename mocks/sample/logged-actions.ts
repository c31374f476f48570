import type { Activity } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { fold } from '../../src/journey/fold.ts';
import type { SampleNote } from './play/team-actions.ts';
import type { SampleCustomer } from './sample-customers.ts';

type Action = Pick<Activity, 'action' | 'resource' | 'recordId' | 'details'>;

const onCustomer = (action: string, recordId: string, details = {}): Action => ({
  resource: 'customers',
  action,
  recordId,
  details,
});

/** The ID of the journey that was current at an event. */
const journeyAt = (events: readonly JourneyEvent[], { customerId, occurredAt }: JourneyEvent) => {
  const before = events.filter((event) => event.occurredAt < occurredAt);
  return `${customerId}:${fold(before).journeys.length - 1}`;
};

/** The logged action behind one of the team's events; null for a call, whose note is logged instead. */
const actionOf = (event: JourneyEvent, events: readonly JourneyEvent[]): Action | null => {
  const { customerId } = event;
  const onJourney = (action: string, details = {}): Action => ({
    resource: 'journeys',
    action,
    recordId: journeyAt(events, event),
    details,
  });
  switch (event.type) {
    case 'customer.updated':
      return onCustomer('edit', customerId, event.data.customer);
    case 'link.sent':
      return event.data.emailId
        ? {
            resource: 'emails',
            action: 'create',
            recordId: event.data.emailId,
            details: { customerId, template: event.data.template },
          }
        : onCustomer('share-link', customerId);
    case 'journey.closed':
      return onJourney('close', event.data);
    case 'journey.reopened':
      return onJourney('reopen');
    default:
      return null;
  }
};

/** Nobody’s request stands behind a sample. */
const BY_PERSON = { actorKind: 'person', address: null, before: null } as const;

const ofNote = ({ id, customerId, authorId, createdAt, ...note }: SampleNote): Activity => ({
  ...BY_PERSON,
  id,
  customerId,
  actorId: authorId,
  at: createdAt,
  resource: 'notes',
  action: 'create',
  recordId: id,
  details: { customerId, ...note },
});

/** What the team did for a customer, as activity log entries. */
export const loggedActions = ({ events, notes }: SampleCustomer): Activity[] => [
  ...notes.map(ofNote),
  ...events.flatMap((event): Activity[] => {
    const { actorId, occurredAt: at, customerId } = event;
    // An email's event is called after the email.
    const id = event.sourceId.replace('email:', '');
    const action = event.source === 'agent' && actorId ? actionOf(event, events) : null;
    return action && actorId ? [{ ...BY_PERSON, ...action, id, at, actorId, customerId }] : [];
  }),
];
