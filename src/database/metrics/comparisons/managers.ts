import { and, eq, isNotNull, isNull, lt, not } from 'drizzle-orm';
import { comparePortfolios } from '../../../journey/metrics/comparisons/portfolios.ts';
import { rate } from '../../../journey/metrics/rate.ts';
import type { Database } from '../../database.ts';
import { enteredAt, isFirst, isLeftOut } from '../../derived-columns.ts';
import { customers, journeys, software } from '../../schema/index.ts';
import { gone, isGone } from '../exceptions.ts';
import { countOf, ofScope, type Scope, within } from '../scope.ts';
import { peopleNames } from './names.ts';
import { complexity, isConnectedWithin, ripePart } from './ripe.ts';

/** Whether a journey may still connect, unless its customer was deleted. */
const isOpen = and(lt(journeys.furthestStage, 'authorized'), isNull(journeys.closedAt));

/** The first journeys that began in the period, by account manager and software. In order, as sums of fractions depend on it. */
const tally = (database: Database, scope: Scope, days: number) => {
  const counts = not(isLeftOut);
  const isRipe = and(counts, within(enteredAt, ripePart(scope, days)));
  return database
    .select({
      managerId: customers.accountManagerId,
      software: journeys.software,
      complexity,
      begun: countOf(counts),
      of: countOf(isRipe),
      count: countOf(and(isRipe, isConnectedWithin(days))),
      deleted: countOf(and(isRipe, isNotNull(gone.id))),
      open: countOf(and(counts, isOpen, isNull(gone.id))),
      leftOut: countOf(isLeftOut),
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .leftJoin(gone, isGone(journeys.customerId))
    .leftJoin(software, eq(software.id, journeys.software))
    .where(and(isFirst, ofScope(scope, journeys.software), within(enteredAt, scope.period)))
    .groupBy(customers.accountManagerId, journeys.software, software.id)
    .orderBy(customers.accountManagerId, journeys.software);
};
type Row = Awaited<ReturnType<typeof tally>>[number];

const totals = (rows: readonly Row[]) => {
  const sum = (name: 'begun' | 'of' | 'count' | 'deleted' | 'open' | 'leftOut') =>
    rows.reduce((total, row) => total + row[name], 0);
  return {
    of: sum('begun'),
    raw: rate(sum('count'), sum('of')),
    open: sum('open'),
    deleted: sum('deleted'),
    leftOut: sum('leftOut'),
  };
};

type Named = { name: string | null };

/** By name, as a ranking would claim more than the intervals allow. Customers without an account manager come last. */
const byName = (a: Named, b: Named): number =>
  Number(a.name === null) - Number(b.name === null) || (a.name ?? '').localeCompare(b.name ?? '');

/**
 * The share of each account manager’s customers who connected within the set number of days, of those whose first
 * journey began in the period and at least that long ago. Raw, and standardized to the mix of software of all these
 * customers. Younger journeys take no part: which software a customer has is only known once they have chosen it, so
 * that those known so far would be the quick ones.
 */
export const managers = async (database: Database, scope: Scope) => {
  const { conversionDays: days } = scope;
  const rows = await tally(database, scope, days);
  const names = await peopleNames(database);
  const compared = new Map(
    comparePortfolios(rows).map(({ managerId, ...one }) => [managerId, one]),
  );
  const groups = Map.groupBy(rows, ({ managerId }) => managerId);
  return {
    days,
    ripe: ripePart(scope, days),
    all: totals(rows),
    managers: [...groups]
      .flatMap(([id, own]) => {
        const found = compared.get(id);
        const name = id === null ? null : (names.get(id) ?? null);
        return found ? [{ id, name, ...totals(own), ...found }] : [];
      })
      .sort(byName),
  };
};
