import { and, eq, isNotNull } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { isFirst } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { countOf, hoursBetween, ofScope, percentileOf, type Scope, within } from './scope.ts';

const hours = hoursBetween(journeys.invitedAt, journeys.authorizedAt);
const fields = { median: percentileOf(0.5, hours), sample: countOf() };

/** First journeys approved in the period, with both invitation and approval observed. */
const timed = (scope: Scope) =>
  and(
    isFirst,
    ofScope(scope, journeys.software),
    isNotNull(journeys.invitedAt),
    within(journeys.authorizedAt, scope.period),
  );

/** The median hours from invitation to approval; null without journeys. */
export const medianHoursToConnect = async (database: Database, scope: Scope) => {
  const [row] = await database
    .select(fields)
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(timed(scope));
  return row ?? { median: null, sample: 0 };
};

/** The same by software. */
export const hoursToConnectBySoftware = (database: Database, scope: Scope) =>
  database
    .select({ software: journeys.software, ...fields })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(timed(scope))
    .groupBy(journeys.software);
