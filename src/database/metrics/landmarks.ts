import { and, eq, gt, gte, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import { addHours } from '../../journey/instant.ts';
import { OUTCOME_DAYS } from '../../journey/metrics/landmark.ts';
import { UNKNOWN_SOFTWARE } from '../../journey/software-entry.ts';
import { ACTIONS, type Action } from '../../journey/spells/actions.ts';
import { textArray } from '../bulk.ts';
import type { Database } from '../database.ts';
import { isLeftOut } from '../derived-columns.ts';
import { customers, journeys, software, stuckSpells } from '../schema/index.ts';
import { countOf, ofScope, type Scope } from './scope.ts';

/**
 * The customers who were still stuck, however many days after they got stuck, at a time within the period: their
 * landmark. Each customer counts once, with the first one. What we do doesn’t end being stuck, and neither does a snooze:
 * only a signal of the customer, or closing the case. Customers who weren’t invited take no part, as what helps them on
 * is our own invitation.
 */
const landmarksOf = (database: Database, scope: Scope, days: number) => {
  const { period, now } = scope;
  const landmark = sql`(${stuckSpells.stuckAt} + make_interval(hours => ${24 * days}::int))`;
  const outcomeBy = sql`(${stuckSpells.stuckAt} + make_interval(hours => ${24 * (days + OUTCOME_DAYS)}::int))`;
  return database
    .selectDistinctOn([stuckSpells.customerId], {
      stuckReason: stuckSpells.stuckReason,
      priority: stuckSpells.priority,
      complexity: sql`coalesce(${software.complexity}, ${UNKNOWN_SOFTWARE.complexity})`
        .mapWith(software.complexity)
        .as('complexity'),
      actions: stuckSpells.actions,
      stuckAt: stuckSpells.stuckAt,
      landmark: landmark.as('landmark'),
      isLeftOut: sql<boolean>`${isLeftOut}`.as('is_left_out'),
      isOver: sql<boolean>`${outcomeBy} <= ${now}::timestamptz`.as('is_over'),
      movedOn: sql<boolean>`coalesce(${stuckSpells.movedOnAt} <= ${outcomeBy}, false)`.as(
        'moved_on',
      ),
    })
    .from(stuckSpells)
    .innerJoin(customers, eq(customers.id, stuckSpells.customerId))
    .innerJoin(journeys, eq(journeys.id, stuckSpells.journeyId))
    .leftJoin(software, eq(software.id, stuckSpells.software))
    .where(
      and(
        ofScope(scope, stuckSpells.software),
        ne(stuckSpells.stuckReason, 'not_invited'),
        gte(stuckSpells.stuckAt, addHours(period.from, -24 * days)),
        lt(stuckSpells.stuckAt, addHours(period.to, -24 * days)),
        lte(stuckSpells.stuckAt, addHours(now, -24 * days)),
        or(isNull(stuckSpells.endedAt), gt(stuckSpells.endedAt, landmark)),
      ),
    )
    .orderBy(stuckSpells.customerId, stuckSpells.stuckAt, stuckSpells.id)
    .as('landmarks');
};

/** How many customers a comparison is about, and how many it leaves out for now or for good. */
export const countLandmarks = async (database: Database, scope: Scope, days: number) => {
  const landmarks = landmarksOf(database, scope, days);
  const [counts] = await database
    .select({
      sample: countOf(sql`${landmarks.isOver} and not ${landmarks.isLeftOut}`),
      pending: countOf(sql`not ${landmarks.isOver} and not ${landmarks.isLeftOut}`),
      leftOut: countOf(sql`${landmarks.isLeftOut}`),
    })
    .from(landmarks);
  return counts ?? { sample: 0, pending: 0, leftOut: 0 };
};

/**
 * For each action, how many of those still stuck at their landmark had and hadn’t been helped by it before, and how many
 * of them reached a further stage within a week of it, by what the case was like. Only landmarks whose week is over.
 */
export const landmarkCells = (database: Database, scope: Scope, days: number) => {
  const landmarks = landmarksOf(database, scope, days);
  const action = sql<Action>`action`;
  const at = sql`(${landmarks.actions} ->> ${action})::timestamptz`;
  const taken = sql<boolean>`coalesce(${at} between ${landmarks.stuckAt} and ${landmarks.landmark}, false)`;
  const { stuckReason, complexity, priority } = landmarks;
  return database
    .select({
      ...{ action, stuckReason, complexity, priority, taken },
      of: countOf(),
      count: countOf(sql`${landmarks.movedOn}`),
    })
    .from(landmarks)
    .crossJoin(sql`unnest(${textArray(ACTIONS)}) as action`)
    .where(sql`${landmarks.isOver} and not ${landmarks.isLeftOut}`)
    .groupBy(action, stuckReason, complexity, priority, taken);
};
