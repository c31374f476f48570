import { and, isNull, not } from 'drizzle-orm';
import { type Week, weeksOf } from '../../../journey/metrics/period.ts';
import { rate } from '../../../journey/metrics/rate.ts';
import type { Database } from '../../database.ts';
import { type OpenIncident, openIncidents } from '../../incidents/open-incidents.ts';
import { customers, software } from '../../schema/index.ts';
import { countOf, ofScope, type Scope } from '../scope.ts';
import { attemptsByWeek, attemptTally, reasonsBySoftware } from './attempt-tally.ts';
import { type CustomersOfWeek, customersByWeek, failedFirstIn } from './customers-by-week.ts';
import { begunBySoftware, notConnectedIn } from './not-connected.ts';

/** The customers who are connecting now, by software. */
const inProgress = (database: Database, { accountManagerId, portfolio }: Scope) =>
  database
    .select({ software: customers.software, count: countOf() })
    .from(customers)
    .where(
      and(
        ofScope({ accountManagerId, portfolio }, customers.software),
        isNull(customers.deletedAt),
        isNull(customers.closedAt),
        not(customers.connected),
      ),
    )
    .groupBy(customers.software);

const byId = <T extends { software: string | null }>(rows: readonly T[]): Map<string | null, T> =>
  new Map(rows.map((row) => [row.software, row]));

const NOBODY = { failedFirst: 0, of: 0 };

const weeksWith = (
  weeks: readonly Week[],
  attempts: Awaited<ReturnType<typeof attemptsByWeek>> = [],
  customers: readonly CustomersOfWeek[] = [],
) =>
  weeks.map(({ week }) => {
    const { failed, ended } = attempts.find((row) => row.week === week) ?? { failed: 0, ended: 0 };
    const { failedFirst, of } = customers.find((row) => row.week === week) ?? NOBODY;
    return { week, failed, ended, customers: { failedFirst, of } };
  });

const withoutName = ({ id, startedAt, usualShare, evidence }: OpenIncident) => ({
  ...{ id, startedAt, usualShare, evidence },
});

type Ranked = { name: string; customers: { tooFew: boolean; low: number | null } };

/** The most likely to fail first; those with too few customers last. */
const byLowerBound = (a: Ranked, b: Ranked): number =>
  Number(a.customers.tooFew) - Number(b.customers.tooFew) ||
  (b.customers.low ?? -1) - (a.customers.low ?? -1) ||
  a.name.localeCompare(b.name);

const loadAll = async (database: Database, scope: Scope) => ({
  days: scope.conversionDays,
  names: await database.select({ id: software.id, name: software.name }).from(software),
  tallies: byId(await attemptTally(database, scope)),
  reasons: Map.groupBy(await reasonsBySoftware(database, scope), (row) => row.software),
  attemptWeeks: Map.groupBy(await attemptsByWeek(database, scope), (row) => row.software),
  customerWeeks: Map.groupBy(await customersByWeek(database, scope), (row) => row.software),
  begun: Map.groupBy(await begunBySoftware(database, scope), (row) => row.software),
  now: scope.now,
  progress: byId(await inProgress(database, scope)),
  incidents: byId(await openIncidents(database, { portfolio: scope.portfolio }, scope.now)),
});

const NONE = { count: 0, deleted: 0 };
const NO_ATTEMPTS = {
  ...{ failed: 0, authorized: 0, abandoned: 0 },
  ...{ all: NONE, gaveUp: NONE, notTheirs: { ...NONE, attempts: 0 }, leftOut: NONE },
};

type Loaded = Awaited<ReturnType<typeof loadAll>>;

const numbersOf = (id: string, weeks: readonly Week[], loaded: Loaded) => {
  const { all, gaveUp, notTheirs, leftOut, ...tally } = loaded.tallies.get(id) ?? NO_ATTEMPTS;
  const { failed, authorized, abandoned } = tally;
  const customerWeeks = loaded.customerWeeks.get(id) ?? [];
  const incident = loaded.incidents.get(id);
  return {
    ...{ failed, authorized, abandoned },
    customers: failedFirstIn(customerWeeks),
    notConnected: notConnectedIn(loaded.begun.get(id) ?? [], loaded.days, loaded.now),
    gaveUp: {
      ...rate(gaveUp.count, all.count),
      deleted: { count: gaveUp.deleted, of: all.deleted },
    },
    notTheirs,
    leftOut,
    topReason: loaded.reasons.get(id)?.[0]?.reason ?? null,
    failure: rate(failed, failed + authorized),
    abandonment: rate(abandoned, failed + authorized + abandoned),
    inProgress: loaded.progress.get(id)?.count ?? 0,
    weeks: weeksWith(weeks, loaded.attemptWeeks.get(id), customerWeeks),
    incident: incident ? withoutName(incident) : null,
  };
};

type Numbers = ReturnType<typeof numbersOf>;

const countsAnybody = ({ gaveUp, notConnected, leftOut, inProgress }: Numbers): boolean =>
  gaveUp.of + notConnected.of + leftOut.count + inProgress > 0;

/**
 * How customers fared with each app in the period: whose first attempt failed, and who never connected within some days.
 * Each customer counts once, however often they try, so that the intervals hold. Attempts are counted beside them. Leaves
 * out software without attempts or customers in progress.
 */
export const softwareRates = async (database: Database, scope: Scope) => {
  const loaded = await loadAll(database, scope);
  const weeks = weeksOf(scope.period, scope.timeZone);
  return loaded.names
    .map(({ id, name }) => ({ id, name, ...numbersOf(id, weeks, loaded) }))
    .filter(countsAnybody)
    .sort(byLowerBound);
};
