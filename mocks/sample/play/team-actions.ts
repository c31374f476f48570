import type { CLOSE_REASONS, EventType, JourneyEvent } from '../../../src/journey/events.ts';
import type { Instant } from '../../../src/journey/instant.ts';
import type { CallOutcome } from '../../../src/journey/outreach.ts';
import type { Identity } from '../identities/identity.ts';
import type { Recording } from './customer-actions.ts';

type DataOf<T extends EventType> = JourneyEvent<T>['data'];

/** A note, or what was said in a call, as it is kept. */
export type SampleNote = {
  id: string;
  customerId: string;
  authorId: string;
  kind: 'note' | 'call';
  /** What came of a call; null for a note. */
  outcome: CallOutcome | null;
  text: string;
  createdAt: Instant;
};

type Ports = Recording & {
  customerId: string;
  identity: Identity;
  keepNote: (note: SampleNote) => void;
  accountManagerId: string | null;
  agentId: string | null;
};

/** What our side does for one customer. Without an actor it is the account manager who does it. */
export const createTeamActions = (ports: Ports) => {
  const { customerId, identity, accountManagerId, agentId } = ports;

  const does = <T extends EventType>(
    type: T,
    data: DataOf<T>,
    actorId: string | null = accountManagerId,
    sourceId: string = ports.newId(),
  ): void =>
    // The type and its data belong together; the union of all types can't follow that.
    ports.record({
      type,
      customerId,
      occurredAt: ports.time.now(),
      source: 'agent',
      sourceId,
      actorId,
      data,
    } as JourneyEvent);

  const writes = (
    authorId: string | null,
    note: Pick<SampleNote, 'kind' | 'outcome' | 'text'>,
  ): string | null => {
    if (!authorId) return null;
    const id = ports.newId();
    ports.keepNote({ ...note, id, customerId, authorId, createdAt: ports.time.now() });
    return id;
  };

  return {
    recordContacts: () => {
      const { contactName, contactEmail, contactPhone, contacts } = identity;
      const people = { contactName, contactEmail, contactPhone, contacts };
      does('customer.updated', { customer: { ...people, accountManagerId } });
    },
    /** Sends a Link URL: by e-mail, or in person when there is no address. */
    send: (kind: 'company' | 'connection' = 'company') => {
      const channel = identity.contactEmail ? 'email' : 'shared';
      does('link.sent', { channel, kind });
    },
    /** The support agent takes the case. */
    assignToAgent: () => {
      if (agentId) does('customer.updated', { customer: { assigneeId: agentId } }, agentId);
    },
    /** The account manager sees to it in person. */
    assignToManager: () => {
      if (accountManagerId)
        does('customer.updated', { customer: { assigneeId: accountManagerId } });
    },
    snooze: (until: Instant) =>
      does('customer.updated', { customer: { snoozedUntil: until } }, agentId),
    close: (reason: (typeof CLOSE_REASONS)[number]) => does('journey.closed', { reason }),
    reopen: () => does('journey.reopened', {}),
    note: (text: string) => {
      writes(accountManagerId, { kind: 'note', outcome: null, text });
    },
    call: (text: string, outcome: CallOutcome = 'reached') => {
      const noteId = writes(agentId, { kind: 'call', outcome, text });
      if (noteId) does('call.made', { outcome, noteId }, agentId, noteId);
    },
  };
};
