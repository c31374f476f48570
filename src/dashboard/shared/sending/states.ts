import type { EmailRecord } from '../../../api/emails/resource.ts';
import { CONTACT_ROLE_LABELS } from '../../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../../../journey/outreach.ts';
import type { Tone } from '../Pill.tsx';

export type EmailState = EmailRecord['state'];

type StateWords = { label: string; tone: Tone; short: string };

/** What becomes of an e-mail, in the order in which it wants attention. */
export const STATES: Record<EmailState, StateWords> = {
  failed: { label: 'Failed', tone: 'bad', short: 'Failed' },
  kept: { label: 'Not sent: no SMTP configured', tone: 'warn', short: 'Not sent' },
  queued: { label: 'Queued', tone: 'brand', short: 'Queued' },
  sent: { label: 'Sent', tone: 'good', short: 'Sent' },
};

/** E-mails in these states wait for somebody to do something. */
export const WAITING: EmailState[] = ['failed', 'kept'];

/** As in “Reminder email not sent”. */
export const emailTitle = (state: EmailState, template: EmailTemplate): string =>
  `${EMAIL_TEMPLATE_FACTS[template].label} email ${STATES[state].short.toLowerCase()}`;

/** What the recipient is to the customer. */
export const roleOf = ({ toRole }: Pick<EmailRecord, 'toRole'>): string =>
  toRole ? CONTACT_ROLE_LABELS[toRole] : 'Other address';
