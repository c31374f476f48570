import fc from 'fast-check';
import {
  CLOSE_REASONS,
  CONNECTION_STATUSES,
  SOURCES,
  WAITING_FOR,
} from '../../common/event-types.ts';
import { CONTACT_ROLES } from '../contacts.ts';
import type { JourneyEvent } from '../events.ts';
import { FAILURE_REASONS, REASONS } from '../failure-reasons.ts';
import { addHours, type Instant } from '../instant.ts';
import { CALL_OUTCOMES, type EmailTemplate } from '../outreach.ts';

/** Test support: lists of events that a customer could cause and an unreliable network could deliver. */

export const CUSTOMER_ID = 'customer-1';
export const START: Instant = '2026-03-02T09:00:00.000Z';

const ACCOUNTING_IDS = ['connection-a', 'connection-b', 'connection-c'] as const;
const BANKING_ID = 'connection-bank';
const CONNECTION_IDS = [...ACCOUNTING_IDS, BANKING_ID] as const;

/** A few of the templates, so that adding one doesn’t change what is generated. */
const EMAIL_TEMPLATES: EmailTemplate[] = ['link', 'reminder', 'administrator'];

const SOFTWARE_KEYS = ['gbol', 'akxx', 'pqsw', 'unheard-of'] as const;

/** A few moments on a few days, so that ties, bursts and weeks of silence are all likely. */
const instant = fc
  .tuple(fc.constantFrom(0, 1, 3, 7, 8, 15, 30), fc.constantFrom(0, 0, 0.001, 1, 2, 23.5))
  .map(([days, hours]) => addHours(START, days * 24 + hours));

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);

const contact = fc.option(
  fc.record({
    name: fc.option(fc.constant('Bo')),
    email: fc.constant('bo@acme.example'),
    phone: fc.constant(null),
  }),
);

const pauseFields = {
  snoozedUntil: fc.option(instant),
  waitingFor: fc.option(oneOf(WAITING_FOR)),
  waitingUntil: fc.option(instant),
  waitingNote: fc.option(fc.constant('Moves to Xero')),
};

const profile = fc.record(
  {
    name: fc.constantFrom('Acme', 'Acme Ltd'),
    description: fc.option(fc.constant('Wholesale')),
    parentId: fc.option(fc.constant('customer-0')),
    linkUrl: fc.option(fc.constant('https://link.example/customer-1')),
    createdAt: fc.constant(addHours(START, -24)),
    tags: fc.constantFrom<Record<string, string>>({}, { region: 'north' }),
    products: fc.array(fc.constantFrom('spend-insights', 'lending'), { maxLength: 2 }),
    contactName: fc.option(fc.constant('Ada')),
    contactEmail: fc.option(fc.constant('ada@acme.example')),
    contactPhone: fc.option(fc.constant('+44 20 7946 0000')),
    contacts: fc.record(
      { administrator: contact, it: contact, accountant: contact },
      { requiredKeys: [] },
    ),
    accountManagerId: fc.option(fc.constant('manager-1')),
    assigneeId: fc.option(fc.constant('agent-1')),
    ...pauseFields,
  },
  { requiredKeys: [] },
);

const customerData = fc.record({ customer: profile }, { requiredKeys: [] });
const nothing = fc.constant({});

const connectionFields = {
  connectionId: oneOf(CONNECTION_IDS),
  customer: profile,
  software: oneOf(SOFTWARE_KEYS),
  softwareName: fc.constant('Books'),
  connectionLinkUrl: fc.constant('https://link.example/connection'),
  noticedLater: fc.constant(true as const),
  beforeFirstSight: fc.constant(true as const),
};
/** Every event tells the source type of a connection that isn’t an accounting one. */
const withSourceType = <T extends { connectionId?: string }>(data: T) =>
  data.connectionId === BANKING_ID ? { ...data, sourceType: 'Banking' as const } : data;
/** The Link SDK doesn’t always name the connection. */
const signalData = fc.record(connectionFields, { requiredKeys: [] }).map(withSourceType);
const connectionData = fc
  .record(connectionFields, { requiredKeys: ['connectionId'] })
  .map(withSourceType);
const lossData = fc
  .record(
    { ...connectionFields, status: oneOf(CONNECTION_STATUSES) },
    { requiredKeys: ['connectionId'] },
  )
  .map(withSourceType);
/** What software says for each reason. */
const FAILURE_TEXTS = Object.values(REASONS).flatMap((reason) =>
  'example' in reason ? [reason.example[1]] : [],
);
const failureData = fc
  .record(
    {
      ...connectionFields,
      statusCode: fc.constantFrom('401', '403', '500', '501'),
      text: oneOf(['', 'Unknown error occurred.', ...FAILURE_TEXTS]),
    },
    { requiredKeys: ['text'] },
  )
  .map(withSourceType);
const readFailureData = fc
  .record(
    {
      ...connectionFields,
      statuses: fc.array(fc.constantFrom('AuthError invoices', 'FetchError'), { maxLength: 2 }),
      text: fc.constant(''),
    },
    { requiredKeys: ['connectionId', 'statuses', 'text'] },
  )
  .map(withSourceType);
const sendData = fc.record(
  {
    channel: fc.constantFrom('email' as const, 'shared' as const),
    kind: fc.constantFrom('company' as const, 'connection' as const),
    emailId: fc.constant('email-1'),
    template: oneOf(EMAIL_TEMPLATES),
    to: oneOf(CONTACT_ROLES),
  },
  { requiredKeys: ['channel', 'kind'] },
);
const emailData = fc.record({ emailId: fc.constant('email-2'), template: oneOf(EMAIL_TEMPLATES) });
const callData = fc.record({ outcome: oneOf(CALL_OUTCOMES) });
const correctionData = fc.record({
  connectionId: oneOf(ACCOUNTING_IDS),
  failedAt: instant,
  reason: oneOf(FAILURE_REASONS),
});

/** An event without its envelope. Generic, so that each type keeps its own data. */
const body = <T extends string, D>(type: T, data: fc.Arbitrary<D>) =>
  fc.record({ type: fc.constant(type), data });

const anyBody = fc.oneof(
  body('customer.created', customerData),
  body('customer.updated', customerData),
  body('customer.deleted', customerData),
  body('link.sent', sendData),
  body('link.opened', nothing),
  body('email.sent', emailData),
  body('call.made', callData),
  body('attempt.corrected', correctionData),
  body('case.raised', fc.constant({ caseId: 'case-1' })),
  body('case.resolved', fc.constant({ caseId: 'case-1' })),
  body('software.selected', signalData),
  body('connection.initiated', signalData),
  body('connection.authorized', signalData),
  body('connection.failed', failureData),
  body('journey.completed', nothing),
  body('data.received', connectionData),
  body('read.failed', readFailureData),
  body('report.ready', customerData),
  body('report.failed', customerData),
  body('connection.disconnected', lossData),
  body('connection.deleted', lossData),
  body('journey.closed', fc.record({ reason: oneOf(CLOSE_REASONS) })),
  body('journey.reopened', nothing),
);

/** Few ids, shared by all sources, because the same id from two sources means two signals. */
const envelope = fc.record({
  customerId: fc.constant(CUSTOMER_ID),
  occurredAt: instant,
  source: oneOf(SOURCES),
  sourceId: fc.nat(30).map((number) => `signal-${number}`),
  actorId: fc.option(fc.constant('agent-1')),
});

const event: fc.Arbitrary<JourneyEvent> = fc
  .tuple(envelope, anyBody)
  .map(([common, specific]) => ({ ...common, ...specific }));

/** Events of one customer in any order of arrival. Each signal occurs once. */
export const eventLists: fc.Arbitrary<JourneyEvent[]> = fc.uniqueArray(event, {
  selector: ({ source, sourceId }) => `${source} ${sourceId}`,
  maxLength: 40,
  size: 'max',
});

/** The same list twice, the second time in another order. */
export const shuffled = <T>(lists: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> =>
  lists.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  );

const CAUSES_FIRST =
  'customer.created customer.updated link.sent email.sent call.made link.opened software.selected ' +
  'connection.initiated connection.failed connection.authorized journey.completed read.failed data.received ' +
  'report.ready report.failed connection.disconnected connection.deleted attempt.corrected ' +
  'case.raised case.resolved ' +
  'journey.closed journey.reopened customer.deleted';

/** The order in which the fold reads events, stated independently of it: time, cause, source id, then source. */
export const inOrder = (events: readonly JourneyEvent[]): JourneyEvent[] => {
  const keyOf = ({ occurredAt, type, sourceId, source }: JourneyEvent) => [
    occurredAt,
    String(CAUSES_FIRST.indexOf(type)).padStart(4, '0'),
    sourceId,
    source,
  ];
  return [...events].sort((a, b) => (keyOf(a).join('\0') < keyOf(b).join('\0') ? -1 : 1));
};
