export const SOURCES = ['codat', 'sync', 'link', 'return', 'sdk', 'agent'] as const;
export const CONNECTION_STATUSES = ['PendingAuth', 'Linked', 'Unlinked', 'Deauthorized'] as const;
/** Codat’s kinds of connection. Only accounting connections move the journey. */
export const SOURCE_TYPES = [
  'Accounting',
  'Banking',
  'BankFeed',
  'Commerce',
  'Expense',
  'Other',
  'Unknown',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];
export const CLOSE_REASONS = [
  'declined',
  'files_instead',
  'duplicate',
  'not_our_customer',
] as const;
/** Closed for these reasons, it was no customer to connect: nobody waits for them, and no number counts them. */
export const NO_CUSTOMER = ['duplicate', 'not_our_customer'] as const;

/**
 * What a paused case waits for: somebody else, a migration to other software, the connection to move, or a moment, such
 * as a booked call.
 */
export const WAITING_FOR = [
  'customer_it',
  'administrator',
  'codat',
  'vendor',
  'migration',
  'connection',
  'call',
  'date',
] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

export const EVENT_TYPES = [
  'customer.created',
  'customer.updated',
  'customer.deleted',
  'link.sent',
  'link.opened',
  'email.sent',
  'call.made',
  'software.selected',
  'connection.initiated',
  'connection.authorized',
  'connection.failed',
  'attempt.corrected',
  'case.raised',
  'case.resolved',
  'journey.completed',
  'data.received',
  'read.failed',
  'report.ready',
  'report.failed',
  'connection.disconnected',
  'connection.deleted',
  'journey.closed',
  'journey.reopened',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The order of events at the same time: what can be the cause of another comes before it. */
export const ORDER: Record<EventType, number> = {
  'customer.created': 0,
  'customer.updated': 1,
  'link.sent': 2,
  'email.sent': 3,
  'call.made': 4,
  'link.opened': 5,
  'software.selected': 6,
  'connection.initiated': 7,
  'connection.failed': 8,
  'connection.authorized': 9,
  'journey.completed': 10,
  'read.failed': 11,
  'data.received': 12,
  'report.ready': 13,
  'report.failed': 14,
  'connection.disconnected': 15,
  'connection.deleted': 16,
  'attempt.corrected': 17,
  'case.raised': 18,
  'case.resolved': 19,
  'journey.closed': 20,
  'journey.reopened': 21,
  'customer.deleted': 22,
};

/** Things the customer did. They end most pauses and restart the clock of the stuck rules. */
const CUSTOMER_SIGNALS: ReadonlySet<EventType> = new Set<EventType>([
  'link.opened',
  'software.selected',
  'connection.initiated',
  'connection.authorized',
  'connection.failed',
  'journey.completed',
  'data.received',
  'connection.disconnected',
  'connection.deleted',
]);

export const isCustomerSignal = (type: EventType): boolean => CUSTOMER_SIGNALS.has(type);
