import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { LEFT } from '../../common/person-label.ts';
import type { Instant } from '../../journey/instant.ts';
import type { Stage } from '../../journey/stages.ts';
import type { Database } from '../database.ts';
import { enteredAt, isFirst, isLeftOut, standingAt } from '../derived-columns.ts';
import { customers, journeys, software, users } from '../schema/index.ts';
import { firstJourneys } from './first-journeys.ts';
import { REACHED } from './pursuits.ts';
import { ofScope, type Selection, within } from './scope.ts';
import { triedSoftware } from './software/tried.ts';

/** What a funnel can be broken down by. */
export const GROUPINGS = ['software', 'accountManagerId'] as const;
export type Grouping = (typeof GROUPINGS)[number];

type Key = { id: SQLWrapper; name: SQLWrapper };
const NO_KEY: Key = { id: sql`null::text`, name: sql`null::text` };
const MANAGER: Key = {
  id: customers.accountManagerId,
  name: sql`${users.name} || case when ${users.active} then '' else ${LEFT} end`,
};

/** Where those who went no further stand. Someone who went on with other software is elsewhere. */
const standingOf = (isElsewhere: SQL, now: Instant): SQL<string> => sql<string>`case
  when ${customers.deletedAt} is not null then 'deleted'
  when ${customers.journeyKind} <> 'first' then 'earlier'
  when ${isElsewhere} then 'elsewhere' else ${standingAt(now)} end`;

/** How far a journey of a cohort got, and where it stands. */
const columnsOf = (key: Key, stage: SQLWrapper, standing: SQL<string>) => ({
  groupId: sql<string | null>`${key.id}`.as('group_id'),
  groupName: sql<string | null>`${key.name}`.as('group_name'),
  reached: sql<Stage>`${stage}`.as('reached'),
  standing: standing.as('standing'),
});

/** The first journeys that began in the period, one for each customer with all subsidiaries, and how far they got. */
export const wholeJourneys = (
  database: Database,
  { period, now, ...of }: Selection,
  by: 'accountManagerId' | null,
) => {
  const first = firstJourneys(database, { ...of, period }).as('first');
  const standing = standingOf(sql`false`, now);
  const { customerId, leftOut, furthestStage, invitedAt, openedAt, selectedAt } = first;
  const { initiatedAt, authorizedAt, completedAt, streamingAt } = first;
  return database
    .select({
      ...{ customerId, leftOut, invitedAt, openedAt, selectedAt, initiatedAt },
      ...{ authorizedAt, completedAt, streamingAt },
      ...columnsOf(by ? MANAGER : NO_KEY, furthestStage, standing),
    })
    .from(first)
    .innerJoin(customers, eq(customers.id, customerId))
    .leftJoin(users, eq(users.id, customers.accountManagerId))
    .as('cohort');
};

/** The same by software that was tried in them: how far they got with it. */
export const byTriedSoftware = (database: Database, scope: Selection, by: Grouping | null) => {
  const tried = triedSoftware(database);
  const isElsewhere = sql`${tried.software} is distinct from ${journeys.software}`;
  const reached = sql`case
    when ${journeys.furthestStage} >= 'authorized' and not ${isElsewhere} then ${journeys.furthestStage}
    when ${tried.approved} then 'authorized'::stage else 'selected'::stage end`;
  const software_: Key = { id: tried.software, name: software.name };
  const key = { software: software_, accountManagerId: MANAGER, none: NO_KEY }[by ?? 'none'];
  return database
    .select({
      ...{ customerId: journeys.customerId, leftOut: isLeftOut.as('left_out'), ...REACHED },
      ...columnsOf(key, reached, standingOf(isElsewhere, scope.now)),
    })
    .from(journeys)
    .innerJoin(customers, eq(customers.id, journeys.customerId))
    .innerJoin(tried, eq(tried.journeyId, journeys.id))
    .leftJoin(software, eq(software.id, tried.software))
    .leftJoin(users, eq(users.id, customers.accountManagerId))
    .where(and(isFirst, ofScope(scope, tried.software), within(enteredAt, scope.period)))
    .as('cohort');
};
