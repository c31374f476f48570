import { z } from 'zod';
import {
  CLOSE_REASONS,
  CONNECTION_STATUSES,
  EVENT_TYPES,
  type EventType,
  SOURCE_TYPES,
  SOURCES,
  WAITING_FOR,
} from '../common/event-types.ts';
import { instant } from './clock/instant-schema.ts';
import { CONTACT_ROLES, otherContacts } from './contacts.ts';
import { FAILURE_REASONS } from './failure-reasons.ts';
import { CALL_OUTCOMES, EMAIL_TEMPLATES } from './outreach.ts';

/** What we know about a customer apart from the journey. Any event may contain part of it. The latest value wins. */
export const profile = z
  .object({
    name: z.string(),
    description: z.string().nullable(),
    /** The parent company. */
    parentId: z.string().nullable(),
    linkUrl: z.url().nullable(),
    createdAt: instant,
    tags: z.record(z.string(), z.string()),
    /** The company’s products in Codat. */
    products: z.array(z.string()),
    contactName: z.string().nullable(),
    contactEmail: z.string().nullable(),
    contactPhone: z.string().nullable(),
    /** Only the roles named here change. Null removes the contact. */
    contacts: otherContacts,
    /** As set by hand. Null follows the owner in Codat. */
    accountManagerId: z.string().nullable(),
    /** The company’s owners in Codat. */
    ownerIds: z.array(z.string()),
    /** The person that the owner in Codat stands for. */
    ownerManagerId: z.string().nullable(),
    assigneeId: z.string().nullable(),
    /** A snooze and waiting replace each other. Null ends either. */
    snoozedUntil: instant.nullable(),
    waitingFor: z.enum(WAITING_FOR).nullable(),
    /** Null while no end is known. */
    waitingUntil: instant.nullable(),
    /** Such as the name of the software that the customer moves to. */
    waitingNote: z.string().nullable(),
    /** The team’s own tags. */
    labels: z.array(z.string()),
  })
  .partial();
type Profile = z.output<typeof profile>;
export type PauseChange = Pick<
  Profile,
  'snoozedUntil' | 'waitingFor' | 'waitingUntil' | 'waitingNote'
>;

const withProfile = z.object({ customer: profile.optional() });
const connection = withProfile.extend({
  connectionId: z.string(),
  software: z.string().optional(),
  softwareName: z.string().optional(),
  connectionLinkUrl: z.url().optional(),
  /** Left out by sources that don’t know it. */
  sourceType: z.enum(SOURCE_TYPES).optional(),
  /** Noticed some time after it happened, so the time of the stage stays unknown. */
  noticedLater: z.literal(true).optional(),
  /** It had already happened when we first saw the connection. Not even the period is known. */
  beforeFirstSight: z.literal(true).optional(),
});

const reason = z.enum(FAILURE_REASONS);

/**
 * What was recognized in the text of a failure before it was erased. Depends on whether the software is on-premise,
 * which only other events may tell.
 */
const recognized = z.object({ onPremise: reason, online: reason, unknown: reason });
export type Recognized = z.output<typeof recognized>;

/** Some callbacks of the Link SDK don’t name their connection. */
const signal = connection.partial({ connectionId: true });

/** The data of each type of event. */
const DATA = {
  'customer.created': withProfile,
  'customer.updated': withProfile,
  'customer.deleted': withProfile,
  'link.sent': z.object({
    channel: z.enum(['email', 'shared']),
    kind: z.enum(['company', 'connection']),
    emailId: z.string().optional(),
    template: z.enum(EMAIL_TEMPLATES).optional(),
    to: z.enum(CONTACT_ROLES).optional(),
  }),
  'link.opened': z.object({ linkId: z.string().optional() }),
  'email.sent': z.object({
    emailId: z.string(),
    template: z.enum(EMAIL_TEMPLATES),
    to: z.enum(CONTACT_ROLES).optional(),
  }),
  'call.made': z.object({ outcome: z.enum(CALL_OUTCOMES), noteId: z.string().optional() }),
  'software.selected': signal,
  'connection.initiated': signal,
  'connection.authorized': signal,
  'connection.failed': signal.extend({
    /** What Codat said, as received. The fold recognizes the reason, so that a better rule also corrects the past. */
    statusCode: z.string().optional(),
    text: z.string(),
    recognized: recognized.optional(),
  }),
  'attempt.corrected': z.object({
    connectionId: z.string(),
    /** When the corrected attempt ended. */
    failedAt: instant,
    /** The event that reported its failure. */
    failure: z.object({ source: z.enum(SOURCES), sourceId: z.string() }).optional(),
    reason,
  }),
  /** A colleague raised the case with Codat, or raised it again after it was resolved. */
  'case.raised': z.object({
    caseId: z.string(),
    reference: z.string().optional(),
    again: z.literal(true).optional(),
  }),
  'case.resolved': z.object({ caseId: z.string() }),
  'journey.completed': z.object({}),
  'data.received': connection,
  'read.failed': connection.extend({
    /** Codat’s statuses, each with the data types that have it, such as `AuthError invoices bills`. */
    statuses: z.array(z.string()),
    text: z.string(),
    recognized: recognized.optional(),
  }),
  'report.ready': withProfile,
  'report.failed': withProfile,
  'connection.disconnected': connection.extend({ status: z.enum(CONNECTION_STATUSES).optional() }),
  'connection.deleted': connection.extend({ status: z.enum(CONNECTION_STATUSES).optional() }),
  'journey.closed': z.object({ reason: z.enum(CLOSE_REASONS) }),
  'journey.reopened': z.object({}),
} satisfies Record<EventType, z.ZodObject>;

const envelope = z.object({
  customerId: z.string().min(1),
  /** When it happened, according to its source. Orders the events. */
  occurredAt: instant,
  source: z.enum(SOURCES),
  /** Unique within its source, so that repeated signals are recognized. */
  sourceId: z.string().min(1),
  /** The user who did it, for events whose source is an agent. */
  actorId: z.string().nullable().default(null),
});

type DataOf<T extends EventType> = z.output<(typeof DATA)[T]>;

/** One signal. `recordedAt` is left out: the state must not depend on when we learned of something. */
export type JourneyEvent<T extends EventType = EventType> = {
  [K in T]: z.output<typeof envelope> & { type: K; data: DataOf<K> };
}[T];

type Named<D> = 'connectionId' extends keyof D ? D & { connectionId: string } : D;

/** An event whose connection is known. */
export type ResolvedEvent<T extends EventType = EventType> = {
  [K in T]: z.output<typeof envelope> & { type: K; data: Named<DataOf<K>> };
}[T];

/** As `DATA`, in a form that keeps each type of event together with its data when indexed by a type parameter. */
const SCHEMAS: { [T in EventType]: z.ZodType<DataOf<T>> } = DATA;

const parse = <T extends EventType>(type: T, signal: unknown, data: unknown): JourneyEvent<T> => ({
  ...envelope.parse(signal),
  type,
  data: SCHEMAS[type].parse(data),
});

/**
 * Makes an event of the given type. Set `actorId` only if a user did it.
 * @throws ZodError when the signal or the data is not what the type requires
 */
export const event: <T extends EventType>(
  type: T,
  signal: z.input<typeof envelope>,
  data: DataOf<T>,
) => JourneyEvent<T> = parse;

const anyType = z.object({ type: z.enum(EVENT_TYPES), data: z.unknown() });

/**
 * Reads an event of any type, such as a stored one, and drops what does not belong to its type.
 * @throws ZodError when it is not an event
 */
export const parseEvent = (value: unknown): JourneyEvent => {
  const { type, data } = anyType.parse(value);
  return parse(type, value, data);
};
