import type { ActivityRecord } from '../../api/activity/resource.ts';
import { REASONS } from '../../journey/failure-reasons.ts';
import { CALL_OUTCOME_LABELS, EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { CLOSE_REASON_LABELS } from '../shared/journey/labels.ts';
import { fieldLabel, resourceLabel, stuckRuleLabel } from './labels.ts';

/** A piece of a sentence: words, or a record by its name. */
export type Part = string | { customer: string } | { person: string } | { software: string };

type Details = ActivityRecord['details'];
type Describe = (act: ActivityRecord, customer: Part, details: Details) => Part[];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The label of a value, in the middle of a sentence. */
const within = (labels: Record<string, string>, value: unknown): string =>
  (labels[textOf(value)] ?? textOf(value)).toLowerCase();

const labelsOf = (facts: Record<string, { label: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([key, { label }]) => [key, label]));

const REASON_LABELS = labelsOf(REASONS);
const TEMPLATE_LABELS = labelsOf(EMAIL_TEMPLATE_FACTS);

const quoted = (template: string): string => `“${TEMPLATE_LABELS[template] ?? template}”`;

const fieldsOf = (details: Details): string => Object.keys(details).map(fieldLabel).join(', ');

const changeOfCustomer: Describe = ({ actorId }, customer, details) => {
  const { assigneeId, snoozedUntil, ...others } = details;
  if (Object.keys(others).length > 0) return ['changed ', customer, `: ${fieldsOf(details)}`];
  if (assigneeId === null) return ['gave back ', customer];
  if (assigneeId === actorId) return ['took on ', customer];
  if (assigneeId) return ['assigned ', customer, ' to ', { person: textOf(assigneeId) }];
  return snoozedUntil === null ? ['ended the snooze of ', customer] : ['snoozed ', customer];
};

const isCall = ({ kind }: Details): boolean => kind === 'call';

/** What people do, by resource and action. */
const DESCRIBERS: Record<string, Describe> = {
  'customers create': (_, customer) => ['added ', customer],
  'customers edit': changeOfCustomer,
  'customers share-link': (_, customer) => ['passed on the link of ', customer],
  'notes create': (_, customer, details) =>
    isCall(details)
      ? [
          'logged a call with ',
          customer,
          `: ${within(CALL_OUTCOME_LABELS, details.outcome ?? 'reached')}`,
        ]
      : ['wrote a note on ', customer],
  'notes edit': (_, customer) => ['changed what was noted of ', customer],
  'notes delete': (_, customer, details) => [
    isCall(details) ? 'deleted what was noted of a call with ' : 'deleted a note on ',
    customer,
  ],
  'journeys close': (_, customer, { reason }) => [
    'closed ',
    customer,
    `: ${within(CLOSE_REASON_LABELS, reason)}`,
  ],
  'journeys reopen': (_, customer) => ['reopened ', customer],
  'attempts correct': (_, customer, { reason }) => [
    'corrected why an attempt of ',
    customer,
    ` failed: ${within(REASON_LABELS, reason)}`,
  ],
  'emails create': (_, customer, { template }) => [
    'sent ',
    customer,
    ` an e-mail: ${within(TEMPLATE_LABELS, template)}`,
  ],
  'emails edit': (_, customer) => ['sent an e-mail to ', customer, ' once more'],
  'links create': (_, customer) => ['made a link for ', customer],
  'links edit': (_, customer, { revokedAt }) => [
    revokedAt ? 'revoked a link of ' : 'restored a link of ',
    customer,
  ],
  'email-templates edit': ({ recordId }) => [`changed the words of the e-mail ${quoted(recordId)}`],
  'email-templates reset': ({ recordId }) => [
    `put back the first words of the e-mail ${quoted(recordId)}`,
  ],
  'contact-imports create': (_, __, { fileName }) => [
    `brought the file of contacts ${textOf(fileName)}`,
  ],
  'contact-imports edit': (_, __, { state }) => [
    `${state === 'undone' ? 'undid' : 'applied'} a file of contacts`,
  ],
  'workspace-settings edit': (_, __, details) => [
    `changed the workspace’s settings: ${fieldsOf(details)}`,
  ],
  'users create': (_, __, { name }) => [`added ${textOf(name)} to the team`],
  'users edit': ({ recordId }, _, details) => [
    'changed ',
    { person: recordId },
    `: ${fieldsOf(details)}`,
  ],
  'users delete': (_, __, { name }) => [`removed ${textOf(name)} from the team`],
  'software edit': ({ recordId }, _, { complexity }) => [
    'set the complexity of ',
    { software: recordId },
    ` to ${textOf(complexity)}`,
  ],
  'stuck-rules edit': ({ recordId }) => [
    `changed after how long “${stuckRuleLabel(recordId)}” means stuck`,
  ],
  'codat-settings edit': () => ['changed which of Codat’s companies are customers'],
  'syncs create': () => ['asked for a sync with Codat'],
};

const VERBS: Record<string, string> = { create: 'added', edit: 'changed', delete: 'deleted' };

/** What has no words of its own: `replay` of `deliveries` is told as “replay: delivery”. */
const inGeneral: Describe = ({ action, resource, customerId }, customer) => {
  const verb = VERBS[action];
  const what = verb
    ? `${verb} ${resourceLabel(resource)}`
    : `${action}: ${resourceLabel(resource)}`;
  return customerId ? [what, ' of ', customer] : [what];
};

/** What was done, as the rest of a sentence that begins with who did it. */
export const describeActivity = (act: ActivityRecord): Part[] => {
  const customer = act.customerId ? { customer: act.customerId } : 'a customer';
  const describe = DESCRIBERS[`${act.resource} ${act.action}`] ?? inGeneral;
  return describe(act, customer, act.details);
};
