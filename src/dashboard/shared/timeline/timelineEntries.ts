import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EventRecord } from '../../../api/events/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
import type { EventType } from '../../../common/event-types.ts';
import { inSentence } from '../../../common/in-sentence.ts';
import { CONTACT_ROLE_LABELS, CONTACT_ROLES } from '../../../journey/contacts.ts';
import type { JourneyEvent } from '../../../journey/events.ts';
import { REASONS } from '../../../journey/failure-reasons.ts';
import { isAccounting } from '../../../journey/other-connections.ts';
import { CALL_OUTCOME_LABELS, type EmailTemplate } from '../../../journey/outreach.ts';
import { readReasonOf, reasonOf } from '../../../journey/recognize-reason.ts';
import { exactTime } from '../format/duration.ts';
import { CLOSE_REASON_LABELS, SOURCE_TYPE_LABELS } from '../journey/labels.ts';
import type { Tone } from '../Pill.tsx';
import { pauseInWords } from '../pause/pauses.ts';
import { emailTitle, STATES } from '../sending/emailLabels.ts';

export type TimelineEntry = {
  id: string;
  at: string;
  kind: EventType | 'note' | 'email';
  by: 'customer' | 'team' | 'codat';
  /** The colleague who did it. */
  actorId: string | null;
  /** The colleague that an assignment names. */
  assigneeId?: string | null | undefined;
  /** The account manager that a change names. */
  accountManagerId?: string | null | undefined;
  title: string;
  detail?: string | undefined;
  /** The email that the entry links to. */
  email?: EmailRecord | undefined;
  /** An error as received. */
  raw?: { text: string; statusCode: string | undefined };
  software?: string | undefined;
  tone: Tone;
};

type Description = Pick<TimelineEntry, 'title' | 'tone' | 'by'> & Partial<TimelineEntry>;
type Data = { [T in EventType]: JourneyEvent<T>['data'] };
type Source = JourneyEvent['source'];
type Describers = { [T in EventType]: (data: Data[T], source: Source) => Description };

const DESCRIBERS: Describers = {
  'customer.created': () => ({ title: 'Created in Codat', tone: 'neutral', by: 'codat' }),
  'customer.updated': ({ customer = {} }) => ({
    title: changeOf(customer),
    detail: detailOf(customer),
    assigneeId: customer.assigneeId,
    accountManagerId: customer.accountManagerId ?? customer.ownerManagerId,
    tone: 'neutral',
    by: 'team',
  }),
  'customer.deleted': () => ({ title: 'Deleted in Codat', tone: 'neutral', by: 'codat' }),
  'link.sent': ({ channel, template }) => ({
    title: channel === 'email' ? sentTitle(template) : 'Link shared manually',
    tone: 'neutral',
    by: 'team',
  }),
  'email.sent': ({ template }) => ({ title: sentTitle(template), tone: 'neutral', by: 'team' }),
  'call.made': ({ outcome }) => ({
    title: `Call: ${inSentence(CALL_OUTCOME_LABELS[outcome])}`,
    tone: 'neutral',
    by: 'team',
  }),
  'attempt.corrected': ({ reason }) => ({
    title: `Reason changed to ${inSentence(REASONS[reason].label)}`,
    tone: 'neutral',
    by: 'team',
  }),
  'case.raised': ({ reference, again }) => ({
    title: again ? 'Raised with Codat again' : 'Raised with Codat',
    detail: reference && `Reference ${reference}`,
    tone: 'neutral',
    by: 'team',
  }),
  'case.resolved': () => ({ title: 'Resolved with Codat', tone: 'neutral', by: 'team' }),
  'link.opened': () => ({ title: 'Opened link', tone: 'brand', by: 'customer' }),
  'software.selected': ({ software }) => ({
    title: 'Selected software',
    software,
    tone: 'brand',
    by: 'customer',
  }),
  'connection.initiated': ({ software }) => ({
    title: 'Agreed to share data and started connecting',
    software,
    tone: 'brand',
    by: 'customer',
  }),
  'connection.authorized': ({ software }) => ({
    title: 'Approved access',
    software,
    tone: 'good',
    by: 'customer',
  }),
  'connection.failed': (data, source) => ({
    title: `Attempt failed: ${inSentence(REASONS[reasonOf({ data, source })].label)}`,
    raw: { text: data.text, statusCode: data.statusCode },
    software: data.software,
    tone: 'bad',
    by: 'customer',
  }),
  // The Link SDK also says so when the customer approved nothing.
  'journey.completed': (_, source) =>
    source === 'sdk'
      ? { title: 'Finished Codat’s steps', tone: 'brand', by: 'customer' }
      : { title: 'Finished connecting', tone: 'good', by: 'customer' },
  'data.received': () => ({ title: 'Data received', tone: 'good', by: 'codat' }),
  'read.failed': (data) => ({
    title: `Reading data failed: ${inSentence(REASONS[readReasonOf({ data })].label)}`,
    raw: { text: [...data.statuses, data.text].filter(Boolean).join(' · '), statusCode: undefined },
    software: data.software,
    tone: 'bad',
    by: 'codat',
  }),
  'report.ready': () => ({ title: 'Report ready', tone: 'good', by: 'codat' }),
  'report.failed': () => ({
    title: 'Report failed. Needs Codat or us',
    tone: 'bad',
    by: 'codat',
  }),
  'connection.disconnected': ({ software, status }) => ({
    title: status === 'Deauthorized' ? 'Access revoked' : 'Disconnected',
    software,
    tone: 'bad',
    by: 'codat',
  }),
  'connection.deleted': ({ software }) => ({
    title: 'Connection deleted',
    software,
    tone: 'bad',
    by: 'codat',
  }),
  'journey.closed': ({ reason }) => ({
    title: `Closed: ${inSentence(CLOSE_REASON_LABELS[reason])}`,
    tone: 'neutral',
    by: 'team',
  }),
  'journey.reopened': () => ({ title: 'Reopened', tone: 'neutral', by: 'team' }),
};

const sentTitle = (template: EmailTemplate | undefined): string =>
  template ? emailTitle('sent', template) : 'Link emailed';

type Profile = NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>;

/** The roles whose contacts a change names, as words in a sentence. */
const rolesOf = (customer: Profile): string[] =>
  CONTACT_ROLES.filter((role) =>
    role === 'main'
      ? [customer.contactName, customer.contactEmail, customer.contactPhone].some(
          (part) => part !== undefined,
        )
      : customer.contacts?.[role] !== undefined,
  ).map((role) => inSentence(CONTACT_ROLE_LABELS[role]));

/** Null if the change is of something else. */
const changeOfPause = ({ snoozedUntil, waitingFor, ...wait }: Profile): string | null => {
  const { waitingUntil, waitingNote: note = null } = wait;
  const until = (waitingFor ? waitingUntil : snoozedUntil) ?? null;
  if (waitingFor || snoozedUntil)
    return pauseInWords({ waitingFor: waitingFor ?? null, note }, until && exactTime(until));
  if (waitingFor === null) return snoozedUntil === null ? 'No longer paused' : 'Back from waiting';
  if (snoozedUntil === null) return 'Woken up';
  return waitingUntil ? `Waiting until ${exactTime(waitingUntil)}` : null;
};

const detailOf = ({ products, waitingFor, waitingNote }: Profile): string | undefined => {
  if (products) return `Products: ${products.join(', ') || 'none'}`;
  // The title of a migration names the other software.
  return waitingFor === 'migration' ? undefined : (waitingNote ?? undefined);
};

const changeOf = (customer: Profile): string => {
  const pause = changeOfPause(customer);
  if (pause) return pause;
  if (customer.labels) return `Tags: ${customer.labels.join(', ') || 'none'}`;
  if (customer.assigneeId) return 'Assigned';
  if (customer.assigneeId === null) return 'Unassigned';
  const roles = rolesOf(customer);
  if (roles.length > 0) return `Contacts updated: ${roles.join(', ')}`;
  return customer.accountManagerId === null ? 'Account manager removed' : 'Details updated';
};

const describe = <T extends EventType>(type: T, data: Data[T], source: Source): Description =>
  DESCRIBERS[type](data, source);

/** What differs when the event is about a connection that doesn’t affect the journey. */
const describeOther = (data: JourneyEvent['data']): Partial<Description> => {
  if (!('sourceType' in data) || !data.sourceType || isAccounting(data.sourceType)) return {};
  const name = [data.softwareName, SOURCE_TYPE_LABELS[data.sourceType]].filter(Boolean).join(' · ');
  return { detail: `${name}. Doesn’t affect the journey.`, software: undefined, tone: 'neutral' };
};

/** Codat itself knows no contacts. */
const KEPT = {
  title: 'Contacts kept from before the company was deleted in Codat',
  tone: 'neutral',
  by: 'codat',
} as const;
const IN_CODAT = { title: 'Updated in Codat', tone: 'neutral', by: 'codat' } as const;

/** The timeline entry of an event, with the email that it is about. */
export const describeEvent = (
  { id, occurredAt, actorId, type, source, data }: EventRecord,
  email?: EmailRecord,
): TimelineEntry => {
  const entry = { id, at: occurredAt, kind: type, actorId, email };
  const description = { ...entry, ...describe(type, data, source), ...describeOther(data) };
  if (type !== 'customer.updated' || source === 'agent') return description;
  const hasContacts = 'customer' in data && data.customer && rolesOf(data.customer).length > 0;
  return { ...description, ...(hasContacts ? KEPT : IN_CODAT) };
};

export const describeNote = ({
  id,
  createdAt,
  authorId,
  outcome,
  text,
}: NoteRecord): TimelineEntry => ({
  id,
  at: createdAt,
  actorId: authorId,
  by: 'team',
  detail: text,
  tone: 'neutral',
  ...(outcome
    ? { kind: 'call.made', title: `Call: ${inSentence(CALL_OUTCOME_LABELS[outcome])}` }
    : { kind: 'note', title: 'Note' }),
});

/** The timeline entry of an email that was not sent, or not yet. */
export const describeEmail = (email: EmailRecord): TimelineEntry => ({
  id: email.id,
  at: email.createdAt,
  kind: 'email',
  by: 'team',
  actorId: email.createdById,
  title: emailTitle(email.state, email.template),
  tone: STATES[email.state].tone,
  email,
  ...(email.problem && { raw: { text: email.problem, statusCode: undefined } }),
});
