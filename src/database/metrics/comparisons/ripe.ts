import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { addHours } from '../../../journey/instant.ts';
import type { Period } from '../../../journey/metrics/period.ts';
import { type Complexity, UNKNOWN_SOFTWARE } from '../../../journey/software-entry.ts';
import { connectedAt, enteredAt } from '../../derived-columns.ts';
import { journeys, software } from '../../schema/index.ts';
import type { Scope } from '../scope.ts';

/**
 * The part of a period that is at least this number of days ago, so that whether a journey that began in it connected
 * within those days is known. It ends before it starts if nothing is.
 */
export const ripePart = ({ period, now }: Pick<Scope, 'period' | 'now'>, days: number): Period => {
  const last = addHours(now, -24 * days);
  return { from: period.from, to: period.to < last ? period.to : last };
};

/** Whether a journey connected within this number of days since it began. */
export const isConnectedWithin = (
  days: number,
  began: SQLWrapper = enteredAt,
  connected: SQLWrapper = connectedAt,
): SQL =>
  sql`coalesce(${connected} <= ${began} + make_interval(hours => ${24 * days}::int), false)`;

/** The complexity of a journey’s software, as set by the team. Null if the customer hasn’t chosen any. */
export const complexity = sql<Complexity | null>`case when ${journeys.software} is not null
  then coalesce(${software.complexity}::text, ${UNKNOWN_SOFTWARE.complexity}::text) end`;
