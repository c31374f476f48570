import type { EmailRecord } from '../../../api/emails/resource.ts';
import { CONTACT_ROLE_LABELS, type ContactRole } from '../../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../../../journey/outreach.ts';
import type { Tone } from '../Pill.tsx';

export type EmailState = EmailRecord['state'];

type StateLabels = { label: string; tone: Tone; short: string };

/** The states of an email, those that need attention first. */
export const STATES: Record<EmailState, StateLabels> = {
  failed: { label: 'Failed', tone: 'bad', short: 'Failed' },
  kept: { label: 'Not sent: email isn’t set up', tone: 'warn', short: 'Not sent' },
  queued: { label: 'Queued', tone: 'brand', short: 'Queued' },
  sent: { label: 'Sent', tone: 'good', short: 'Sent' },
};

/** Emails in these states need someone to act. */
export const WAITING: EmailState[] = ['failed', 'kept'];

/** As in “Reminder email not sent”. */
export const emailTitle = (state: EmailState, template: EmailTemplate): string =>
  `${EMAIL_TEMPLATE_FACTS[template].label} email ${STATES[state].short.toLowerCase()}`;

/** The recipient’s role at the customer. */
export const roleOf = ({ toRole }: Pick<EmailRecord, 'toRole'>): string =>
  toRole ? CONTACT_ROLE_LABELS[toRole] : 'Custom address';

/** A contact by role within a sentence, as in “Add admin contact”. */
export const CONTACT_NAMES: Record<ContactRole, string> = {
  main: 'main contact',
  administrator: 'admin contact',
  it: 'IT contact',
  accountant: 'accountant',
};
