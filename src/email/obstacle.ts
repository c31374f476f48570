import { and, asc, gt, ne, sql } from 'drizzle-orm';
import { textArray } from '../database/bulk.ts';
import type { Database, Transaction } from '../database/database.ts';
import { emails } from '../database/schema/index.ts';
import { CONTACT_ROLE_LABELS } from '../journey/contacts.ts';
import { REASONS } from '../journey/failure-reasons.ts';
import { addHours, type Instant } from '../journey/instant.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../journey/outreach.ts';
import type { Order } from './compose.ts';

/** How long the same e-mail does not go to the same customer again. */
export const COOL_DOWN_MINUTES = 10;

/** Why an e-mail is not sent. All but the first two can be overruled. */
export const OBSTACLES = [
  'no_email',
  'gone',
  'sent_recently',
  'connected',
  'closed',
  'cannot_help',
] as const;

export type Obstacle = {
  code: (typeof OBSTACLES)[number];
  sentence: string;
  /** When the same e-mail went last, where that is the reason. */
  lastAt?: Instant;
};

/** When an e-mail last went to a customer, if that was within the cool-down. */
export type LastSent = (order: Order) => Instant | undefined;

const keyOf = (customerId: string, template: EmailTemplate): string => `${template} ${customerId}`;

/** What went to the customers within the cool-down, but for one e-mail. What failed does not count. */
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
  return (order) => last.get(keyOf(order.customer.id, order.template));
};

const missing = ({ recipient: { role, name } }: Order): string => {
  const who = role ? `the ${CONTACT_ROLE_LABELS[role].toLowerCase()} contact` : 'this recipient';
  return `There is no e-mail address for ${who}${name ? `, ${name}` : ''}. Add one first.`;
};

const clock = (at: Instant): string => `${at.slice(11, 16)} UTC`;

/** What stands in the way of an e-mail, or null. */
export const obstacleTo = (order: Order, lastSent: LastSent): Obstacle | null => {
  const last = lastSent(order);
  const { customer, template, recipient } = order;
  const { label, carriesLink } = EMAIL_TEMPLATE_FACTS[template];
  if (customer.deletedAt) return { code: 'gone', sentence: 'This customer is gone from Codat.' };
  if (!recipient.email) return { code: 'no_email', sentence: missing(order) };
  if (customer.closedAt)
    return { code: 'closed', sentence: 'This journey is closed. Reopen it, or send it anyway.' };
  if (customer.connected && carriesLink)
    return { code: 'connected', sentence: 'This customer is connected by now.' };
  if (last)
    return {
      code: 'sent_recently',
      sentence: `“${label}” went to this customer at ${clock(last)}, less than ${COOL_DOWN_MINUTES} minutes ago.`,
      lastAt: last,
    };
  return null;
};

/** As `obstacleTo`, for an e-mail to many: nobody looks at each of them. */
export const obstacleInBulk = (order: Order, lastSent: LastSent): Obstacle | null => {
  const obstacle = obstacleTo(order, lastSent);
  if (obstacle) return obstacle;
  const { failureReason } = order.customer;
  const { carriesLink } = EMAIL_TEMPLATE_FACTS[order.template];
  return carriesLink && failureReason && !REASONS[failureReason].linkHelps
    ? { code: 'cannot_help', sentence: 'The last failure was none that a link can help with.' }
    : null;
};

/** Whether a person may have it sent all the same. */
export const canOverrule = ({ code }: Obstacle): boolean => code !== 'no_email' && code !== 'gone';
