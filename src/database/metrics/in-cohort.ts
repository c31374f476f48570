import { and, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { CohortFilter } from '../../journey/metrics/cohort.ts';
import { DAY_HOURS } from '../../journey/metrics/conversion.ts';
import type { Database } from '../database.ts';
import { isFirst } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { firstJourneys } from './first-journeys.ts';
import { byTriedSoftware, wholeJourneys } from './funnel-cohort.ts';
import { firstOfCompanies, lostConnections } from './pursuits.ts';
import { ofScope, type Scope, within } from './scope.ts';

/** When is asked, and which customers the person who asks may see: a parent counts with those of its subsidiaries. */
type Asked = Pick<Scope, 'now' | 'portfolio'>;

const DAY_MS = DAY_HOURS * 3_600_000;

type Stopped = Extract<CohortFilter, { stage: unknown }>;
type Begun = Exclude<CohortFilter, Stopped | { which: 'approved' }>;

/** The customers whose journeys got to a stage, as the funnel counts them. */
const atStage = (database: Database, filter: Stopped, asking: Asked): SQLWrapper => {
  const { from, to, software, accountManagerId, stage } = filter;
  const asked = { ...asking, period: { from, to }, software, accountManagerId };
  const cohort =
    software === undefined
      ? wholeJourneys(database, asked, null)
      : byTriedSoftware(database, asked, null);
  const isThere =
    filter.which === 'reached'
      ? sql`${cohort.reached} >= ${stage}`
      : and(eq(cohort.reached, stage), eq(cohort.standing, filter.standing));
  return database
    .select({ id: cohort.customerId })
    .from(cohort)
    .where(and(isThere, eq(cohort.leftOut, false)));
};

/** The customers whose first approval was seen in the period. */
const approved = (
  database: Database,
  { from, to, ...of }: CohortFilter,
  { portfolio }: Asked,
): SQLWrapper =>
  database
    .select({ id: journeys.customerId })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(
      and(
        isFirst,
        ofScope({ ...of, portfolio }, journeys.software),
        within(journeys.authorizedAt, { from, to }),
      ),
    );

type Columns = Record<'begunAt' | 'connectedAt' | 'open' | 'partial' | 'leftOut', SQLWrapper>;

/** Whether a journey is one of those that are asked for. Its times are in milliseconds. */
const isOne = (
  filter: Begun,
  { begunAt, connectedAt, open, partial, leftOut }: Columns,
  now: Instant,
): SQL | undefined => {
  const counted = sql`not ${leftOut}`;
  const within = (days: number) => sql`${connectedAt} - ${begunAt} <= ${days * DAY_MS}::float8`;
  switch (filter.which) {
    case 'counted':
      return counted;
    case 'left_out':
      return sql`${leftOut}`;
    case 'open':
      return and(counted, sql`${open}`);
    case 'connected':
      return and(counted, within(filter.days));
    case 'partial':
      return and(counted, within(filter.days), sql`${partial}`);
    case 'ripe':
      return and(counted, sql`${begunAt} <= ${Date.parse(now) - filter.days * DAY_MS}::float8`);
  }
};

/** The customers whose journeys began in the period, as conversion counts them. */
const begun = (database: Database, filter: Begun, { now, portfolio }: Asked): SQLWrapper => {
  const { from, to, software, accountManagerId } = filter;
  const asked = { period: { from, to }, portfolio, software, accountManagerId };
  const ofFirst = filter.each ? firstOfCompanies : firstJourneys;
  const load = filter.kind === 'first' ? ofFirst : lostConnections;
  const cohort = load(database, asked).as('cohort');
  return database
    .select({ id: cohort.customerId })
    .from(cohort)
    .where(isOne(filter, cohort, now));
};

const customersIn = (database: Database, filter: CohortFilter, asked: Asked): SQLWrapper => {
  if (filter.which === 'approved') return approved(database, filter, asked);
  return 'stage' in filter ? atStage(database, filter, asked) : begun(database, filter, asked);
};

/** Whether a customer is one of a cohort: those that the metric counts which links here. */
export const isInCohort = (database: Database, filter: CohortFilter, asked: Asked): SQL =>
  inArray(customers.id, customersIn(database, filter, asked));
