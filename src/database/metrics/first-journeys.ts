import {
  and,
  desc,
  eq,
  inArray,
  isNotNull,
  not,
  notInArray,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/pg-core';
import type { Period } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { connectedAt, enteredAt, isFirst, isLeftOut } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { gone, isGone } from './exceptions.ts';
import { ALONE, type Asked, columnsFrom, isOpen, REACHED } from './pursuits.ts';
import { epoch, isOfScope, within } from './scope.ts';

/** Whether a time in milliseconds lies in a period. */
const beganIn = (ms: SQLWrapper, { from, to }: Period): SQL =>
  sql`(${ms} >= ${Date.parse(from)}::float8 and ${ms} < ${Date.parse(to)}::float8)`;

/** Companies that have a parent, of which there are few: only those are joined. */
const subsidiary = alias(customers, 'subsidiary');
const isSubsidiary = (customerId: SQLWrapper) =>
  and(eq(subsidiary.id, customerId), isNotNull(subsidiary.parentId));

/** The parent that a company counts with. Without one, it is the company itself. */
const family = sql<string>`coalesce(${subsidiary.parentId}, ${journeys.customerId})`;

/** The companies that began in the period: those that count by themselves, or the others. */
const begunCompanies = (
  database: Database,
  { period, ...of }: Asked,
  { alone }: { alone: boolean },
) => {
  const parents = database
    .selectDistinct({ id: sql<string>`${customers.parentId}`.as('parent_company_id') })
    .from(customers)
    .where(isNotNull(customers.parentId))
    .as('parent');
  // What is left out is so by itself: it says nothing of its parent.
  const isAlone = sql<boolean>`(${isLeftOut} or (${subsidiary.id} is null and ${parents.id} is null))`;
  return database
    .select({ ...columnsFrom(enteredAt), ...ALONE, ...REACHED, family: family.as('family_id') })
    .from(journeys)
    .leftJoin(gone, isGone(journeys.customerId))
    .leftJoin(subsidiary, isSubsidiary(journeys.customerId))
    .leftJoin(parents, eq(parents.id, journeys.customerId))
    .where(
      and(
        ...[isFirst, isOfScope(of, journeys), within(enteredAt, period)],
        alone ? isAlone : not(isAlone),
      ),
    );
};

/** Families that meet a condition. The first company of each to connect stands for it. */
const families = (database: Database, of: Omit<Asked, 'period'>, condition: SQL | undefined) => {
  const ofFamily = sql`over (partition by ${family})`;
  return database
    .selectDistinctOn([family], {
      ...columnsFrom(enteredAt),
      begunAt: sql<number | null>`min(${epoch(enteredAt)}) ${ofFamily}`.as('begun_ms'),
      partial: sql<boolean>`(${connectedAt} is not null and bool_or(${isOpen}) ${ofFamily})`.as(
        'partial',
      ),
      ...REACHED,
      family: family.as('family_id'),
    })
    .from(journeys)
    .leftJoin(gone, isGone(journeys.customerId))
    .leftJoin(subsidiary, isSubsidiary(journeys.customerId))
    .where(and(isFirst, isOfScope(of, journeys), not(isLeftOut), condition))
    .orderBy(
      ...[family, sql`${connectedAt} nulls last`, desc(isOpen)],
      ...[desc(journeys.furthestStage), sql`${enteredAt}`, journeys.customerId],
    )
    .as('family');
};

/**
 * The first journeys that began in the period, one for each parent with all its subsidiaries: it began with the first of
 * them, and connected with the first that did. Of them, the one that stands for all is that one, or else one that may
 * still connect, the furthest first. It is partial while it is connected and one that may still connect isn’t.
 *
 * Starts from the companies that began in the period, as a family has one of them if its first did. Most have no family.
 * Nothing is looked up for each of them: Citus can’t, as a family is on several machines.
 */
export const firstJourneys = (database: Database, { period, ...of }: Asked) => {
  const others = begunCompanies(database, { ...of, period }, { alone: false }).as('other');
  const together = database
    .$with('together')
    .as(database.selectDistinct({ family: others.family }).from(others));
  const theirIds = database.select({ id: sql<string>`${together.family}` }).from(together);
  // Most of these families began earlier, with another subsidiary.
  const earlier = database
    .select({ id: sql<string>`${subsidiary.parentId}` })
    .from(subsidiary)
    .innerJoin(journeys, eq(journeys.customerId, subsidiary.id))
    .where(
      and(
        ...[inArray(subsidiary.parentId, theirIds), isFirst, isOfScope(of, journeys)],
        ...[not(isLeftOut), sql`${enteredAt} < ${period.from}::timestamptz`],
      ),
    );
  const touched = database
    .$with('touched')
    .as(database.select().from(together).where(notInArray(together.family, earlier)));
  // A query each time, as `unionAll` adds to the one that it is given.
  const ids = () => database.select({ id: sql<string>`${touched.family}` }).from(touched);
  const subsidiaries = database
    .select({ id: sql<string>`${subsidiary.id}` })
    .from(subsidiary)
    .where(inArray(subsidiary.parentId, ids()));
  const isMember = and(
    inArray(journeys.customerId, unionAll(ids(), subsidiaries)),
    inArray(family, ids()),
  );
  const whole = families(database, of, isMember);
  const all = unionAll(
    begunCompanies(database, { ...of, period }, { alone: true }),
    database.select().from(whole).where(beganIn(whole.begunAt, period)),
  ).as('first_journey');
  return database.with(together, touched).select().from(all);
};
