import { and, eq, sql } from 'drizzle-orm';
import { weeksOf } from '../../journey/metrics/period.ts';
import { rate } from '../../journey/metrics/rate.ts';
import type { Database } from '../database.ts';
import { enteredAt, isFirst } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { countOf, isoWeekOf, ofScope, type Scope, within } from './scope.ts';

/** For each ISO week of the period, the first journeys started in it and the share of them finished so far. */
export const weekly = async (database: Database, scope: Scope) => {
  const week = isoWeekOf(enteredAt, scope.timeZone);
  const rows = await database
    .select({
      week,
      begun: countOf(),
      completed: countOf(sql`${journeys.furthestStage} >= 'completed'`),
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(and(isFirst, ofScope(scope, journeys.software), within(enteredAt, scope.period)))
    .groupBy(week);
  const found = new Map(rows.map((row) => [row.week, row]));
  return weeksOf(scope.period, scope.timeZone).map((part) => {
    const { begun, completed } = found.get(part.week) ?? { begun: 0, completed: 0 };
    return { ...part, begun, completed: rate(completed, begun) };
  });
};
