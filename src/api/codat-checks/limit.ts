import { and, count, eq, gt, min } from 'drizzle-orm';
import { activity } from '../../database/schema/index.ts';
import { addHours } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';

/** What one person may check. Codat gives all of a workspace a thousand requests a day and as many for each connected company. */
const MOST = 200;
const MINUTES = 10;

/** @throws Problem 429 when a person has checked so many customers that `more` would be too many */
export const checkLimit = async (
  { ports: { database }, person, now }: ApiRequest,
  more: number,
): Promise<void> => {
  const since = addHours(now, -MINUTES / 60);
  const [done] = await database
    .select({ checks: count(), first: min(activity.at) })
    .from(activity)
    .where(
      and(
        eq(activity.actorId, person.id),
        eq(activity.resource, 'customers'),
        eq(activity.action, 'check'),
        gt(activity.at, since),
      ),
    );
  if (!done?.first || done.checks + more <= MOST) return;
  const seconds = Math.max(1, Math.ceil((Date.parse(done.first) - Date.parse(since)) / 1000));
  throw new Problem(
    429,
    `You can check ${MOST} customers in Codat within ${MINUTES} minutes. Try again in ${seconds} seconds.`,
    { headers: { 'retry-after': String(seconds) } },
  );
};
