import { and, isNotNull, not, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { firstAttempts } from '../../schema/index.ts';
import { gone, isGone } from '../exceptions.ts';
import { isOfScope, type Selection, within } from '../scope.ts';

type Asked = Omit<Selection, 'now'>;

/** Each customer’s first attempt with an app, if it is one of the period. */
const firstThat =
  (isOfPeriod: (period: Selection['period']) => SQL | undefined) =>
  (database: Database, { period, ...of }: Asked) =>
    database
      .select({
        customerId: firstAttempts.customerId,
        software: firstAttempts.software,
        startedAt: firstAttempts.startedAt,
        endedAt: firstAttempts.endedAt,
        failedFirst: firstAttempts.failedFirst,
        approvedAt: firstAttempts.approvedAt,
        isDeleted: sql<boolean>`${isNotNull(gone.id)}`.as('is_deleted'),
      })
      .from(firstAttempts)
      .leftJoin(gone, isGone(firstAttempts.customerId))
      .where(and(isOfScope(of, firstAttempts), isOfPeriod(period)))
      .as('first');

/** Those of which the first that ended for a reason of theirs ended in the period. */
export const endedFirst = firstThat((period) => within(firstAttempts.endedAt, period));

/** Those that began in the period, without those approved at an unknown time. */
export const begunFirst = firstThat((period) =>
  and(within(firstAttempts.startedAt, period), not(firstAttempts.isUntimed)),
);
