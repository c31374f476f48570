import type { CLOSE_REASONS, EventType } from '../../../src/common/event-types.ts';
import { event, type JourneyEvent } from '../../../src/journey/events.ts';
import type { Instant } from '../../../src/journey/instant.ts';
import type { CallOutcome } from '../../../src/journey/outreach.ts';
import type { Identity } from '../identities/identity.ts';
import type { Recording } from './customer-actions.ts';

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
  const { customerId, identity, accountManagerId, agentId, record } = ports;
  let invited = false;

  const agentEvent = <T extends EventType>(
    type: T,
    data: JourneyEvent<T>['data'],
    actorId: string | null = accountManagerId,
    sourceId: string = ports.newId(),
  ): JourneyEvent<T> => {
    const occurredAt = ports.time.now();
    return event(type, { customerId, occurredAt, source: 'agent', sourceId, actorId }, data);
  };

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
      record(agentEvent('customer.updated', { customer: { ...people, accountManagerId } }));
    },
    /** Sends a Link URL by email, or shares it manually when there is no address. */
    send: (kind: 'company' | 'connection' = 'company') => {
      if (!identity.contactEmail || !accountManagerId) {
        record(agentEvent('link.sent', { channel: 'shared', kind }));
        return;
      }
      const emailId = ports.newId();
      const template = kind === 'connection' ? 'reconnect' : invited ? 'reminder' : 'link';
      invited = true;
      const data = { channel: 'email', kind, emailId, template, to: 'main' } as const;
      record(agentEvent('link.sent', data, accountManagerId, `email:${emailId}`));
    },
    /** Assigns the case to the support agent. */
    assignToAgent: () => {
      if (agentId)
        record(agentEvent('customer.updated', { customer: { assigneeId: agentId } }, agentId));
    },
    /** Assigns the case to the account manager. */
    assignToManager: () => {
      if (accountManagerId)
        record(agentEvent('customer.updated', { customer: { assigneeId: accountManagerId } }));
    },
    snooze: (until: Instant) =>
      record(agentEvent('customer.updated', { customer: { snoozedUntil: until } }, agentId)),
    close: (reason: (typeof CLOSE_REASONS)[number]) =>
      record(agentEvent('journey.closed', { reason })),
    reopen: () => record(agentEvent('journey.reopened', {})),
    note: (text: string) => {
      writeNote(accountManagerId, { kind: 'note', outcome: null, text });
    },
    call: (text: string, outcome: CallOutcome = 'reached') => {
      const noteId = writeNote(agentId, { kind: 'call', outcome, text });
      if (noteId) record(agentEvent('call.made', { outcome, noteId }, agentId, noteId));
    },
  };
};
