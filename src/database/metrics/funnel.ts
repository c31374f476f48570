import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { timeToReach } from '../../journey/metrics/conversion.ts';
import { rate } from '../../journey/metrics/rate.ts';
import { hasReached, STAGES, type Stage } from '../../journey/stages.ts';
import type { Database } from '../database.ts';
import { byTriedSoftware, type Grouping, wholeJourneys } from './funnel-cohort.ts';
import { countOf, type Scope } from './scope.ts';

export type FunnelStage = Exclude<Stage, 'created'>;
const FUNNEL_STAGES = STAGES.filter((stage): stage is FunnelStage => stage !== 'created');
/** With some software, a customer starts by selecting it. Who initiated a connection isn’t known by software. */
const SOFTWARE_STAGES: readonly FunnelStage[] = [
  'selected',
  'authorized',
  'completed',
  'streaming',
];

type Cohort = ReturnType<typeof wholeJourneys> | ReturnType<typeof byTriedSoftware>;

const msBetween = (start: SQLWrapper, end: SQLWrapper) =>
  sql`(date_part('epoch', ${end} - ${start}) * 1000)::bigint`;

/** The times that are known, in milliseconds. */
const listOf = (ms: SQL) =>
  sql<number[]>`coalesce(json_agg(${ms}) filter (where ${ms} is not null), '[]')`;

/**
 * One row for each group, furthest stage and standing: how many journeys, how long they took from one stage to the next,
 * and how long they have been at their furthest.
 */
const tally = (database: Database, cohort: Cohort, now: Scope['now']) => {
  const { invitedAt, openedAt, selectedAt, initiatedAt } = cohort;
  const { authorizedAt, completedAt, streamingAt } = cohort;
  const furthestAt = sql`case ${cohort.reached} when 'invited' then ${invitedAt} when 'opened' then ${openedAt}
    when 'selected' then ${selectedAt} when 'initiated' then ${initiatedAt} when 'authorized' then ${authorizedAt}
    when 'completed' then ${completedAt} end`;
  return database
    .select({
      id: cohort.groupId,
      name: cohort.groupName,
      reached: cohort.reached,
      standing: cohort.standing,
      leftOut: cohort.leftOut,
      count: countOf(),
      waiting: listOf(msBetween(furthestAt, sql`${now}::timestamptz`)),
      opened: listOf(msBetween(invitedAt, openedAt)),
      selected: listOf(msBetween(openedAt, selectedAt)),
      initiated: listOf(msBetween(selectedAt, initiatedAt)),
      authorized: listOf(msBetween(initiatedAt, authorizedAt)),
      completed: listOf(msBetween(authorizedAt, completedAt)),
      streaming: listOf(msBetween(completedAt, streamingAt)),
    })
    .from(cohort)
    .groupBy(cohort.groupId, cohort.groupName, cohort.reached, cohort.standing, cohort.leftOut);
};
type Tally = Awaited<ReturnType<typeof tally>>[number];

const MS_AN_HOUR = 3_600_000;

const total = (rows: readonly Tally[]): number => rows.reduce((sum, { count }) => sum + count, 0);

/** How long it took from the stage before. Those who are still there have taken so long at least. */
const timeOf = (rows: readonly Tally[], stage: Exclude<FunnelStage, 'invited'>, before: Stage) =>
  timeToReach(
    [
      ...rows.flatMap((row) => row[stage]).map((ms) => ({ ms, reached: true })),
      ...rows
        .flatMap((row) => (row.reached === before ? row.waiting : []))
        .map((ms) => ({ ms, reached: false })),
    ].map(({ ms, reached }) => ({
      age: ms / MS_AN_HOUR,
      reachedAfter: reached ? ms / MS_AN_HOUR : null,
    })),
  );

const standingsOf = (rows: readonly Tally[]) => {
  const standing = (one: Tally['standing']) => total(rows.filter((row) => row.standing === one));
  return {
    moving: standing('moving'),
    stuck: standing('stuck'),
    snoozed: standing('snoozed'),
    closed: standing('closed'),
    elsewhere: standing('elsewhere'),
    earlier: standing('earlier'),
    deleted: standing('deleted'),
  };
};

const stagesOf = (rows: readonly Tally[], stages: readonly FunnelStage[]) => {
  const reachedBy = (stage: FunnelStage) =>
    rows.filter(({ reached }) => hasReached(reached, stage));
  return stages.map((stage, index) => {
    const own = reachedBy(stage);
    const reached = total(own);
    const [first = stage, before = stage] = [stages[0], stages[index - 1]];
    const isFirst = index === 0;
    const isLast = stage === 'streaming';
    const stopped = standingsOf(isLast ? [] : own.filter((row) => row.reached === stage));
    const { moving, stuck, snoozed } = stopped;
    return {
      stage,
      reached,
      deleted: standingsOf(own).deleted,
      fromPrevious: isFirst ? null : rate(reached, total(reachedBy(before))),
      fromFirst: isFirst ? null : rate(reached, total(reachedBy(first))),
      open: rate(moving + stuck + snoozed, reached),
      time:
        stage === 'invited' || stages === SOFTWARE_STAGES || rows.length === 0
          ? null
          : timeOf(rows, stage, before),
      stopped,
    };
  });
};

const funnelOf = (rows: readonly Tally[], stages: readonly FunnelStage[]) => ({
  sample: total(rows.filter(({ reached }) => hasReached(reached, stages[0] ?? reached))),
  stages: stagesOf(rows, stages),
});

const load = async (database: Database, scope: Scope, by: Grouping | null) => {
  const isOfSoftware = by === 'software' || scope.software !== undefined;
  const cohort =
    by === 'software' || scope.software !== undefined
      ? byTriedSoftware(database, scope, by)
      : wholeJourneys(database, scope, by);
  const rows = await tally(database, cohort, scope.now);
  const { counted = [], leftOut = [] } = Object.groupBy(rows, ({ leftOut }) =>
    leftOut ? 'leftOut' : 'counted',
  );
  return { counted, leftOut, stages: isOfSoftware ? SOFTWARE_STAGES : FUNNEL_STAGES };
};

const groupsOf = async (database: Database, scope: Scope, by: Grouping) => {
  const { counted, stages } = await load(database, scope, by);
  return [...Map.groupBy(counted, ({ id }) => id)]
    .map(([id, own]) => ({ id, name: own[0]?.name ?? null, ...funnelOf(own, stages) }))
    .sort((a, b) => b.sample - a.sample || (a.name ?? '').localeCompare(b.name ?? ''));
};

/**
 * How far the first journeys that began in the period got so far. For each stage: those that reached it or a later one, the
 * time from the stage directly before, and the standing of those that went no further. By software, all that
 * was tried counts, from its selection on. Largest groups first.
 */
export const funnel = async (database: Database, scope: Scope, by: Grouping | null) => {
  const { counted, leftOut, stages } = await load(database, scope, null);
  return {
    ...funnelOf(counted, stages),
    leftOut: total(leftOut),
    groups: by && (await groupsOf(database, scope, by)),
  };
};
