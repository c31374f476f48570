import { conversionCurve } from '../../journey/metrics/conversion.ts';
import { previousPeriod } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { cohortOf, firstJourneys } from './pursuits.ts';
import type { Scope } from './scope.ts';

const curveOf = async (database: Database, scope: Scope, days: number) => {
  const { members, leftOut } = cohortOf(await firstJourneys(database, scope), scope.now);
  return { days: conversionCurve(days, members), of: members.length, leftOut: leftOut.length };
};

/** The share of first journeys connected by each day since they began, of those begun in the period and in the one before. */
export const curve = async (database: Database, scope: Scope, days: number) => {
  const previousOne = previousPeriod(scope.period, scope);
  const previous = await curveOf(database, { ...scope, period: previousOne }, days);
  return {
    ...(await curveOf(database, scope, days)),
    previous: previous.days,
    previousOf: previous.of,
    previousPeriod: previousOne,
  };
};
