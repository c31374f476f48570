import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../journey/instant.ts';
import type { AttemptOutcome } from '../journey/journey.ts';
import { alphabetical } from './schema/columns.ts';
import { attempts, customers, journeys, type software, type users } from './schema/index.ts';

// Values that change as time passes or as others are renamed, so they are computed and never stored.

/** Whether a customer is stuck at `now`: their `stuckAt` has passed and no snooze lasts longer. */
export const isStuckAt = (now: Instant): SQL<boolean> => sql<boolean>`coalesce(
  ${customers.stuckAt} <= ${now}::timestamptz
  and coalesce(${customers.snoozedUntil} <= ${now}::timestamptz, true), false)`;

export const STANDINGS = ['moving', 'stuck', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The standing of a customer’s current journey at `now`. */
export const standingAt = (now: Instant): SQL<Standing> => sql<Standing>`case
  when ${customers.closedAt} is not null then 'closed'
  when ${isStuckAt(now)} then 'stuck' else 'moving' end`;

const abandonedBy = (now: Instant): SQL => sql`${attempts.abandonsAt} <= ${now}::timestamptz`;

/** The outcome of an attempt at `now`. Null while it is in progress. */
export const outcomeAt = (now: Instant): SQL<AttemptOutcome | null> =>
  sql`case when ${abandonedBy(now)} then 'abandoned' else ${attempts.outcome} end`;

/** When an attempt ended, as of `now`. Null while it is in progress. */
export const endAt = (now: Instant): SQL<Instant | null> =>
  sql`case when ${abandonedBy(now)} then ${attempts.abandonsAt} else ${attempts.endedAt} end`.mapWith(
    attempts.endedAt,
  );

/**
 * When a journey entered the funnel: when the first link was sent, or at the customer’s first action if earlier. If all
 * its stages are only implied, this is when the journey started. Null if the customer isn’t invited yet.
 */
export const enteredAt: SQL<Instant | null> =
  sql`case when ${journeys.furthestStage} > 'created' then coalesce(
  least(${journeys.invitedAt}, ${journeys.openedAt}, ${journeys.selectedAt}, ${journeys.initiatedAt},
    ${journeys.authorizedAt}, ${journeys.completedAt}, ${journeys.streamingAt}),
  ${journeys.startedAt}) end`.mapWith(journeys.startedAt);

/** When a customer last approved access, in any journey. Null when that was never observed. */
export const latestApproval: SQL<Instant | null> =
  sql`(${sql`select max(${journeys.authorizedAt}) from ${journeys} where ${journeys.customerId} = ${customers.id}`})`.mapWith(
    journeys.authorizedAt,
  );

/** Like `enteredAt`, for a customer’s current journey. */
export const currentEnteredAt: SQL<Instant | null> =
  sql`(${sql`select ${enteredAt} from ${journeys} where ${journeys.id} = ${customers.journeyId}`})`.mapWith(
    journeys.startedAt,
  );

/**
 * The name of a row’s user or software, to sort by. Null if unknown, such as a former user. Reads the few names once for
 * all rows: a subquery for each row takes ten times as long.
 */
export const nameIn = ({ id, name }: typeof users | typeof software, reference: SQLWrapper): SQL =>
  alphabetical(
    sql`((${sql`select jsonb_object_agg(${id}, ${name}) from ${id.table}`}) ->> ${reference})`,
  );
