import { and, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { CohortFilter } from '../../journey/metrics/cohort.ts';
import { DAY_HOURS } from '../../journey/metrics/conversion.ts';
import type { Database } from '../database.ts';
import { isFirst } from '../derived-columns.ts';
import { customers, journeys } from '../schema/index.ts';
import { byTriedSoftware, wholeJourneys } from './funnel-cohort.ts';
import { firstJourneys, lostConnections } from './pursuits.ts';
import { ofScope, within } from './scope.ts';

/** Whoever the person who asks may not see, the list leaves out itself. */
const ALL = { portfolio: null };

const DAY_MS = DAY_HOURS * 3_600_000;

type Stopped = Extract<CohortFilter, { stage: unknown }>;
type Begun = Exclude<CohortFilter, Stopped | { which: 'approved' }>;

/** The customers whose journeys got to a stage, as the funnel counts them. */
const atStage = (database: Database, filter: Stopped, now: Instant): SQLWrapper => {
  const { from, to, software, stage } = filter;
  const asked = { ...ALL, period: { from, to }, now, software };
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
const approved = (database: Database, { from, to, software }: CohortFilter): SQLWrapper =>
  database
    .select({ id: journeys.customerId })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .where(
      and(
        isFirst,
        ofScope({ ...ALL, software }, journeys.software),
        within(journeys.authorizedAt, { from, to }),
      ),
    );

/** Whether a journey is one of those that are asked for. Its times are in milliseconds. */
const isOne = (
  filter: Begun,
  {
    begunAt,
    connectedAt,
    open,
    leftOut,
  }: Record<'begunAt' | 'connectedAt' | 'open' | 'leftOut', SQLWrapper>,
  now: Instant,
): SQL | undefined => {
  const counted = sql`not ${leftOut}`;
  switch (filter.which) {
    case 'counted':
      return counted;
    case 'left_out':
      return sql`${leftOut}`;
    case 'open':
      return and(counted, sql`${open}`);
    case 'connected':
      return and(counted, sql`${connectedAt} - ${begunAt} <= ${filter.days * DAY_MS}::float8`);
    case 'ripe':
      return and(counted, sql`${begunAt} <= ${Date.parse(now) - filter.days * DAY_MS}::float8`);
  }
};

/** The customers whose journeys began in the period, as conversion counts them. */
const begun = (database: Database, filter: Begun, now: Instant): SQLWrapper => {
  const { from, to, software } = filter;
  const asked = { ...ALL, period: { from, to }, software };
  const load = filter.kind === 'first' ? firstJourneys : lostConnections;
  const cohort = load(database, asked).as('cohort');
  return database
    .select({ id: cohort.customerId })
    .from(cohort)
    .where(isOne(filter, cohort, now));
};

const customersIn = (database: Database, filter: CohortFilter, now: Instant): SQLWrapper => {
  if (filter.which === 'approved') return approved(database, filter);
  return 'stage' in filter ? atStage(database, filter, now) : begun(database, filter, now);
};

/** Whether a customer is one of a cohort: those that the metric counts which links here. */
export const isInCohort = (database: Database, filter: CohortFilter, now: Instant): SQL =>
  inArray(customers.id, customersIn(database, filter, now));
