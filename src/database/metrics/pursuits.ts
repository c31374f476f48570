import { and, eq, type SQLWrapper, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { connectedAt, enteredAt, isFirst, isLeftOut } from '../derived-columns.ts';
import { journeys } from '../schema/index.ts';
import { gone, isGone } from './exceptions.ts';
import { epoch, isOfScope, type OfCustomers, type Scope, within } from './scope.ts';

/** When journeys began, and whose. */
export type Asked = OfCustomers & Pick<Scope, 'period' | 'software'>;

const isDeleted = sql<boolean>`(${gone.id} is not null)`;
/** Whether a journey may still connect. Of a query that joins `gone`. */
export const isOpen = sql<boolean>`(${journeys.furthestStage} < 'authorized' and ${journeys.closedAt} is null and not ${isDeleted})`;

/** The columns of a journey that began at a time. Times are in milliseconds. */
export const columnsFrom = (begun: SQLWrapper) => ({
  customerId: journeys.customerId,
  begunAt: epoch(begun).as('begun_ms'),
  connectedAt: epoch(connectedAt).as('connected_ms'),
  open: isOpen.as('is_open'),
  deleted: isDeleted.as('is_deleted'),
  leftOut: isLeftOut.as('is_left_out'),
});

/** A company by itself is never partial. */
export const ALONE = { partial: sql<boolean>`false`.as('partial') };

const { furthestStage, invitedAt, openedAt, selectedAt, initiatedAt } = journeys;
const { authorizedAt, completedAt, streamingAt } = journeys;
/** How far a journey got, and when. */
export const REACHED = {
  ...{ furthestStage, invitedAt, openedAt, selectedAt, initiatedAt },
  ...{ authorizedAt, completedAt, streamingAt },
};

/** The first journeys that began in the period, each company’s by itself. */
export const firstOfCompanies = (database: Database, { period, ...of }: Asked) =>
  database
    .select({ ...columnsFrom(enteredAt), ...ALONE })
    .from(journeys)
    .leftJoin(gone, isGone(journeys.customerId))
    .where(and(isFirst, isOfScope(of, journeys), within(enteredAt, period)));

/** The first journey in the period towards a connection that was lost: one for each customer who lost theirs. */
export const lostConnections = (database: Database, { period, ...of }: Asked) =>
  database
    .selectDistinctOn([journeys.customerId], {
      ...columnsFrom(journeys.startedAt),
      ...ALONE,
    })
    .from(journeys)
    .leftJoin(gone, isGone(journeys.customerId))
    .where(
      and(
        eq(journeys.kind, 'reconnect'),
        isOfScope(of, journeys),
        within(journeys.startedAt, period),
      ),
    )
    .orderBy(journeys.customerId, journeys.startedAt, journeys.ordinal);
