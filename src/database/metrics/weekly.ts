import { addHours } from '../../journey/instant.ts';
import { DAY_HOURS } from '../../journey/metrics/conversion.ts';
import { weeksOf } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { begunIn, firstCohorts } from './cohort.ts';
import { conversionOf } from './conversion.ts';
import type { Scope } from './scope.ts';

/**
 * For each ISO week of the period, the first journeys that began in it and the share that connected within the set
 * number of days. A week is complete once all of them have had that long.
 */
export const weekly = async (database: Database, scope: Scope) => {
  const { conversionDays } = scope;
  // With those before, which the curve beside it compares them with and loads anyway.
  const { cohort } = await firstCohorts(database, scope);
  return weeksOf(scope.period, scope.timeZone).map((week) => {
    const { at: _, ...conversion } = conversionOf(conversionDays, begunIn(cohort, week));
    const complete = addHours(week.to, DAY_HOURS * conversionDays) <= scope.now;
    return { ...week, ...conversion, complete };
  });
};
