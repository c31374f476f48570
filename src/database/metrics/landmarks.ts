import { and, eq, gt, gte, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import { addHours } from '../../journey/instant.ts';
import { type LandmarkCell, OUTCOME_DAYS } from '../../journey/metrics/landmark.ts';
import { UNKNOWN_SOFTWARE } from '../../journey/software-entry.ts';
import { ACTIONS } from '../../journey/spells/actions.ts';
import type { Database } from '../database.ts';
import { software, stuckSpells } from '../schema/index.ts';
import { isOfLeftOut, leftOut } from './exceptions.ts';
import { countOf, isOfScope, type Scope } from './scope.ts';

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
      isLeftOut: sql<boolean>`${isNotNull(leftOut.id)}`.as('is_left_out'),
      isOver: sql<boolean>`${outcomeBy} <= ${now}::timestamptz`.as('is_over'),
      movedOn: sql<boolean>`coalesce(${stuckSpells.movedOnAt} <= ${outcomeBy}, false)`.as(
        'moved_on',
      ),
    })
    .from(stuckSpells)
    .leftJoin(leftOut, isOfLeftOut(stuckSpells))
    .leftJoin(software, eq(software.id, stuckSpells.software))
    .where(
      and(
        isOfScope(scope, stuckSpells),
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

/** A set of landmarks that are alike, and had the same actions taken before. */
type Alike = Pick<LandmarkCell, 'stuckReason' | 'complexity' | 'priority' | 'count' | 'of'> & {
  /** Their names, with a space between. */
  taken: string;
  isLeftOut: boolean;
  isOver: boolean;
};

/** The landmarks of a period by what they have in common. */
export const landmarks = async (
  database: Database,
  scope: Scope,
  days: number,
): Promise<Alike[]> => {
  const all = landmarksOf(database, scope, days);
  const { stuckReason, complexity, priority, isLeftOut, isOver } = all;
  const taken = ACTIONS.map((action) => {
    const at = sql`(${all.actions} ->> ${action}::text)::timestamptz`;
    return sql`case when ${at} between ${all.stuckAt} and ${all.landmark} then ${action}::text end`;
  });
  const alike = database
    .select({
      ...{ stuckReason, complexity, priority, isLeftOut, isOver, movedOn: all.movedOn },
      taken: sql<string>`concat_ws(' ', ${sql.join(taken, sql`, `)})`.as('taken'),
    })
    .from(all)
    .as('alike');
  // What is as frequent shows in the order of its position, the same each time.
  return database
    .select({
      ...{ stuckReason: alike.stuckReason, complexity: alike.complexity, priority: alike.priority },
      ...{ isLeftOut: alike.isLeftOut, isOver: alike.isOver, taken: alike.taken },
      of: countOf(),
      count: countOf(sql`${alike.movedOn}`),
    })
    .from(alike)
    .groupBy(
      ...[alike.stuckReason, alike.complexity, alike.priority],
      ...[alike.isLeftOut, alike.isOver, alike.taken],
    )
    .orderBy(alike.stuckReason, alike.complexity, alike.priority, alike.taken);
};

const total = (all: readonly Alike[], condition: (one: Alike) => boolean): number =>
  all.filter(condition).reduce((sum, { of }) => sum + of, 0);

/** How many customers a comparison is about, and how many it leaves out for now or for good. */
export const countLandmarks = (all: readonly Alike[]) => ({
  sample: total(all, ({ isOver, isLeftOut }) => isOver && !isLeftOut),
  pending: total(all, ({ isOver, isLeftOut }) => !isOver && !isLeftOut),
  leftOut: total(all, ({ isLeftOut }) => isLeftOut),
});

/**
 * For each action, how many of those still stuck at their landmark had and hadn’t been helped by it before, and how many
 * of them reached a further stage within a week of it, by what the case was like. Only landmarks whose week is over.
 */
export const landmarkCells = (all: readonly Alike[]): LandmarkCell[] => {
  const cells = new Map<string, LandmarkCell>();
  for (const { taken: names, isLeftOut, isOver, of, count, ...position } of all) {
    const actions = names.split(' ');
    if (isOver && !isLeftOut)
      for (const action of ACTIONS) {
        const taken = actions.includes(action);
        const key = [...Object.values(position), action, taken].join(' ');
        const cell = cells.get(key) ?? { ...position, action, taken, of: 0, count: 0 };
        cells.set(key, { ...cell, of: cell.of + of, count: cell.count + count });
      }
  }
  return [...cells.values()];
};
