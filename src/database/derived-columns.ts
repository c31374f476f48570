import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../journey/instant.ts';
import type { AttemptOutcome } from '../journey/journey.ts';
import { attempts, customers, journeys } from './schema/index.ts';

// What follows from stored moments with the passing of time. Nobody has to write it down.

/** Stuck at `now`: the moment has passed, and nobody snoozed it beyond. */
export const isStuckAt = (now: Instant): SQL<boolean> => sql<boolean>`coalesce(
  ${customers.stuckAt} <= ${now}::timestamptz
  and coalesce(${customers.snoozedUntil} <= ${now}::timestamptz, true), false)`;

export const STANDINGS = ['moving', 'stuck', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How a customer's current journey stands at `now`. */
export const standingAt = (now: Instant): SQL<Standing> => sql<Standing>`case
  when ${customers.closedAt} is not null then 'closed'
  when ${isStuckAt(now)} then 'stuck' else 'moving' end`;

const abandonedBy = (now: Instant): SQL => sql`${attempts.abandonsAt} <= ${now}::timestamptz`;

/** How an attempt has ended by `now`; null while it is under way. */
export const outcomeAt = (now: Instant): SQL<AttemptOutcome | null> =>
  sql`case when ${abandonedBy(now)} then 'abandoned' else ${attempts.outcome} end`;

/** When an attempt has ended by `now`; null while it is under way. */
export const endAt = (now: Instant): SQL<Instant | null> =>
  sql`case when ${abandonedBy(now)} then ${attempts.abandonsAt} else ${attempts.endedAt} end`.mapWith(
    attempts.endedAt,
  );

/**
 * When a journey entered the funnel: with the first link sent, or the first sign of the customer before that. One of
 * which no stage was observed, only implied, entered when it began; null for one that was not invited yet.
 */
export const enteredAt: SQL<Instant | null> =
  sql`case when ${journeys.furthestStage} > 'created' then coalesce(
  least(${journeys.invitedAt}, ${journeys.openedAt}, ${journeys.selectedAt}, ${journeys.initiatedAt},
    ${journeys.authorizedAt}, ${journeys.completedAt}, ${journeys.streamingAt}),
  ${journeys.startedAt}) end`.mapWith(journeys.startedAt);

/** When a customer last approved access, in whichever journey; null where that was never observed. */
export const latestApproval: SQL<Instant | null> =
  sql`(${sql`select max(${journeys.authorizedAt}) from ${journeys} where ${journeys.customerId} = ${customers.id}`})`.mapWith(
    journeys.authorizedAt,
  );

/** As `enteredAt`, of a customer's current journey. */
export const currentEnteredAt: SQL<Instant | null> =
  sql`(${sql`select ${enteredAt} from ${journeys} where ${journeys.id} = ${customers.journeyId}`})`.mapWith(
    journeys.startedAt,
  );
