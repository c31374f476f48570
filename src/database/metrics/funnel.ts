import { eq, sql } from 'drizzle-orm';
import { timeToReach } from '../../journey/metrics/conversion.ts';
import { rate } from '../../journey/metrics/rate.ts';
import { STAGES, type Stage } from '../../journey/stages.ts';
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

/** Each stage of a journey, when it was observed, and when the stage directly before it was. */
const STEPS = sql`(values
  ('invited'::stage, null::timestamptz, null::timestamptz),
  ('opened', opened_at, invited_at),
  ('selected', selected_at, opened_at),
  ('initiated', initiated_at, selected_at),
  ('authorized', authorized_at, initiated_at),
  ('completed', completed_at, authorized_at),
  ('streaming', streaming_at, completed_at)
) as step(stage, observed, before)`;

const MS_AN_HOUR = 3_600_000;

type Cohort = ReturnType<typeof wholeJourneys> | ReturnType<typeof byTriedSoftware>;

/** One row for each group and stage. */
const tally = (database: Database, cohort: Cohort, now: Scope['now']) => {
  const stopped = (standing: string) =>
    countOf(
      sql`step.stage < 'streaming' and ${cohort.reached} = step.stage and ${cohort.standing} = ${standing}`,
    );
  /** In milliseconds. */
  const times = (until: ReturnType<typeof sql>, condition: ReturnType<typeof sql>) =>
    sql<number[]>`coalesce(json_agg((extract(epoch from ${until} - before) * 1000)::bigint)
      filter (where before is not null and ${condition}), '[]')`;
  return database
    .select({
      id: cohort.groupId,
      name: cohort.groupName,
      stage: sql<FunnelStage>`step.stage`,
      reached: countOf(sql`${cohort.reached} >= step.stage`),
      deletedSince: countOf(
        sql`${cohort.reached} >= step.stage and ${cohort.standing} = 'deleted'`,
      ),
      arrived: times(sql`observed`, sql`observed is not null`),
      waiting: times(sql`${now}::timestamptz`, sql`${cohort.reached} < step.stage`),
      moving: stopped('moving'),
      stuck: stopped('stuck'),
      snoozed: stopped('snoozed'),
      closed: stopped('closed'),
      elsewhere: stopped('elsewhere'),
      earlier: stopped('earlier'),
      deleted: stopped('deleted'),
    })
    .from(cohort)
    .crossJoinLateral(STEPS)
    .where(eq(cohort.leftOut, false))
    .groupBy(cohort.groupId, cohort.groupName, sql`step.stage`);
};
type Tally = Awaited<ReturnType<typeof tally>>[number];

const timeOf = ({ arrived, waiting }: Tally) =>
  timeToReach([
    ...arrived.map((ms) => ({ age: ms / MS_AN_HOUR, reachedAfter: ms / MS_AN_HOUR })),
    ...waiting.map((ms) => ({ age: ms / MS_AN_HOUR, reachedAfter: null })),
  ]);

const NOBODY = { moving: 0, stuck: 0, snoozed: 0, closed: 0, elsewhere: 0, earlier: 0, deleted: 0 };

const stagesOf = (rows: readonly Tally[], stages: readonly FunnelStage[]) =>
  stages.map((stage, index) => {
    const rowOf = (one: FunnelStage | undefined) => rows.find((row) => row.stage === one);
    const row = rowOf(stage);
    const reached = row?.reached ?? 0;
    const isFirst = index === 0;
    const { moving, stuck, snoozed, closed, elsewhere, earlier, deleted } = row ?? NOBODY;
    return {
      stage,
      reached,
      deleted: row?.deletedSince ?? 0,
      fromPrevious: isFirst ? null : rate(reached, rowOf(stages[index - 1])?.reached ?? 0),
      fromFirst: isFirst ? null : rate(reached, rowOf(stages[0])?.reached ?? 0),
      open: rate(moving + stuck + snoozed, reached),
      time: isFirst || stages === SOFTWARE_STAGES || !row ? null : timeOf(row),
      stopped: { moving, stuck, snoozed, closed, elsewhere, earlier, deleted },
    };
  });

const funnelOf = (rows: readonly Tally[], stages: readonly FunnelStage[]) => ({
  sample: rows.find(({ stage }) => stage === stages[0])?.reached ?? 0,
  stages: stagesOf(rows, stages),
});

const load = async (database: Database, scope: Scope, by: Grouping | null) => {
  const isOfSoftware = by === 'software' || scope.software !== undefined;
  const cohort =
    by === 'software' || scope.software !== undefined
      ? byTriedSoftware(database, scope, by)
      : wholeJourneys(database, scope, by);
  return {
    cohort,
    rows: await tally(database, cohort, scope.now),
    stages: isOfSoftware ? SOFTWARE_STAGES : FUNNEL_STAGES,
  };
};

const groupsOf = async (database: Database, scope: Scope, by: Grouping) => {
  const { rows, stages } = await load(database, scope, by);
  return [...Map.groupBy(rows, ({ id }) => id)]
    .map(([id, own]) => ({ id, name: own[0]?.name ?? null, ...funnelOf(own, stages) }))
    .sort((a, b) => b.sample - a.sample || (a.name ?? '').localeCompare(b.name ?? ''));
};

/**
 * How far the first journeys that began in the period got so far. For each stage: those that reached it or a later one, the
 * time from the stage directly before, and the standing of those that went no further. By software, all that
 * was tried counts, from its selection on. Largest groups first.
 */
export const funnel = async (database: Database, scope: Scope, by: Grouping | null) => {
  const { cohort, rows, stages } = await load(database, scope, null);
  const [left] = await database
    .select({ count: countOf() })
    .from(cohort)
    .where(eq(cohort.leftOut, true));
  return {
    ...funnelOf(rows, stages),
    leftOut: left?.count ?? 0,
    groups: by && (await groupsOf(database, scope, by)),
  };
};
