import type { EmailTemplate } from '../../journey/outreach.ts';

/** When each e-mail is written. */
export const WRITTEN_WHEN: Record<EmailTemplate, string> = {
  link: 'The first invitation, with the customer’s link.',
  reminder: 'When the link was not opened, or the journey stopped on the way.',
  guide: 'Step by step through the software that the customer chose.',
  administrator: 'When someone with more rights has to approve.',
  it: 'When the customer’s network keeps the connector from reaching Codat.',
  reconnect: 'When a connection has ended and is needed again.',
  'file-upload': 'When connecting can’t work out: files instead.',
};
