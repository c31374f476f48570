import { and, eq, inArray, isNotNull, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import { hasReached, STAGES, type Stage } from '../../journey/stages.ts';
import { REPEATED_FAILURES, type StuckReason } from '../../journey/stuck.ts';
import type { Database } from '../database.ts';
import { attempts, customers, journeys } from '../schema/index.ts';
import { epoch } from './scope.ts';

const REACHED_AT: Record<Stage, SQLWrapper> = {
  created: journeys.startedAt,
  invited: journeys.invitedAt,
  opened: journeys.openedAt,
  selected: journeys.selectedAt,
  initiated: journeys.initiatedAt,
  authorized: journeys.authorizedAt,
  completed: journeys.completedAt,
  streaming: journeys.streamingAt,
};

/** When journeys entered where a rule applies, and the next sign of progress. Null as long as there is none. */
type Spell = { entered: SQLWrapper; left: SQL; condition: SQL | undefined };

const earliest = (moments: readonly SQLWrapper[]): SQL =>
  sql`least(${sql.join([...moments], sql`, `)})`;

/**
 * From an observed stage to the next observed one. A journey that went on at an unknown time takes no part, because what
 * was only implied has no time.
 */
const fromStage = (stage: Stage, on: readonly Stage[], condition?: SQL): Spell => {
  const left = earliest(on.map((later) => REACHED_AT[later]));
  const stays = STAGES.filter((one) => !on.includes(one));
  return {
    entered: REACHED_AT[stage],
    left,
    condition: and(
      isNotNull(REACHED_AT[stage]),
      sql`(${left} is not null or ${inArray(journeys.furthestStage, stays)})`,
      condition,
    ),
  };
};

const after = (stage: Stage): Stage[] =>
  STAGES.filter((one) => one !== stage && hasReached(one, stage));

/** From the end of a journey’s nth failed attempt to the start of the next attempt, or to the approval. */
const fromFailure = (nth: number): Spell => {
  const ofJourney = eq(attempts.journeyId, journeys.id);
  const failed = sql`(${sql`select ${attempts.endedAt} from ${attempts}
    where ${and(eq(attempts.customerId, journeys.customerId), ofJourney, eq(attempts.outcome, 'failed'))}
    order by ${attempts.endedAt} offset ${nth - 1}::int limit 1`})`;
  const next = sql`(${sql`select min(${attempts.startedAt}) from ${attempts}
    where ${and(eq(attempts.customerId, journeys.customerId), ofJourney, sql`${attempts.startedAt} > ${failed}`)}`})`;
  const approved = sql`case when ${journeys.authorizedAt} > ${failed} then ${journeys.authorizedAt} end`;
  return {
    entered: failed,
    left: earliest([next, approved]),
    condition: sql`${failed} is not null`,
  };
};

const SPELLS: Record<StuckReason, Spell> = {
  disconnected: fromStage('created', after('created'), eq(journeys.kind, 'reconnect')),
  repeated_failures: fromFailure(REPEATED_FAILURES),
  attempt_failed: fromFailure(1),
  no_data: fromStage('authorized', ['streaming']),
  approval_pending: fromStage('initiated', after('initiated')),
  not_initiated: fromStage('selected', after('selected')),
  no_software_selected: fromStage('opened', after('opened')),
  link_unopened: fromStage('invited', after('invited')),
  not_invited: fromStage('created', after('created'), ne(journeys.kind, 'reconnect')),
};

/** The start of the customer’s next journey, which ends the one before. */
const nextStart = sql`(select min(later.started_at) from ${journeys} later
  where later.customer_id = ${journeys.customerId} and later.ordinal > ${journeys.ordinal})`;

/** In milliseconds since 1970, with whether it ended by going on. */
export type Dwell = { software: string | null; from: number; to: number; wentOn: boolean };

/**
 * How long journeys rested where a stuck rule applies: until the next sign of progress, or as long as they have been
 * watched, until they were closed or replaced, their customer was deleted, or now. Of all customers.
 */
export const dwells = async (
  database: Database,
  reason: StuckReason,
  now: Instant,
): Promise<Dwell[]> => {
  const { entered, left, condition } = SPELLS[reason];
  const until = sql`coalesce(${earliest([journeys.closedAt, customers.deletedAt, nextStart])}, ${now}::timestamptz)`;
  const rows = await database
    .select({
      software: journeys.software,
      from: epoch(entered),
      left: epoch(left),
      until: epoch(until),
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(condition);
  return rows.flatMap(({ software, from, left, until }) => {
    const to = left ?? until;
    return from === null || to === null ? [] : [{ software, from, to, wentOn: left !== null }];
  });
};
