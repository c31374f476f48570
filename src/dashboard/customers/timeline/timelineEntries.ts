import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EventRecord } from '../../../api/events/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
import { CONTACT_ROLE_LABELS, CONTACT_ROLES } from '../../../journey/contacts.ts';
import type { EventType, JourneyEvent } from '../../../journey/events.ts';
import { REASONS } from '../../../journey/failure-reasons.ts';
import { CALL_OUTCOME_LABELS, type EmailTemplate } from '../../../journey/outreach.ts';
import { CLOSED_BECAUSE } from '../../shared/journey/words.ts';
import type { Tone } from '../../shared/Pill.tsx';
import { emailTitle, STATES } from '../../shared/sending/emailLabels.ts';

export type TimelineEntry = {
  id: string;
  at: string;
  kind: EventType | 'note' | 'email';
  by: 'customer' | 'team' | 'codat';
  /** The colleague who did it. */
  actorId: string | null;
  title: string;
  detail?: string | undefined;
  /** An e-mail that can be opened. */
  email?: EmailRecord | undefined;
  /** An error as it was received. */
  raw?: { text: string; statusCode: string | undefined };
  software?: string | undefined;
  tone: Tone;
};

type Description = Pick<TimelineEntry, 'title' | 'tone' | 'by'> & Partial<TimelineEntry>;
type Describers = { [T in EventType]: (data: JourneyEvent<T>['data']) => Description };

const DESCRIBERS: Describers = {
  'customer.created': () => ({ title: 'Created in Codat', tone: 'neutral', by: 'codat' }),
  'customer.updated': ({ customer = {} }) => ({
    title: changeOf(customer),
    tone: 'neutral',
    by: 'team',
  }),
  'customer.deleted': () => ({ title: 'Deleted in Codat', tone: 'neutral', by: 'codat' }),
  'link.sent': ({ channel, template }) => ({
    title: channel === 'email' ? sentTitle(template) : 'Link copied and shared',
    tone: 'neutral',
    by: 'team',
  }),
  'email.sent': ({ template }) => ({ title: sentTitle(template), tone: 'neutral', by: 'team' }),
  'call.made': ({ outcome }) => ({
    title: `Call: ${CALL_OUTCOME_LABELS[outcome].toLowerCase()}`,
    tone: 'neutral',
    by: 'team',
  }),
  'attempt.corrected': ({ reason }) => ({
    title: `Reason corrected: ${REASONS[reason].label.toLowerCase()}`,
    tone: 'neutral',
    by: 'team',
  }),
  'link.opened': () => ({ title: 'Opened the link', tone: 'brand', by: 'customer' }),
  'software.selected': ({ software }) => ({
    title: 'Selected software',
    software,
    tone: 'brand',
    by: 'customer',
  }),
  'connection.initiated': ({ software }) => ({
    title: 'Reviewed the data and initiated the connection',
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
  'connection.failed': ({ reason, text, statusCode, software }) => ({
    title: `Attempt failed: ${REASONS[reason].label.toLowerCase()}`,
    raw: { text, statusCode },
    software,
    tone: 'bad',
    by: 'customer',
  }),
  'journey.completed': () => ({ title: 'Finished the journey', tone: 'good', by: 'customer' }),
  'data.received': () => ({ title: 'Data was read', tone: 'good', by: 'codat' }),
  'report.ready': () => ({ title: 'Report ready', tone: 'good', by: 'codat' }),
  'report.failed': () => ({
    title: 'Report failed: ours or Codat’s to mend',
    tone: 'bad',
    by: 'codat',
  }),
  'connection.disconnected': ({ software, status }) => ({
    title: status === 'Deauthorized' ? 'Access was revoked' : 'Disconnected',
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
    title: `Closed: ${CLOSED_BECAUSE[reason].toLowerCase()}`,
    tone: 'neutral',
    by: 'team',
  }),
  'journey.reopened': () => ({ title: 'Reopened', tone: 'neutral', by: 'team' }),
};

const sentTitle = (template: EmailTemplate | undefined): string =>
  template ? emailTitle('sent', template) : 'Link sent by e-mail';

type Profile = NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>;

/** The contacts that a change is about. */
const rolesOf = (customer: Profile): string[] =>
  CONTACT_ROLES.filter((role) =>
    role === 'main'
      ? [customer.contactName, customer.contactEmail, customer.contactPhone].some(
          (part) => part !== undefined,
        )
      : customer.contacts?.[role] !== undefined,
  ).map((role) => CONTACT_ROLE_LABELS[role]);

const changeOf = (customer: Profile): string => {
  if (customer.snoozedUntil) return 'Snoozed';
  if (customer.snoozedUntil === null) return 'Snooze ended';
  if (customer.assigneeId) return 'Assigned';
  if (customer.assigneeId === null) return 'No longer assigned';
  const roles = rolesOf(customer);
  return roles.length > 0 ? `Contact changed: ${roles.join(', ')}` : 'Details changed';
};

/** What an event tells, with the e-mail that it is about. */
export const describeEvent = (
  { id, occurredAt, actorId, type, source, data }: EventRecord,
  email?: EmailRecord,
): TimelineEntry => {
  const entry = { id, at: occurredAt, kind: type, actorId, email };
  if (type === 'customer.updated' && source === 'sync')
    return { ...entry, title: 'Changed at Codat', tone: 'neutral', by: 'codat' };
  const describe = DESCRIBERS[type] as (data: EventRecord['data']) => Description;
  return { ...entry, ...describe(data) };
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
    ? { kind: 'call.made', title: `Call: ${CALL_OUTCOME_LABELS[outcome].toLowerCase()}` }
    : { kind: 'note', title: 'Note' }),
});

/** An e-mail that is not sent, or not yet. */
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
