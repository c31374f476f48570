import { and, asc, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { addHours, type Instant } from '../../journey/instant.ts';
import type { Outcome } from '../../journey/metrics/incidents/outcomes.ts';
import { REMEMBERED_HOURS } from '../../journey/metrics/incidents/replay.ts';
import type { Database, Transaction } from '../database.ts';
import { attemptEnd } from '../derived-columns.ts';
import { isOfLeftOut, leftOut } from '../metrics/exceptions.ts';
import { attempts } from '../schema/index.ts';

/** A customer who tries again counts once until they paused for this long, which must be known of the first one too. */
const PAUSE_HOURS = 24;

/**
 * The attempts that failed or were approved, as long ago as they can matter at `now`, in the order of time. Whose failure
 * it was doesn’t matter: that software, Codat or we are down is what incidents are about.
 */
export const recentOutcomes = async (
  database: Database | Transaction,
  now: Instant,
): Promise<Outcome[]> => {
  const rows = await database
    .select({
      software: attempts.software,
      customerId: attempts.customerId,
      at: attempts.endedAt,
      failed: sql<boolean>`(${attempts.outcome} = 'failed')`,
    })
    .from(attempts)
    .leftJoin(leftOut, isOfLeftOut(attempts))
    .where(
      and(
        isNotNull(attempts.software),
        inArray(attempts.outcome, ['failed', 'authorized']),
        sql`${attemptEnd} between ${addHours(now, -REMEMBERED_HOURS - PAUSE_HOURS)}::timestamptz and ${now}::timestamptz`,
        isNull(leftOut.id),
      ),
    )
    .orderBy(asc(attemptEnd), asc(attempts.journeyId), asc(attempts.outcome));
  return rows.flatMap(({ software, at, ...row }) =>
    software && at ? [{ software, at, ...row }] : [],
  );
};
