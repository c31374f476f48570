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
  /** The button that sends it as the next best action. */
  action: string;
  /** When to send it. */
  description: string;
  /** The contact it goes to unless another one is chosen. */
  to: ContactRole;
  /** Whether it contains the customer’s link, so that sending it counts as an invitation. */
  carriesLink: boolean;
};

/** Everything about each email except its text, which is in `src/email/templates`. */
export const EMAIL_TEMPLATE_FACTS: Record<EmailTemplate, TemplateFacts> = {
  link: {
    label: 'Invitation',
    action: 'Send link',
    description: 'The first invitation, with the customer’s link.',
    to: 'main',
    carriesLink: true,
  },
  reminder: {
    label: 'Reminder',
    action: 'Send reminder',
    description: 'When the link wasn’t opened or the customer stopped midway.',
    to: 'main',
    carriesLink: true,
  },
  guide: {
    label: 'Guide',
    action: 'Send guide',
    description: 'Step-by-step guide for the customer’s software.',
    to: 'main',
    carriesLink: true,
  },
  administrator: {
    label: 'Admin approval',
    action: 'Email admin',
    description: 'When an admin has to approve.',
    to: 'administrator',
    carriesLink: true,
  },
  it: {
    label: 'IT allow-list',
    action: 'Email IT',
    description: 'When the customer’s network blocks the connector.',
    to: 'it',
    carriesLink: false,
  },
  reconnect: {
    label: 'Reconnect',
    action: 'Send reconnect email',
    description: 'When a connection was lost.',
    to: 'main',
    carriesLink: true,
  },
  'file-upload': {
    label: 'File request',
    action: 'Request files',
    description: 'When connecting isn’t possible and you need files instead.',
    to: 'main',
    carriesLink: false,
  },
};

export const CALL_OUTCOMES = ['reached', 'no_answer', 'voicemail', 'call_back'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const CALL_OUTCOME_LABELS: Record<CallOutcome, string> = {
  reached: 'Spoke to them',
  no_answer: 'No answer',
  voicemail: 'Left voicemail',
  call_back: 'They’ll call back',
};

/** What we did to move a journey forward; `shared` is a link that a colleague copied and shared manually. */
const OUTREACHES = [...EMAIL_TEMPLATES, 'shared', 'call'] as const;
type Outreach = (typeof OUTREACHES)[number];

/**
 * When each outreach was last made since the customer’s last signal. Empty once they respond. A call that reached nobody
 * is none, and only noted: there is no answer to wait for. Nor is raising the case with Codat, which is noted until the
 * case is resolved.
 */
export type Tried = Partial<Record<Outreach | 'unanswered' | 'raised', Instant>>;

export type LastOutreach = { outreach: Outreach; at: Instant };

const latestFirst = (a: { at: Instant }, b: { at: Instant }): number => b.at.localeCompare(a.at);

/** What we did since the customer’s last signal that reached them, the last first. */
export const outreachesIn = (tried: Tried): LastOutreach[] =>
  OUTREACHES.flatMap((outreach) => {
    const at = tried[outreach];
    return at ? [{ outreach, at }] : [];
  }).sort(latestFirst);

/** What we did last since the customer’s last signal; null if nothing that reached them. */
export const lastOutreach = (tried: Tried): LastOutreach | null => outreachesIn(tried)[0] ?? null;

/** All that was tried since the customer’s last signal, calls that nobody answered included, the last first. */
export const triedInOrder = ({ unanswered, ...tried }: Tried): { label: string; at: Instant }[] =>
  [
    ...outreachesIn(tried).map(({ outreach, at }) => ({ label: outreachLabel(outreach), at })),
    ...(unanswered ? [{ label: 'Called, no answer', at: unanswered }] : []),
  ].sort(latestFirst);

/** As in “Reminder email sent”. */
export const outreachLabel = (outreach: Outreach): string => {
  if (outreach === 'call') return 'Called';
  return outreach === 'shared'
    ? 'Link shared'
    : `${EMAIL_TEMPLATE_FACTS[outreach].label} email sent`;
};

/** Which Link URL a customer’s link leads to: a pending connection’s own one goes straight to the software’s approval. */
export const linkKindOf = (customer: {
  connectionId: string | null;
  connected: boolean;
}): 'connection' | 'company' =>
  customer.connectionId && !customer.connected ? 'connection' : 'company';
