import { and, asc, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { addHours, type Instant } from '../../journey/instant.ts';
import { firstWithinADay, type Outcome } from '../../journey/metrics/incidents/outcomes.ts';
import { REMEMBERED_HOURS } from '../../journey/metrics/incidents/replay.ts';
import { readByCursor } from '../cursor.ts';
import type { Database, Transaction } from '../database.ts';
import { attemptEnd, isoText } from '../derived-columns.ts';
import { isOfLeftOut, leftOut } from '../metrics/exceptions.ts';
import { attempts } from '../schema/index.ts';

/** A customer who tries again counts once until they paused for this long, which must be known of the first one too. */
const PAUSE_HOURS = 24;

const outcome: z.ZodType<Outcome> = z.object({
  software: z.string(),
  customerId: z.string(),
  at: z.string(),
  failed: z.boolean(),
});

/**
 * The attempts that failed or were approved, as long ago as they can matter at `now`, in the order of time. Whose failure
 * it was doesn’t matter: that software, Codat or we are down is what incidents are about. With a million customers these
 * are a hundred thousand: in batches, others needn’t wait until all are read.
 */
export const recentOutcomes = (
  transaction: Transaction,
  now: Instant,
): AsyncGenerator<Outcome[]> => {
  const rows = transaction
    .select({
      software: attempts.software,
      customerId: sql`${attempts.customerId}`.as('customerId'),
      at: isoText(attempts.endedAt).as('at'),
      failed: sql`(${attempts.outcome} = 'failed')`.as('failed'),
    })
    .from(attempts)
    .leftJoin(leftOut, isOfLeftOut(attempts))
    .where(
      and(
        isNotNull(attempts.software),
        isNotNull(attempts.endedAt),
        inArray(attempts.outcome, ['failed', 'authorized']),
        sql`${attemptEnd} between ${addHours(now, -REMEMBERED_HOURS - PAUSE_HOURS)}::timestamptz and ${now}::timestamptz`,
        isNull(leftOut.id),
      ),
    )
    .orderBy(asc(attemptEnd), asc(attempts.journeyId), asc(attempts.outcome));
  return readByCursor(transaction, rows, outcome);
};

/** Those of them that count, together. */
export const countedOutcomes = (database: Database, now: Instant): Promise<Outcome[]> =>
  database.transaction(
    async (transaction) => {
      const counts = firstWithinADay();
      const batches: Outcome[][] = [];
      for await (const some of recentOutcomes(transaction, now)) batches.push(some.filter(counts));
      return batches.flat();
    },
    { accessMode: 'read only' },
  );
