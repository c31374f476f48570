import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Pursuit } from '../../journey/metrics/conversion.ts';
import { type Period, previousPeriod } from '../../journey/metrics/period.ts';
import type { Database } from '../database.ts';
import { firstJourneys } from './first-journeys.ts';
import type { lostConnections } from './pursuits.ts';
import type { Scope } from './scope.ts';

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

type Pursuits = ReturnType<typeof lostConnections> | ReturnType<typeof firstJourneys>;

/** What of a journey is true, as bits of a number. */
const IS = { open: 1, partial: 2, deleted: 4, leftOut: 8 };

const listOf = <T>(value: SQL) => sql<T[]>`coalesce(json_agg(${value}), '[]')`;

/** For each journey, when it began, when it connected and what is true of it. */
type Lists = { begunAt: number[]; connectedAt: (number | null)[]; is: number[] };

const NOBODY: Lists = { begunAt: [], connectedAt: [], is: [] };

const cohortOf = (lists: Lists, now: Instant): Cohort => {
  const cohort: Cohort = { members: [], leftOut: [] };
  const asOf = Date.parse(now);
  lists.begunAt.forEach((begunAt, index) => {
    const connectedAt = lists.connectedAt[index] ?? null;
    const is = lists.is[index] ?? 0;
    const member = {
      begunAt,
      age: (asOf - begunAt) / HOUR_MS,
      reachedAfter: connectedAt === null ? null : (connectedAt - begunAt) / HOUR_MS,
      open: (is & IS.open) > 0,
      partial: (is & IS.partial) > 0,
      deleted: (is & IS.deleted) > 0,
    };
    (is & IS.leftOut ? cohort.leftOut : cohort.members).push(member);
  });
  return cohort;
};

const queryLists = (database: Database, pursuits: Pursuits) => {
  const pursuit = pursuits.as('pursuit');
  const { begunAt, connectedAt, open, partial, deleted, leftOut } = pursuit;
  const is = sql`${open}::int * ${IS.open} + ${partial}::int * ${IS.partial}
    + ${deleted}::int * ${IS.deleted} + ${leftOut}::int * ${IS.leftOut}`;
  // In a row for each, a hundred thousand would take longer to read than to find.
  return database
    .select({
      begunAt: listOf<number>(sql`${begunAt}::bigint`),
      connectedAt: listOf<number | null>(sql`${connectedAt}::bigint`),
      is: listOf<number>(is),
    })
    .from(pursuit);
};

/** In milliseconds. After a change, pages wait longer before they read again, so none gets rows from before it. */
const SHARED_FOR = 50;

type Loads = Map<string, Promise<Lists[]>>;

/** What has just been asked for, by its query. The cards of a page ask for the same journeys at about the same time. */
const justAsked = new WeakMap<Database, Loads>();

const loadOnce = (database: Database, query: ReturnType<typeof queryLists>): Promise<Lists[]> => {
  const loads: Loads = justAsked.get(database) ?? new Map();
  justAsked.set(database, loads);
  const question = JSON.stringify(query.toSQL());
  const known = loads.get(question);
  if (known) return known;
  // Not one that was asked for since.
  const forget = () => loads.get(question) === load && loads.delete(question);
  const load: Promise<Lists[]> = query.execute().finally(forget);
  loads.set(question, load);
  setTimeout(forget, SHARED_FOR);
  return load;
};

/** Loads what journeys come to at `now`. */
export const loadCohort = async (
  database: Database,
  pursuits: Pursuits,
  now: Instant,
): Promise<Cohort> => {
  const [all] = await loadOnce(database, queryLists(database, pursuits));
  return cohortOf(all ?? NOBODY, now);
};

/** The part of a cohort that began in a period. */
export const begunIn = ({ members, leftOut }: Cohort, { from, to }: Period): Cohort => {
  // Read once: for each week of a year, this goes through all journeys of that year.
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const isWithin = ({ begunAt }: Member) => start <= begunAt && begunAt < end;
  return { members: members.filter(isWithin), leftOut: leftOut.filter(isWithin) };
};

/**
 * The cohorts of first journeys that began in the scope’s period and in the one `before` it. One query for both, which is the
 * same for all who ask about that period.
 */
export const firstCohorts = async (database: Database, scope: Scope) => {
  const before = previousPeriod(scope.period, scope);
  const period = { from: before.from, to: scope.period.to };
  const all = await loadCohort(database, firstJourneys(database, { ...scope, period }), scope.now);
  return { before, cohort: begunIn(all, scope.period), earlier: begunIn(all, before) };
};
