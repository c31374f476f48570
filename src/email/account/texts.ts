import type { Role } from '../../common/permissions.ts';
import type { TemplateText } from '../render.ts';
import { INVITATION_DAYS } from './account-links.ts';

/** The values of the placeholders in emails about accounts. */
export type AccountFacts = {
  /** The recipient. */
  person: { name: string; role: string };
  /** The administrator who sends it; without a name if nobody does. */
  admin: { name: string | null };
  sender: { name: string; phone: null };
  link: { url: string };
};

/** Roles within a sentence. */
export const AS_ROLE: Record<Role, string> = {
  agent: 'a support agent',
  manager: 'an account manager',
  admin: 'an admin',
};

export const INVITATION_TEXT: TemplateText = {
  subject: '{{ admin.name | default: "Your team" }} invites you to Unstuck',
  body: `Hello {{ person.name }},

{{ admin.name | default: "Your team" }} invites you to join **{{ sender.name }}** on Unstuck, as {{ person.role }}. There you see which customers are stuck connecting their accounting software, and get them moving.

[Accept invitation]({{ link.url }})

The link works once, within ${INVITATION_DAYS} days.
`,
};

export const PASSWORD_TEXT: TemplateText = {
  subject: 'Choose a new password for Unstuck',
  body: `Hello {{ person.name }},

{% if admin.name %}{{ admin.name }} has sent you this link, so that you can choose a new password for Unstuck.{% else %}someone, hopefully you, asked for a new password for your Unstuck account.{% endif %}

[Choose a new password]({{ link.url }})

The link works once, within an hour. Until you use it, your password stays as it is. If you didn’t expect this email, ignore it.
`,
};
