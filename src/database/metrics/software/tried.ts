import { isNotNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Database } from '../../database.ts';
import { attempts, journeys } from '../../schema/index.ts';

/** One row for each journey and all software tried in it, with whether access was approved with that software. */
export const triedSoftware = (database: Database) => {
  const inAttempts = database
    .select({
      journeyId: sql<string>`${attempts.journeyId}`.as('tried_journey_id'),
      software: sql<string>`${attempts.software}`.as('tried_software'),
      approved: sql<boolean>`coalesce(${attempts.outcome} = 'authorized', false)`.as('approved'),
    })
    .from(attempts)
    .where(isNotNull(attempts.software));
  // A connection that we first saw when it ended has no attempt.
  const atTheEnd = database
    .select({
      journeyId: sql<string>`${journeys.id}`.as('tried_journey_id'),
      software: sql<string>`${journeys.software}`.as('tried_software'),
      approved: sql<boolean>`true`.as('approved'),
    })
    .from(journeys)
    .where(sql`${journeys.software} is not null and ${journeys.furthestStage} >= 'authorized'`);
  const all = unionAll(inAttempts, atTheEnd).as('told');
  return database
    .select({
      journeyId: all.journeyId,
      software: all.software,
      approved: sql<boolean>`bool_or(${all.approved})`.as('ever_approved'),
    })
    .from(all)
    .groupBy(all.journeyId, all.software)
    .as('tried');
};
