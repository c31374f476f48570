import { and, eq, type SQLWrapper, sql } from 'drizzle-orm';
import { LEFT } from '../../common/person-label.ts';
import { rate } from '../../journey/metrics/rate.ts';
import { STAGES, type Stage } from '../../journey/stages.ts';
import type { Database } from '../database.ts';
import { enteredAt, isFirst, standingAt } from '../derived-columns.ts';
import { customers, journeys, software, users } from '../schema/index.ts';
import { countOf, hoursBetween, ofScope, percentileOf, type Scope, within } from './scope.ts';

/** What a funnel can be broken down by. */
export const GROUPINGS = ['software', 'accountManagerId'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type FunnelStage = Exclude<Stage, 'created'>;
const FUNNEL_STAGES = STAGES.filter((stage): stage is FunnelStage => stage !== 'created');

const KEYS = {
  software: { id: journeys.software, name: software.name },
  accountManagerId: {
    id: customers.accountManagerId,
    name: sql`${users.name} || case when ${users.active} then '' else ${LEFT} end`,
  },
};
const NO_KEY = { id: sql<string | null>`null::text`, name: sql<string | null>`null::text` };

/** Each stage of a journey with the hours from the stage observed before it; null when either time is unknown. */
const STEPS = sql`(select stage, ${hoursBetween(sql`before`, sql`observed`)} as hours from (values
  ('invited'::stage, null::timestamptz, null::timestamptz),
  ('opened', opened_at, invited_at),
  ('selected', selected_at, coalesce(opened_at, invited_at)),
  ('initiated', initiated_at, coalesce(selected_at, opened_at, invited_at)),
  ('authorized', authorized_at, coalesce(initiated_at, selected_at, opened_at, invited_at)),
  ('completed', completed_at, coalesce(authorized_at, initiated_at, selected_at, opened_at, invited_at)),
  ('streaming', streaming_at, coalesce(completed_at, authorized_at, initiated_at, selected_at, opened_at, invited_at))
) as moment(stage, observed, before)) as step`;

/** The first journeys that started in the period. */
const cohort = (database: Database, scope: Scope, by: Grouping | null) => {
  const key: { id: SQLWrapper; name: SQLWrapper } = by ? KEYS[by] : NO_KEY;
  return database
    .select({
      groupId: sql<string | null>`${key.id}`.as('group_id'),
      groupName: sql<string | null>`${key.name}`.as('group_name'),
      furthestStage: journeys.furthestStage,
      openedAt: journeys.openedAt,
      invitedAt: journeys.invitedAt,
      selectedAt: journeys.selectedAt,
      initiatedAt: journeys.initiatedAt,
      authorizedAt: journeys.authorizedAt,
      completedAt: journeys.completedAt,
      streamingAt: journeys.streamingAt,
      standing: sql<string>`case when ${customers.deletedAt} is not null then 'deleted'
        when ${journeys.id} = ${customers.journeyId} then ${standingAt(scope.now)} else 'earlier' end`.as(
        'standing',
      ),
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .leftJoin(software, eq(software.id, journeys.software))
    .leftJoin(users, eq(users.id, customers.accountManagerId))
    .where(and(isFirst, ofScope(scope, journeys.software), within(enteredAt, scope.period)))
    .as('cohort');
};

/** One row for each group and each stage that any journey of it reached. */
const tally = (database: Database, scope: Scope, by: Grouping | null) => {
  const journey = cohort(database, scope, by);
  const hours = sql`step.hours`;
  const stopped = (standing: string) =>
    countOf(
      sql`step.stage < 'streaming' and ${journey.furthestStage} = step.stage and ${journey.standing} = ${standing}`,
    );
  return database
    .select({
      id: journey.groupId,
      name: journey.groupName,
      stage: sql<FunnelStage>`step.stage`,
      reached: countOf(),
      medianHours: percentileOf(0.5, hours),
      p90Hours: percentileOf(0.9, hours),
      timed: countOf(sql`step.hours is not null`),
      moving: stopped('moving'),
      stuck: stopped('stuck'),
      snoozed: stopped('snoozed'),
      closed: stopped('closed'),
      earlier: stopped('earlier'),
      deleted: stopped('deleted'),
    })
    .from(journey)
    .crossJoinLateral(STEPS)
    .where(sql`${journey.furthestStage} >= step.stage`)
    .groupBy(journey.groupId, journey.groupName, sql`step.stage`);
};

type Tally = Awaited<ReturnType<typeof tally>>[number];

const stageOf = (rows: readonly Tally[], stage: FunnelStage, index: number) => {
  const row = rows.find((one) => one.stage === stage);
  const reachedAt = (one: FunnelStage | undefined) =>
    rows.find((row) => row.stage === one)?.reached ?? 0;
  const reached = row?.reached ?? 0;
  const first = index === 0;
  return {
    stage,
    reached,
    fromPrevious: first ? null : rate(reached, reachedAt(FUNNEL_STAGES[index - 1])),
    fromFirst: first ? null : rate(reached, reachedAt(FUNNEL_STAGES[0])),
    medianHours: row?.medianHours ?? null,
    p90Hours: row?.p90Hours ?? null,
    timed: row?.timed ?? 0,
    stopped: {
      moving: row?.moving ?? 0,
      stuck: row?.stuck ?? 0,
      snoozed: row?.snoozed ?? 0,
      closed: row?.closed ?? 0,
      earlier: row?.earlier ?? 0,
      deleted: row?.deleted ?? 0,
    },
  };
};

const funnelOf = (rows: readonly Tally[]) => ({
  sample: rows.find(({ stage }) => stage === 'invited')?.reached ?? 0,
  stages: FUNNEL_STAGES.map((stage, index) => stageOf(rows, stage, index)),
});

const groupsOf = (rows: readonly Tally[]) =>
  [...Map.groupBy(rows, ({ id }) => id)]
    .map(([id, own]) => ({ id, name: own[0]?.name ?? null, ...funnelOf(own) }))
    .sort((a, b) => b.sample - a.sample || (a.name ?? '').localeCompare(b.name ?? ''));

/**
 * How far the first journeys that started in the period got. For each stage: the journeys that reached it or a later one, the
 * hours from the stage observed before it, and the status of those that went no further. Largest groups first.
 */
export const funnel = async (database: Database, scope: Scope, by: Grouping | null) => ({
  ...funnelOf(await tally(database, scope, null)),
  groups: by && groupsOf(await tally(database, scope, by)),
});
