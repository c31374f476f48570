import type { JourneyEvent } from '../events.ts';
import { EMAIL_TEMPLATE_FACTS, EMAIL_TEMPLATES } from '../outreach.ts';

/** All that we can do to move a stuck customer on: an email, a link shared by hand, a call, raising the case with Codat. */
export const ACTIONS = [...EMAIL_TEMPLATES, 'shared', 'call', 'raised'] as const;
export type Action = (typeof ACTIONS)[number];

/** What a link was sent with. */
export const sentWith = ({
  template,
  channel,
}: JourneyEvent<'link.sent'>['data']): Exclude<Action, 'call' | 'raised'> =>
  template ?? (channel === 'email' ? 'link' : 'shared');

/** The action that an event reports; null for others. A call counts whether or not anybody answered: we chose to make it. */
export const actionOf = (event: JourneyEvent): Action | null => {
  if (event.type === 'link.sent') return sentWith(event.data);
  if (event.type === 'email.sent') return event.data.template;
  if (event.type === 'call.made') return 'call';
  return event.type === 'case.raised' ? 'raised' : null;
};

/** As in “Reminder email”. */
export const actionTitle = (action: Action): string => {
  if (action === 'call') return 'Call';
  if (action === 'raised') return 'Raised with Codat';
  if (action === 'shared') return 'Link shared';
  return `${EMAIL_TEMPLATE_FACTS[action].label} email`;
};
