import { and, asc, eq, gte, inArray, isNotNull, lte, not, sql } from 'drizzle-orm';
import { addHours, type Instant } from '../../journey/instant.ts';
import type { Outcome } from '../../journey/metrics/incidents/outcomes.ts';
import { REMEMBERED_HOURS } from '../../journey/metrics/incidents/replay.ts';
import type { Database, Transaction } from '../database.ts';
import { isLeftOut } from '../derived-columns.ts';
import { attempts, journeys } from '../schema/index.ts';

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
    .innerJoin(journeys, eq(journeys.id, attempts.journeyId))
    .where(
      and(
        isNotNull(attempts.software),
        inArray(attempts.outcome, ['failed', 'authorized']),
        gte(attempts.endedAt, addHours(now, -REMEMBERED_HOURS - PAUSE_HOURS)),
        lte(attempts.endedAt, now),
        not(isLeftOut),
      ),
    )
    .orderBy(asc(attempts.endedAt), asc(attempts.id));
  return rows.flatMap(({ software, at, ...row }) =>
    software && at ? [{ software, at, ...row }] : [],
  );
};
