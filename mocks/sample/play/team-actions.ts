import type { CLOSE_REASONS, EventType, JourneyEvent } from '../../../src/journey/events.ts';
import type { Instant } from '../../../src/journey/instant.ts';
import type { CallOutcome } from '../../../src/journey/outreach.ts';
import type { Identity } from '../identities/identity.ts';
import type { Recording } from './customer-actions.ts';

type DataOf<T extends EventType> = JourneyEvent<T>['data'];

/** A stored note, or a note of a call. */
export type SampleNote = {
  id: string;
  customerId: string;
  authorId: string;
  kind: 'note' | 'call';
  /** A call's outcome; null for a note. */
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

/** What the team does for one customer. The default actor is the account manager. */
export const createTeamActions = (ports: Ports) => {
  const { customerId, identity, accountManagerId, agentId } = ports;

  const act = <T extends EventType>(
    type: T,
    data: DataOf<T>,
    actorId: string | null = accountManagerId,
    sourceId: string = ports.newId(),
  ): void =>
    // A cast, because TypeScript can't tell that the type and its data belong together.
    ports.record({
      type,
      customerId,
      occurredAt: ports.time.now(),
      source: 'agent',
      sourceId,
      actorId,
      data,
    } as JourneyEvent);

  const writeNote = (
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
      act('customer.updated', { customer: { ...people, accountManagerId } });
    },
    /** Sends a Link URL by email, or shares it manually when there is no address. */
    send: (kind: 'company' | 'connection' = 'company') => {
      const channel = identity.contactEmail ? 'email' : 'shared';
      act('link.sent', { channel, kind });
    },
    /** Assigns the case to the support agent. */
    assignToAgent: () => {
      if (agentId) act('customer.updated', { customer: { assigneeId: agentId } }, agentId);
    },
    /** Assigns the case to the account manager. */
    assignToManager: () => {
      if (accountManagerId) act('customer.updated', { customer: { assigneeId: accountManagerId } });
    },
    snooze: (until: Instant) =>
      act('customer.updated', { customer: { snoozedUntil: until } }, agentId),
    close: (reason: (typeof CLOSE_REASONS)[number]) => act('journey.closed', { reason }),
    reopen: () => act('journey.reopened', {}),
    note: (text: string) => {
      writeNote(accountManagerId, { kind: 'note', outcome: null, text });
    },
    call: (text: string, outcome: CallOutcome = 'reached') => {
      const noteId = writeNote(agentId, { kind: 'call', outcome, text });
      if (noteId) act('call.made', { outcome, noteId }, agentId, noteId);
    },
  };
};
