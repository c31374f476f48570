import type { ActivityRecord } from '../../api/activity/resource.ts';
import { type ActivityName, isActivity } from '../../common/activity.ts';
import { formatNumber } from '../../common/locale.ts';
import { REASONS } from '../../journey/failure-reasons.ts';
import { CALL_OUTCOME_LABELS, EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { inSentence } from '../shared/format/inSentence.ts';
import { CLOSE_REASON_LABELS } from '../shared/journey/labels.ts';
import { fieldLabel, resourceLabel, stuckRuleLabel } from './labels.ts';

/** A part of a sentence: text, or the record whose name to insert. */
export type Part = string | { customer: string } | { person: string } | { software: string };

type Details = ActivityRecord['details'];
type Describe = (activity: ActivityRecord, customer: Part, details: Details) => Part[];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The label of a value, within a sentence. */
const within = (labels: Record<string, string>, value: unknown): string =>
  inSentence(labels[textOf(value)] ?? textOf(value));

const labelsOf = (facts: Record<string, { label: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([key, { label }]) => [key, label]));

const REASON_LABELS = labelsOf(REASONS);
const TEMPLATE_LABELS = labelsOf(EMAIL_TEMPLATE_FACTS);

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
  const { assigneeId, snoozedUntil, ...others } = details;
  if (Object.keys(others).length > 0) return [`updated the ${fieldsOf(others)} for `, customer];
  if (assigneeId === null) return ['unassigned ', customer];
  if (assigneeId === actorId) return ['assigned ', customer, ' to themselves'];
  if (assigneeId) return ['assigned ', customer, ' to ', { person: textOf(assigneeId) }];
  return snoozedUntil === null ? ['ended the snooze for ', customer] : ['snoozed ', customer];
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

const isCall = ({ kind }: Details): boolean => kind === 'call';

const DESCRIBERS: Record<ActivityName, Describe> = {
  'customers create': (_, customer) => ['added ', customer],
  'customers edit': changeOfCustomer,
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
  'links create': (_, customer) => ['created a link for ', customer],
  'links edit': (_, customer, { revokedAt }) => [
    revokedAt ? 'revoked a link for ' : 'restored a link for ',
    customer,
  ],
  'email-templates edit': ({ recordId }) => [`edited the ${templateLabel(recordId)} template`],
  'email-templates reset': ({ recordId }) => [
    `reset the ${templateLabel(recordId)} template to default`,
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
  'deliveries process': (_, __, { queued }) => [
    typeof queued === 'number'
      ? `processed ${formatNumber(queued)} webhooks again`
      : 'processed a webhook again',
  ],
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
  return describe(activity, customer, activity.details);
};
