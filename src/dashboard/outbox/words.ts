import type { EmailRecord } from '../../api/resources/emails.ts';
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../../journey/outreach.ts';
import type { Tone } from '../shared/Pill.tsx';

export type EmailState = EmailRecord['state'];

type StateWords = {
  label: string;
  tone: Tone;
  /** Of which there are some, in a few letters. */
  short: string;
};

/** What becomes of an e-mail, in words; in the order in which they want attention. */
export const EMAIL_STATES: Record<EmailState, StateWords> = {
  failed: { label: 'Failed', tone: 'bad', short: 'Failed' },
  kept: { label: 'Not sent: no SMTP configured', tone: 'warn', short: 'Not sent' },
  queued: { label: 'Queued', tone: 'brand', short: 'Queued' },
  sent: { label: 'Sent', tone: 'good', short: 'Sent' },
};

/** As in “E-mail sent: reminder”. */
export const emailTitle = (state: EmailState, template: EmailTemplate): string =>
  `E-mail ${EMAIL_STATES[state].short.toLowerCase()}: ${labelInside(template)}`;

const labelInside = (template: EmailTemplate): string => {
  const { label } = EMAIL_TEMPLATE_FACTS[template];
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
};

/** Where an e-mail stays unless someone does something. */
export const UNSENT: EmailState[] = ['failed', 'kept'];

/** What the recipient is to the customer. */
export const roleOf = ({ toRole }: Pick<EmailRecord, 'toRole'>): string =>
  toRole ? CONTACT_ROLE_LABELS[toRole] : 'Other address';
