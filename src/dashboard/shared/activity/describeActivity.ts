import type { ActivityRecord } from '../../../api/activity/resource.ts';
import { type ActivityName, isActivity } from '../../../common/activity.ts';
import { inSentence } from '../../../common/in-sentence.ts';
import { formatNumber } from '../../../common/locale.ts';
import { CALL_OUTCOME_LABELS } from '../../../journey/outreach.ts';
import { counted } from '../format/counted.ts';
import { CLOSE_REASON_LABELS } from '../journey/labels.ts';
import { fieldLabel, resourceLabel, stuckRuleLabel } from './labels.ts';
import { REASON_LABELS, TEMPLATE_LABELS, valueLabel } from './valueLabels.ts';

/** A part of a sentence: text, or the record whose name to insert. */
export type Part = string | { customer: string } | { person: string } | { software: string };

type Details = ActivityRecord['details'];
type Describe = (activity: ActivityRecord, customer: Part, details: Details) => Part[];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The label of a value, within a sentence. */
const within = (labels: Record<string, string>, value: unknown): string =>
  inSentence(labels[textOf(value)] ?? textOf(value));

const templateLabel = (template: unknown): string =>
  TEMPLATE_LABELS[textOf(template)] ?? textOf(template);

const list = new Intl.ListFormat('en-GB');

/** The changed fields, such as “contacts and account manager”. All fields of contacts count as one. */
const fieldsOf = (details: Details): string => {
  const labels = Object.keys(details).map((name) =>
    name.startsWith('contact') ? 'contacts' : fieldLabel(name),
  );
  return list.format(new Set(labels));
};

const changeOfCustomer: Describe = ({ actorId }, customer, details) => {
  const { assigneeId, snoozedUntil, waitingFor, waitingUntil, waitingNote, ...others } = details;
  if (Object.keys(others).length > 0) return [`updated the ${fieldsOf(others)} for `, customer];
  if (assigneeId === null) return ['unassigned ', customer];
  if (assigneeId === actorId) return ['assigned ', customer, ' to themselves'];
  if (assigneeId) return ['assigned ', customer, ' to ', { person: textOf(assigneeId) }];
  if (waitingFor)
    return [
      'set ',
      customer,
      ` to wait for ${valueLabel('customers', 'waitingFor', textOf(waitingFor))}`,
    ];
  if (snoozedUntil) return ['snoozed ', customer];
  if (waitingFor === null) return ['ended the wait for ', customer];
  if (snoozedUntil === null) return ['ended the snooze for ', customer];
  return ['changed the wait for ', customer];
};

/** Such as “exported 1,200 customers”, for what was read in one request. */
const exported =
  (one: string, many: string): Describe =>
  (_, __, { rows }) => [`exported ${counted(typeof rows === 'number' ? rows : 0, one, many)}`];

/** How many more there were than entries. */
const andMore = ({ missed }: Details): string =>
  typeof missed === 'number' && missed > 0
    ? `, after ${counted(missed, 'more attempt', 'more attempts')}`
    : '';

const failedSignIn: Describe = ({ actorKind }, _, details) => {
  if (actorKind === 'person') return ['entered an incorrect password'];
  const more = andMore(details);
  if (details.forgotten)
    return [`asked for a link to choose a new password for ${textOf(details.email)}${more}`];
  return [
    details.status === 429
      ? `was stopped after too many sign-in attempts${more}`
      : `failed to sign in${details.email ? ` as ${textOf(details.email)}` : ''}${details.failure ? ' with single sign-on' : ''}${more}`,
  ];
};

const changeOfPerson: Describe = ({ recordId }, _, { active, handOverTo, ...others }) => {
  const person = { person: recordId };
  const heir: Part = handOverTo ? { person: textOf(handOverTo) } : 'nobody';
  const handed: Part[] =
    handOverTo === undefined ? [] : [' and gave their cases and portfolio to ', heir];
  if (active === false) return ['deactivated ', person, ...handed];
  if (active) return ['reactivated ', person];
  if (handOverTo !== undefined) return ['gave the cases and portfolio of ', person, ' to ', heir];
  return ['updated ', person, `’s ${fieldsOf(others)}`];
};

const changeOfView: Describe = (_, __, { name, shared, ...others }) => {
  if (shared === true) return ['shared a view with the team'];
  if (shared === false) return ['stopped sharing a view'];
  return name === undefined
    ? [`changed the ${fieldsOf(others)} of a view`]
    : [`renamed a view to “${textOf(name)}”`];
};

const isCall = ({ kind }: Details): boolean => kind === 'call';

const DESCRIBERS: Record<ActivityName, Describe> = {
  'customers create': (_, customer) => ['added ', customer],
  'customers edit': changeOfCustomer,
  'customers change-many': (_, __, { customers }) => [
    `changed ${counted(Number(customers), 'customer', 'customers')} at once`,
  ],
  'customers delete': (_, customer) => [
    'marked ',
    customer,
    ' as deleted, as Codat no longer has it',
  ],
  'customers import': (_, customer, details) => [
    `updated the ${fieldsOf(details)} for `,
    customer,
    ' by a contact import',
  ],
  'customers keep-contacts': (_, customer) => [
    'kept the contacts of ',
    customer,
    ' from before the company was deleted in Codat',
  ],
  'customers follow-owner': (_, customer, { ownerManagerId }) =>
    ownerManagerId
      ? [
          'made ',
          { person: textOf(ownerManagerId) },
          ' the account manager of ',
          customer,
          ', as its owner in Codat says',
        ]
      : ['removed the account manager of ', customer, ', as its owner in Codat stands for nobody'],
  'customers fetch-link': (_, customer) => ['fetched a Link URL for ', customer],
  'customers check': (_, customer) => ['checked ', customer, ' in Codat'],
  'customers view': (_, customer) => ['opened ', customer],
  'customers export': exported('customer', 'customers'),
  'customers export-everything': (_, customer) => ['exported everything about ', customer],
  'customers erase': () => ['erased a customer’s personal data'],
  'customers share-link': (_, customer) => ['shared a link with ', customer],
  'notes create': (_, customer, details) =>
    isCall(details)
      ? [
          'logged a call with ',
          customer,
          `: ${within(CALL_OUTCOME_LABELS, details.outcome ?? 'reached')}`,
        ]
      : ['added a note on ', customer],
  'notes edit': (_, customer) => ['edited a note on ', customer],
  'notes delete': (_, customer, details) => [
    isCall(details) ? 'deleted a call note on ' : 'deleted a note on ',
    customer,
  ],
  'journeys close': (_, customer, { reason }) => [
    'closed ',
    customer,
    `: ${within(CLOSE_REASON_LABELS, reason)}`,
  ],
  'journeys reopen': (_, customer) => ['reopened ', customer],
  'attempts correct': (_, customer, { reason }) => [
    'changed the failure reason for ',
    customer,
    ` to ${within(REASON_LABELS, reason)}`,
  ],
  'emails create': (_, customer, { template }) => [
    'sent ',
    customer,
    ` the ${templateLabel(template)} email`,
  ],
  'emails edit': (_, customer) => ['resent an email to ', customer],
  'emails view': (_, customer) => ['opened an email to ', customer],
  'emails export': exported('email', 'emails'),
  'links create': (_, customer) => ['created a link for ', customer],
  'links edit': (_, customer, { revokedAt }) => [
    revokedAt ? 'revoked a link for ' : 'restored a link for ',
    customer,
  ],
  'raised-cases create': (_, customer) => ['raised ', customer, ' with Codat'],
  'raised-cases edit': (_, customer, { state }) => {
    if (state === 'resolved') return ['resolved the case of ', customer, ' with Codat'];
    if (state === 'open') return ['raised ', customer, ' with Codat again'];
    return ['updated the case of ', customer, ' with Codat'];
  },
  'incidents edit': (_, __, { ownerId, note, closed }) => {
    if (closed === true) return ['closed an incident'];
    if (closed === false) return ['opened an incident again'];
    if (ownerId === null) return ['gave an incident back'];
    if (ownerId) return ['made ', { person: textOf(ownerId) }, ' the owner of an incident'];
    return [note ? 'noted what is known of an incident' : 'removed the note on an incident'];
  },
  'email-templates edit': ({ recordId }) => [`edited the ${templateLabel(recordId)} template`],
  'email-templates reset': ({ recordId }) => [
    `reset the ${templateLabel(recordId)} template to default`,
  ],
  'email-templates test': ({ recordId }, _, { to }) => [
    `sent a test of the ${templateLabel(recordId)} email to ${textOf(to)}`,
  ],
  'contact-import-lines view': () => ['opened a line of an import'],
  'contact-import-lines export': exported('line of an import', 'lines of an import'),
  'activity export': exported('activity entry', 'activity entries'),
  'activity expire': (_, __, { entries }) => [
    `removed ${counted(Number(entries), 'entry', 'entries')} older than a year`,
  ],
  'contact-imports create': (_, __, { fileName }) => [`uploaded ${textOf(fileName)}`],
  'contact-imports edit': (_, __, { state }) => [
    `${state === 'undone' ? 'undid' : 'applied'} a contact import`,
  ],
  'workspace-settings edit': (_, __, details) => [`updated settings: ${fieldsOf(details)}`],
  'users create': (_, __, { name }) => [`added ${textOf(name)} to the team`],
  'users edit': changeOfPerson,
  'users delete': ({ recordId }) => ['deactivated ', { person: recordId }],
  'users send-password-link': ({ recordId }) => [
    'sent ',
    { person: recordId },
    ' a link to choose a new password',
  ],
  'software create': ({ recordId }) => ['added ', { software: recordId }, ' to the software'],
  'users reset-password': () => ['chose a new password with an emailed link'],
  'invitations create': (_, __, { name }) => [`invited ${textOf(name)} to the team`],
  'invitations resend': (_, __, { name }) => [`invited ${textOf(name)} again`],
  'invitations delete': (_, __, { name }) => [`revoked the invitation of ${textOf(name)}`],
  'invitations accept': () => ['accepted the invitation to the team'],
  'software edit': ({ recordId }, _, { complexity, oneTime }) =>
    typeof oneTime === 'boolean'
      ? ['set ', { software: recordId }, oneTime ? ' to read data once' : ' to keep reading data']
      : [
          'set the complexity of ',
          { software: recordId },
          ` to ${complexity === 'simple' ? 'easy' : textOf(complexity)}`,
        ],
  'stuck-rules edit': ({ recordId }) => [`changed the “${stuckRuleLabel(recordId)}” threshold`],
  'codat-settings edit': () => ['changed the Codat company filter'],
  'codat-owners edit': (_, __, { personId }) =>
    personId
      ? ['made ', { person: textOf(personId) }, ' the account manager of an owner’s companies']
      : ['removed the account manager of an owner’s companies'],
  'syncs create': () => ['started a Codat sync'],
  'syncs edit': () => ['cancelled a Codat sync'],
  'sign-ins sign-in': () => ['signed in'],
  'sign-ins fail': failedSignIn,
  'sign-ins sign-out': () => ['signed out'],
  'sign-ins end': ({ recordId, actorId }) =>
    recordId === actorId
      ? ['ended one of their sessions']
      : ['ended a session of ', { person: recordId }],
  'sign-ins change-password': () => ['changed their password'],
  'requests refuse': (_, __, { reason }) => [`was refused: ${textOf(reason)}`],
  'deliveries process': (_, __, { queued }) => [
    typeof queued === 'number'
      ? `processed ${formatNumber(queued)} webhooks again`
      : 'processed a webhook again',
  ],
  'sessions delete': () => ['ended one of their sessions'],
  'api-keys create': (_, __, { name }) => [`created the API key “${textOf(name)}”`],
  'api-keys rotate': (_, __, { name }) => [`replaced the API key “${textOf(name)}”`],
  'api-keys delete': ({ before }) => [`revoked the API key “${textOf(before?.name)}”`],
  'views create': (_, __, { name, shared }) => [
    `saved the view “${textOf(name)}”${shared ? ' for the team' : ''}`,
  ],
  'views edit': changeOfView,
  'views delete': ({ before }) => [`deleted the view “${textOf(before?.name)}”`],
  'alerts create': (_, __, { name }) => [`added the alert “${textOf(name)}”`],
  'alerts edit': (_, __, details) => [`changed an alert: ${fieldsOf(details)}`],
  'alerts delete': ({ before }) => [`deleted the alert “${textOf(before?.name)}”`],
  'alerts test': (_, __, { name, to }) => [
    `sent a test of the alert “${textOf(name)}” to ${textOf(to)}`,
  ],
  'alert-messages edit': () => ['sent an alert again'],
  'digest-settings edit': () => ['changed when they get their digest'],
  'digest-settings send': () => ['sent themselves a digest'],
};

const VERBS: Record<string, string> = { create: 'added', edit: 'updated', delete: 'deleted' };

/** For activities that an older or newer version recorded: `replay` of `deliveries` as “replay: delivery”. */
const inGeneral: Describe = ({ action, resource, customerId }, customer) => {
  const verb = VERBS[action];
  const what = verb
    ? `${verb} ${resourceLabel(resource)}`
    : `${action}: ${resourceLabel(resource)}`;
  return customerId ? [what, ' for ', customer] : [what];
};

/** What was done, as the end of a sentence that starts with the person. */
export const describeActivity = (activity: ActivityRecord): Part[] => {
  const customer = activity.customerId ? { customer: activity.customerId } : 'a customer';
  const name = `${activity.resource} ${activity.action}`;
  const describe = isActivity(name) ? DESCRIBERS[name] : inGeneral;
  return describe(activity, customer, { ...activity.before, ...activity.details });
};
