import { asc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { NO_CUSTOMER } from '../common/event-types.ts';
import { addHours, type Instant } from '../journey/instant.ts';
import type { AttemptOutcome } from '../journey/journey.ts';
import type { Standing } from '../journey/metrics/cohort.ts';
import { alphabetical } from './schema/columns.ts';
import {
  attempts,
  customers,
  journeys,
  raisedCases,
  type software,
  type users,
} from './schema/index.ts';

// Values that change as time passes or as others are renamed, so they are computed and never stored.

/** Whether a customer is snoozed or waiting at `now`. */
const isPausedAt = (now: Instant): SQL => sql`coalesce(
  case when ${customers.waitingFor} is null then ${customers.snoozedUntil}
    else coalesce(${customers.waitingUntil}, 'infinity') end > ${now}::timestamptz, false)`;

/** Whether a customer has a snooze or wait, over or not: an index holds these alone. */
const hasPause = sql`(${customers.snoozedUntil} is not null or ${customers.waitingFor} is not null)`;

/** Whether a customer is snoozed or waiting at `now`. Nothing is awaited of a closed journey. */
export const isWaitingAt = (now: Instant): SQL<boolean> =>
  sql<boolean>`(${customers.closedAt} is null and ${hasPause} and ${isPausedAt(now)})`;

/** Whether a customer is stuck at `now`: their `stuckAt` has passed and no snooze or wait lasts longer. */
export const isStuckAt = (now: Instant): SQL<boolean> =>
  // The first part is what their index is about.
  sql<boolean>`(${customers.stuckAt} is not null and ${customers.stuckAt} <= ${now}::timestamptz and not ${isPausedAt(now)})`;

/** Whether the customer of a row isn’t deleted. */
export const isOfPresent = (customerId: SQLWrapper): SQL =>
  sql`not exists (select 1 from ${customers} where ${customers.id} = ${customerId} and ${customers.deletedAt} is not null)`;

/** A customer with a signal in the last 24 hours may still be at the desk. */
const AT_THE_DESK_HOURS = 24;

/**
 * Orders customers of one priority. Of those with a high one, who gave a signal in the last 24 hours come first, the
 * newest signal first; everybody else by when they got stuck.
 */
export const urgencyAt = (now: Instant): SQL => sql`case
  when ${customers.priority} = 'high'
    and ${customers.lastSignalAt} > ${addHours(now, -AT_THE_DESK_HOURS)}::timestamptz
  then -extract(epoch from ${customers.lastSignalAt})
  else extract(epoch from ${customers.stuckAt}) end`;

/** The order of the queue. */
export const mostUrgentFirst = (now: Instant): SQL[] => [
  asc(customers.priority),
  asc(urgencyAt(now)),
  asc(customers.id),
];

/** The standing of a customer’s current journey at `now`. One who waits counts as snoozed. */
export const standingAt = (now: Instant): SQL<Standing> => sql<Standing>`case
  when ${customers.closedAt} is not null then 'closed'
  when ${isPausedAt(now)} then 'snoozed'
  when ${isStuckAt(now)} then 'stuck' else 'moving' end`;

const abandonedBy = (now: Instant): SQL => sql`${attempts.abandonsAt} <= ${now}::timestamptz`;

/** The outcome of an attempt at `now`. Null while it is in progress. */
export const outcomeAt = (now: Instant): SQL<AttemptOutcome | null> =>
  sql`case when ${abandonedBy(now)} then 'abandoned' else ${attempts.outcome} end`;

/** A time as text, as in JSON. */
export const isoText = (column: PgColumn): SQL<string> =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** When an attempt ended, or when it counts as abandoned, which may be yet to come: the first column of an index. */
export const attemptEnd = sql<Instant>`coalesce(${attempts.endedAt}, ${attempts.abandonsAt})`;

/** When an attempt ended, as of `now`. Null while it is in progress. */
export const endAt = (now: Instant): SQL<Instant | null> =>
  sql`case when ${abandonedBy(now)} then ${attempts.abandonsAt} else ${attempts.endedAt} end`.mapWith(
    attempts.endedAt,
  );

/**
 * When a journey entered the funnel: when the first link was sent, or at the customer’s first signal if earlier. Null
 * before either.
 */
export const enteredAt: SQL<Instant | null> =
  sql`least(${journeys.invitedAt}, ${journeys.firstSignalAt})`.mapWith(journeys.startedAt);

/** A journey towards the first connection. A customer who lost theirs is not invited a second time. */
export const isFirst: SQL = eq(journeys.kind, 'first');

/**
 * When a journey’s approval was seen: of one that nobody saw, when something first showed it, or when it was noticed.
 * Null without an approval.
 */
export const connectedAt: SQL<Instant | null> =
  sql`case when ${journeys.furthestStage} >= 'authorized'
  then coalesce(${journeys.authorizedAt}, least(${journeys.completedAt}, ${journeys.streamingAt}), ${journeys.stageEnteredAt}) end`.mapWith(
    journeys.startedAt,
  );

/** Whether a journey was closed because it should never have begun. Such are in no denominator. */
export const isLeftOut: SQL<boolean> = sql<boolean>`coalesce(${inArray(journeys.closedReason, [...NO_CUSTOMER])}, false)`;

/** The reference of a customer’s case that is open with Codat. */
export const raisedReference: SQL<string | null> =
  sql`(${sql`select ${raisedCases.reference} from ${raisedCases} where ${raisedCases.customerId} = ${customers.id} and ${raisedCases.state} = 'open'`})`;

/**
 * The name of a row’s user or software, to sort by. Null if unknown, such as a former user. Reads the few names once for
 * all rows: a subquery for each row takes ten times as long.
 */
export const nameIn = ({ id, name }: typeof users | typeof software, reference: SQLWrapper): SQL =>
  alphabetical(
    sql`((${sql`select jsonb_object_agg(${id}, ${name}) from ${id.table}`}) ->> ${reference})`,
  );
