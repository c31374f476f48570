import { and, asc, gt, ne, sql } from 'drizzle-orm';
import { textArray } from '../database/bulk.ts';
import type { Database, Transaction } from '../database/database.ts';
import { emails } from '../database/schema/index.ts';
import { CONTACT_ROLE_LABELS } from '../journey/contacts.ts';
import { REASONS } from '../journey/failure-reasons.ts';
import { addHours, type Instant } from '../journey/instant.ts';
import { hasFailed } from '../journey/next-action.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../journey/outreach.ts';
import type { Draft } from './compose.ts';

/** How long before the same email may go to the same customer again. */
export const COOL_DOWN_MINUTES = 10;

/** Why an email isn’t sent. All but the first three can be overridden. */
export const OBSTACLES = [
  'no_email',
  'gone',
  'not_a_contact',
  'sent_recently',
  'connected',
  'closed',
  'cannot_help',
] as const;

export type Obstacle = {
  code: (typeof OBSTACLES)[number];
  sentence: string;
  /** When the same email was last sent, if that is the reason. */
  lastAt?: Instant;
};

/** When an email was last sent to its customer, if that was within the cool-down. */
export type LastSent = (draft: Draft) => Instant | undefined;

const keyOf = (customerId: string, template: EmailTemplate): string => `${template} ${customerId}`;

/** Finds what was sent to the customers within the cool-down, except one email. Failed emails don’t count. */
export const loadLastSent = async (
  database: Database | Transaction,
  customerIds: readonly string[],
  now: Instant,
  except?: string,
): Promise<LastSent> => {
  const { customerId, template, createdAt } = emails;
  const rows = await database
    .select({ customerId, template, createdAt })
    .from(emails)
    .where(
      and(
        sql`${emails.customerId} = any(${textArray(customerIds)})`,
        ne(emails.state, 'failed'),
        except ? ne(emails.id, except) : undefined,
        gt(emails.createdAt, addHours(now, -COOL_DOWN_MINUTES / 60)),
      ),
    )
    .orderBy(asc(emails.createdAt));
  const last = new Map(rows.map((row) => [keyOf(row.customerId, row.template), row.createdAt]));
  return (draft) => last.get(keyOf(draft.customer.id, draft.template));
};

const missing = ({ recipient: { role, name } }: Draft): string => {
  const who = role
    ? `The ${role === 'it' ? 'IT' : CONTACT_ROLE_LABELS[role].toLowerCase()} contact`
    : 'This recipient';
  return `${who}${name ? ` (${name})` : ''} has no email address. Add one first.`;
};

const clock = (at: Instant): string => `${at.slice(11, 16)} UTC`;

/** Whether a link can help: not while the software is down, or if it isn’t supported. */
const canLinkHelp = (customer: Draft['customer']): boolean =>
  !customer.failureReason || !hasFailed(customer) || REASONS[customer.failureReason].linkHelps;

/** Why an email can’t or shouldn’t be sent, or null. */
export const obstacleTo = (draft: Draft, lastSent: LastSent): Obstacle | null => {
  const last = lastSent(draft);
  const { customer, template, recipient } = draft;
  const { label, carriesLink } = EMAIL_TEMPLATE_FACTS[template];
  if (customer.deletedAt) return { code: 'gone', sentence: 'This customer was deleted in Codat.' };
  if (!recipient.role)
    return {
      code: 'not_a_contact',
      sentence: `${recipient.email} isn’t a contact of this customer. Add it to the contacts first.`,
    };
  if (!recipient.email) return { code: 'no_email', sentence: missing(draft) };
  if (customer.closedAt)
    return {
      code: 'closed',
      sentence: 'This case is closed. Reopen it, or send the email anyway.',
    };
  if (customer.connected && carriesLink)
    return { code: 'connected', sentence: 'This customer is already connected.' };
  if (last)
    return {
      code: 'sent_recently',
      sentence: `“${label}” was sent to this customer at ${clock(last)}, less than ${COOL_DOWN_MINUTES} minutes ago.`,
      lastAt: last,
    };
  if (carriesLink && !canLinkHelp(customer))
    return { code: 'cannot_help', sentence: 'A link won’t fix the last failure.' };
  return null;
};

/** Whether someone may send the email anyway. */
export const canOverride = ({ code }: Obstacle): boolean =>
  code !== 'no_email' && code !== 'gone' && code !== 'not_a_contact';
