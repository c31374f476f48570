import { and, eq, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Pursuit } from '../../journey/metrics/conversion.ts';
import type { Period } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { connectedAt, enteredAt, isFirst, isLeftOut } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { epoch, type OfCustomers, ofScope, type Scope, within } from './scope.ts';

const HOUR_MS = 3_600_000;

/** A journey towards a connection, when it began, and its standing: open is one that may still connect. */
export type Member = Pursuit & { begunAt: number; open: boolean; deleted: boolean };

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

/** The first journeys that began in the period: one for each customer. */
export const firstJourneys = (database: Database, { period, ...of }: Asked) =>
  database
    .select(columnsFrom(enteredAt))
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(and(isFirst, ofScope(of, journeys.software), within(enteredAt, period)));

/** The first journey in the period towards a connection that was lost: one for each customer who lost theirs. */
export const lostConnections = (database: Database, { period, ...of }: Asked) =>
  database
    .selectDistinctOn([journeys.customerId], columnsFrom(journeys.startedAt))
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

type Row = Awaited<ReturnType<typeof firstJourneys>>[number];

/** What journeys come to at `now`. */
export const cohortOf = (rows: readonly Row[], now: Instant): Cohort => {
  const cohort: Cohort = { members: [], leftOut: [] };
  for (const { begunAt, connectedAt, open, deleted, leftOut } of rows) {
    if (begunAt === null) continue;
    const age = (Date.parse(now) - begunAt) / HOUR_MS;
    const reachedAfter = connectedAt === null ? null : (connectedAt - begunAt) / HOUR_MS;
    const member = { begunAt, age, reachedAfter, open, deleted };
    (leftOut ? cohort.leftOut : cohort.members).push(member);
  }
  return cohort;
};

/** The part of a cohort that began in a period. */
export const begunIn = ({ members, leftOut }: Cohort, { from, to }: Period): Cohort => {
  const isWithin = ({ begunAt }: Member) => Date.parse(from) <= begunAt && begunAt < Date.parse(to);
  return { members: members.filter(isWithin), leftOut: leftOut.filter(isWithin) };
};
