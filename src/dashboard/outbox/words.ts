import type { EmailRecord } from '../../api/resources/emails.ts';
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import type { Tone } from '../shared/Pill.tsx';

export type EmailState = EmailRecord['state'];

type StateWords = {
  label: string;
  tone: Tone;
  /** Of which there are some, in a few letters. */
  short: string;
  /** As the beginning of a title: “E-mail sent: reminder”. */
  title: string;
};

/** What becomes of an e-mail, in words; in the order in which they want attention. */
export const EMAIL_STATES: Record<EmailState, StateWords> = {
  failed: { label: 'Failed', tone: 'bad', short: 'Failed', title: 'E-mail failed' },
  kept: {
    label: 'Not sent: no SMTP configured',
    ...{ tone: 'warn', short: 'Not sent', title: 'E-mail not sent' },
  },
  queued: { label: 'Queued', tone: 'brand', short: 'Queued', title: 'E-mail queued' },
  sent: { label: 'Sent', tone: 'good', short: 'Sent', title: 'E-mail sent' },
};

/** Where an e-mail stays unless someone does something. */
export const UNSENT: EmailState[] = ['failed', 'kept'];

/** What the recipient is to the customer. */
export const roleOf = ({ toRole }: Pick<EmailRecord, 'toRole'>): string =>
  toRole ? CONTACT_ROLE_LABELS[toRole] : 'Other address';
