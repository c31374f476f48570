import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Pursuit } from '../../journey/metrics/conversion.ts';
import type { Period } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { connectedAt, enteredAt, isFirst, isLeftOut } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { epoch, ofScope, type Scope, within } from './scope.ts';

const HOUR_MS = 3_600_000;

/** A journey towards a connection, when it began, and its standing: open is one that may still connect. */
export type Member = Pursuit & { begunAt: number; open: boolean; deleted: boolean };

/** The journeys that count, and those left out: duplicates, and companies that aren’t customers. */
export type Cohort = { members: Member[]; leftOut: Member[] };

/** How many of a cohort may still connect, were deleted since, and were left out. */
export const countsOf = ({ members, leftOut }: Cohort) => ({
  open: members.filter(({ open }) => open).length,
  deleted: members.filter(({ deleted }) => deleted).length,
  leftOut: leftOut.length,
});

/** The part of a cohort that began in a period. */
export const begunIn = ({ members, leftOut }: Cohort, { from, to }: Period): Cohort => {
  const isWithin = ({ begunAt }: Member) => Date.parse(from) <= begunAt && begunAt < Date.parse(to);
  return { members: members.filter(isWithin), leftOut: leftOut.filter(isWithin) };
};

const isDeleted = sql<boolean>`(${customers.deletedAt} is not null)`;
const isOpen = sql<boolean>`(${journeys.furthestStage} < 'authorized' and ${journeys.closedAt} is null and not ${isDeleted})`;

/** The columns of a journey that began at a time. */
const columnsFrom = (begun: SQLWrapper) => ({
  begunAt: epoch(begun),
  connectedAt: epoch(connectedAt),
  open: isOpen,
  deleted: isDeleted,
  leftOut: isLeftOut,
});
type Row = {
  begunAt: number | null;
  connectedAt: number | null;
  open: boolean;
  deleted: boolean;
  leftOut: boolean;
};

const cohortOf = (rows: readonly Row[], now: Instant): Cohort => {
  const cohort: Cohort = { members: [], leftOut: [] };
  for (const { begunAt, connectedAt, leftOut, ...standing } of rows) {
    if (begunAt === null) continue;
    const age = (Date.parse(now) - begunAt) / HOUR_MS;
    const reachedAfter = connectedAt === null ? null : (connectedAt - begunAt) / HOUR_MS;
    const member = { begunAt, age, reachedAfter, ...standing };
    (leftOut ? cohort.leftOut : cohort.members).push(member);
  }
  return cohort;
};

const selected = (database: Database, begun: SQLWrapper, condition: SQL | undefined) =>
  database
    .select(columnsFrom(begun))
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(condition);

/** The first journeys that began in the period: one for each customer. */
export const firstJourneys = async (database: Database, scope: Scope): Promise<Cohort> => {
  const condition = and(
    isFirst,
    ofScope(scope, journeys.software),
    within(enteredAt, scope.period),
  );
  return cohortOf(await selected(database, enteredAt, condition), scope.now);
};

/** The first journey in the period towards a connection that was lost: one for each customer who lost theirs. */
export const lostInPeriod = async (database: Database, scope: Scope): Promise<Cohort> => {
  const rows = await database
    .selectDistinctOn([journeys.customerId], columnsFrom(journeys.startedAt))
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(
      and(
        eq(journeys.kind, 'reconnect'),
        ofScope(scope, journeys.software),
        within(journeys.startedAt, scope.period),
      ),
    )
    .orderBy(journeys.customerId, journeys.startedAt, journeys.ordinal);
  return cohortOf(rows, scope.now);
};
