import type { ContactRole } from './contacts.ts';
import type { Instant } from './instant.ts';

export const EMAIL_TEMPLATES = [
  'link',
  'reminder',
  'guide',
  'administrator',
  'it',
  'reconnect',
  'file-upload',
] as const;
export type EmailTemplate = (typeof EMAIL_TEMPLATES)[number];

type TemplateFacts = {
  label: string;
  /** Whom it is for, unless someone else is chosen. */
  to: ContactRole;
  /** Whether it carries the customer's link, so that sending it shares the Link URL. */
  carriesLink: boolean;
};

/** The e-mails we write, and to whom. */
export const EMAIL_TEMPLATE_FACTS: Record<EmailTemplate, TemplateFacts> = {
  link: { label: 'Link', to: 'main', carriesLink: true },
  reminder: { label: 'Reminder', to: 'main', carriesLink: true },
  guide: { label: 'Guide', to: 'main', carriesLink: true },
  administrator: { label: 'To the administrator', to: 'administrator', carriesLink: true },
  it: { label: 'To IT', to: 'it', carriesLink: false },
  reconnect: { label: 'Reconnect', to: 'main', carriesLink: true },
  'file-upload': { label: 'File upload', to: 'main', carriesLink: false },
};

export const CALL_OUTCOMES = ['reached', 'no_answer', 'voicemail', 'call_back'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const CALL_OUTCOME_LABELS: Record<CallOutcome, string> = {
  reached: 'Reached',
  no_answer: 'No answer',
  voicemail: 'Left a message',
  call_back: 'Will call back',
};

/** What we did in a journey to help it on; `shared` is a link that someone copied and passed on. */
export type Outreach = EmailTemplate | 'shared' | 'call';

/** When each was last done since the customer’s last sign of life: what has not been answered yet. */
export type Tried = Partial<Record<Outreach, Instant>>;

/** Which link a customer is sent: a pending connection has its own, which leads straight to the software's approval. */
export const linkKindOf = (customer: {
  connectionId: string | null;
  connected: boolean;
}): 'connection' | 'company' =>
  customer.connectionId && !customer.connected ? 'connection' : 'company';
