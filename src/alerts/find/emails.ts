import { and, desc, eq, gte } from 'drizzle-orm';
import { counted } from '../../common/locale.ts';
import { customers, emails } from '../../database/schema/index.ts';
import { addHours, type Instant } from '../../journey/instant.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { listPath } from '../paths.ts';
import { isOf } from '../scope.ts';
import type { Find } from './finding.ts';

const WAITING = 'waiting';

/** Failures that are older are known by now. */
const RECENT_HOURS = 7 * 24;

/** From this many attempts on, it is the mail server and not a moment’s trouble. */
const ATTEMPTS = 3;

const isRecent = (now: Instant) => gte(emails.createdAt, addHours(now, -RECENT_HOURS));

/** Emails to customers that the mail server refused for good. */
const findFailed: Find = async (database, _alert, scope, now) => {
  const failed = await database
    .select({ id: emails.id, customerId: emails.customerId, template: emails.template })
    .from(emails)
    .innerJoin(customers, eq(customers.id, emails.customerId))
    .where(and(isOf(scope), eq(emails.state, 'failed'), isRecent(now)))
    .orderBy(desc(emails.createdAt), emails.id);
  return failed.map(({ id, customerId, template }) => ({
    ...{ subject: id, customerId, label: null },
    reason: `${EMAIL_TEMPLATE_FACTS[template].label} email refused by the mail server`,
    path: `/emails/${id}/show`,
  }));
};

/** Emails that wait because the mail server can’t be reached, or refuses them for now. */
const findWaiting: Find = async (database, _alert, scope, now) => {
  const waiting = await database
    .select({ id: emails.id })
    .from(emails)
    .innerJoin(customers, eq(customers.id, emails.customerId))
    .where(
      and(
        isOf(scope),
        eq(emails.state, 'queued'),
        gte(emails.failedAttempts, ATTEMPTS),
        isRecent(now),
      ),
    );
  if (waiting.length === 0) return [];
  return [
    {
      ...{ subject: WAITING, customerId: null, label: 'The mail server' },
      reason: `${counted(waiting.length, 'email waits', 'emails wait')} because it doesn’t take them`,
      path: listPath('emails', { state: 'queued' }),
    },
  ];
};

/** Emails to customers that failed, and those that can’t leave. */
export const findEmails: Find = async (...asked) => [
  ...(await findFailed(...asked)),
  ...(await findWaiting(...asked)),
];
