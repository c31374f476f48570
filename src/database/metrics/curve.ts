import { conversionCurve } from '../../journey/metrics/conversion.ts';
import type { Database } from '../database.ts';
import { type Cohort, firstCohorts } from './cohort.ts';
import type { Scope } from './scope.ts';

const curveOf = ({ members, leftOut }: Cohort, days: number) => ({
  days: conversionCurve(days, members),
  of: members.length,
  leftOut: leftOut.length,
});

/** The share of first journeys connected by each day since they began, of those begun in the period and in the one before. */
export const curve = async (database: Database, scope: Scope, days: number) => {
  const { before, cohort, earlier } = await firstCohorts(database, scope);
  const previous = curveOf(earlier, days);
  return {
    ...curveOf(cohort, days),
    previous: previous.days,
    previousOf: previous.of,
    previousPeriod: before,
  };
};
