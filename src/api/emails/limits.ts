import { and, desc, eq, gt } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { emails } from '../../database/schema/index.ts';
import { addHours, type Instant } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';

type Limit = { most: number; hours: number; within: string };

/** What one person may send, one by one and to many customers at once. All servers count in the same database. */
const LIMITS: Record<'single' | 'bulk', readonly Limit[]> = {
  single: [
    { most: 30, hours: 1 / 60, within: 'within a minute' },
    { most: 300, hours: 24, within: 'within 24 hours' },
  ],
  bulk: [{ most: 2000, hours: 24, within: 'in bulk within 24 hours' }],
};

const inWords = (seconds: number): string => {
  if (seconds <= 120) return `${seconds} seconds`;
  return seconds <= 7200
    ? `${Math.ceil(seconds / 60)} minutes`
    : `${Math.ceil(seconds / 3600)} hours`;
};

const refuse = ({ most, within }: Limit, seconds: number): Problem =>
  new Problem(
    429,
    `You can send ${most.toLocaleString('en-GB')} emails ${within}. Try again in ${inWords(seconds)}.`,
    { headers: { 'retry-after': String(seconds) } },
  );

type Sending = { personId: string; bulk: boolean; count: number; now: Instant };

/** @throws Problem 429 when a person has sent so many emails that `count` more would be too many */
export const checkLimits = async (
  transaction: Transaction,
  { personId, bulk, count, now }: Sending,
): Promise<void> => {
  if (count === 0) return;
  for (const limit of LIMITS[bulk ? 'bulk' : 'single']) {
    const since = addHours(now, -limit.hours);
    const [blocking] = await transaction
      .select({ createdAt: emails.createdAt })
      .from(emails)
      .where(
        and(eq(emails.createdById, personId), eq(emails.bulk, bulk), gt(emails.createdAt, since)),
      )
      .orderBy(desc(emails.createdAt))
      .offset(limit.most - count)
      .limit(1);
    if (blocking) {
      const wait = Date.parse(blocking.createdAt) - Date.parse(since);
      throw refuse(limit, Math.max(1, Math.ceil(wait / 1000)));
    }
  }
};
