import { and, desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Pursuit } from '../../journey/metrics/conversion.ts';
import type { Period } from '../../journey/metrics/period.ts';
import type { Stage } from '../../journey/stages.ts';
import type { Database } from '../database.ts';
import { connectedAt, enteredAt, isFirst, isLeftOut } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { epoch, type OfCustomers, ofScope, type Scope, within } from './scope.ts';

const HOUR_MS = 3_600_000;

/** A journey towards a connection, when it began, and its standing: open is one that may still connect, partial one of several companies. */
export type Member = Pursuit & {
  begunAt: number;
  open: boolean;
  partial: boolean;
  deleted: boolean;
};

/** The journeys that count, and those left out: duplicates, and companies that aren’t customers. */
export type Cohort = { members: Member[]; leftOut: Member[] };

/** When journeys began, and whose. */
type Asked = OfCustomers & Pick<Scope, 'period' | 'software'>;

const isDeleted = sql<boolean>`(${customers.deletedAt} is not null)`;
/** Whether a journey may still connect. */
export const isOpen = sql<boolean>`(${journeys.furthestStage} < 'authorized' and ${journeys.closedAt} is null and not ${isDeleted})`;

/** The columns of a journey that began at a time. Times are in milliseconds. */
const columnsFrom = (begun: SQLWrapper) => ({
  customerId: journeys.customerId,
  begunAt: epoch(begun).as('begun_ms'),
  connectedAt: epoch(connectedAt).as('connected_ms'),
  open: isOpen.as('is_open'),
  deleted: isDeleted.as('is_deleted'),
  leftOut: isLeftOut.as('is_left_out'),
});

/** A company by itself is never partial. */
const ALONE = { partial: sql<boolean>`false`.as('partial') };

/** Whether a time in milliseconds lies in a period. */
export const beganIn = (ms: SQLWrapper, { from, to }: Period): SQL =>
  sql`(${ms} >= ${Date.parse(from)}::float8 and ${ms} < ${Date.parse(to)}::float8)`;

/** First journeys with the parent that they count with: a company without one counts by itself. */
const companies = (database: Database, of: Omit<Asked, 'period'>) =>
  database
    .select({
      ...columnsFrom(enteredAt),
      journeyId: sql<string>`${journeys.id}`.as('first_journey_id'),
      // What is left out is so by itself: it says nothing of its parent.
      family:
        sql<string>`case when ${isLeftOut} then ${customers.id} else coalesce(${customers.parentId}, ${customers.id}) end`.as(
          'family',
        ),
      furthest: sql<Stage>`${journeys.furthestStage}`.as('furthest'),
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(and(isFirst, ofScope(of, journeys.software)))
    .as('company');

/**
 * The first journeys, one for each parent with all its subsidiaries: it began with the first of them, and connected with
 * the first that did. Of them, the one that stands for all is that one, or else one that may still connect, the furthest
 * first. It is partial while it is connected and one that may still connect isn’t.
 */
export const families = (database: Database, of: Omit<Asked, 'period'>) => {
  const company = companies(database, of);
  const { family, leftOut, connectedAt, open, furthest, begunAt, customerId } = company;
  const ofAll = sql`over (partition by ${family}, ${leftOut})`;
  return database
    .selectDistinctOn([family, leftOut], {
      journeyId: company.journeyId,
      customerId,
      begunAt: sql<number | null>`min(${begunAt}) ${ofAll}`.as('family_begun_ms'),
      connectedAt,
      open,
      partial: sql<boolean>`(${connectedAt} is not null and bool_or(${open}) ${ofAll})`.as(
        'partial',
      ),
      deleted: company.deleted,
      leftOut,
    })
    .from(company)
    .orderBy(
      family,
      leftOut,
      sql`${connectedAt} nulls last`,
      desc(open),
      desc(furthest),
      begunAt,
      customerId,
    )
    .as('family');
};

/** Those that began in the period. */
export const firstJourneys = (database: Database, { period, ...of }: Asked) => {
  const family = families(database, of);
  return database.select().from(family).where(beganIn(family.begunAt, period));
};

/** The same, but each company’s by itself. */
export const firstOfCompanies = (database: Database, { period, ...of }: Asked) =>
  database
    .select({ ...columnsFrom(enteredAt), ...ALONE })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(and(isFirst, ofScope(of, journeys.software), within(enteredAt, period)));

/** The first journey in the period towards a connection that was lost: one for each customer who lost theirs. */
export const lostConnections = (database: Database, { period, ...of }: Asked) =>
  database
    .selectDistinctOn([journeys.customerId], {
      ...columnsFrom(journeys.startedAt),
      ...ALONE,
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(
      and(
        eq(journeys.kind, 'reconnect'),
        ofScope(of, journeys.software),
        within(journeys.startedAt, period),
      ),
    )
    .orderBy(journeys.customerId, journeys.startedAt, journeys.ordinal);

type Row = Awaited<ReturnType<typeof lostConnections>>[number];

/** What journeys come to at `now`. */
export const cohortOf = (rows: readonly Row[], now: Instant): Cohort => {
  const cohort: Cohort = { members: [], leftOut: [] };
  for (const { begunAt, connectedAt, leftOut, ...row } of rows) {
    if (begunAt === null) continue;
    const age = (Date.parse(now) - begunAt) / HOUR_MS;
    const reachedAfter = connectedAt === null ? null : (connectedAt - begunAt) / HOUR_MS;
    const { open, partial, deleted } = row;
    const member = { begunAt, age, reachedAfter, open, partial, deleted };
    (leftOut ? cohort.leftOut : cohort.members).push(member);
  }
  return cohort;
};

/** The part of a cohort that began in a period. */
export const begunIn = ({ members, leftOut }: Cohort, { from, to }: Period): Cohort => {
  // Read once: for each week of a year, this goes through all journeys of that year.
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const isWithin = ({ begunAt }: Member) => start <= begunAt && begunAt < end;
  return { members: members.filter(isWithin), leftOut: leftOut.filter(isWithin) };
};

/** The cohorts of first journeys that began in the scope’s period and in one before it. One scan of all journeys for both. */
export const firstCohorts = async (database: Database, scope: Scope, before: Period) => {
  const period = { from: before.from, to: scope.period.to };
  const all = cohortOf(await firstJourneys(database, { ...scope, period }), scope.now);
  return { cohort: begunIn(all, scope.period), earlier: begunIn(all, before) };
};
