import {
  and,
  eq,
  inArray,
  isNotNull,
  not,
  notExists,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import { NOT_THEIRS } from '../../journey/failure-reasons.ts';
import { overwriteAll, textArray } from '../bulk.ts';
import type { Transaction } from '../database.ts';
import { isLeftOut } from '../derived-columns.ts';
import { attempts, type FirstAttemptRow, firstAttempts, journeys } from '../schema/index.ts';
import type { Snapshot } from '../snapshot.ts';

const failed = and(
  eq(attempts.outcome, 'failed'),
  notInArray(attempts.failureReason, [...NOT_THEIRS]),
);
const approved = eq(attempts.outcome, 'authorized');

const earliest = (end: SQL, condition: SQL | undefined) =>
  sql`min(${end}) filter (where ${condition})`;

/**
 * The rows of `firstAttempts` of some customers. An approval at an unknown time counts from the start of its attempt in
 * `approved_by`, which only says what came first.
 */
const derived = (ids: SQL): SQL => sql`
  select customer_id, software, started_at,
    case when failed_first then failed_at when approved_by = approved_at then approved_at end as ended_at,
    failed_first, approved_at, approved_by is distinct from approved_at as is_untimed
  from (select *, coalesce(failed_at <= coalesce(approved_by, 'infinity'), false) as failed_first
    from (select ${attempts.customerId}, ${attempts.software}, min(${attempts.startedAt}) as started_at,
        ${earliest(sql`${attempts.endedAt}`, failed)} as failed_at,
        ${earliest(sql`${attempts.endedAt}`, approved)} as approved_at,
        ${earliest(sql`coalesce(${attempts.endedAt}, ${attempts.startedAt})`, approved)} as approved_by
      from ${attempts} join ${journeys}
        on ${and(eq(journeys.customerId, attempts.customerId), eq(journeys.id, attempts.journeyId))}
      where ${and(sql`${attempts.customerId} = any(${ids})`, isNotNull(attempts.software), not(isLeftOut))}
      group by ${attempts.customerId}, ${attempts.software}) as together) as compared`;

/** Stores again what the attempts of customers came to, where it changed. */
export const storeFirstAttempts = async (
  transaction: Transaction,
  customerIds: readonly string[],
): Promise<void> => {
  if (customerIds.length === 0) return;
  const ids = textArray(customerIds);
  const { customerId, software } = firstAttempts;
  const fresh = transaction.$with('fresh', { customerId, software }).as(derived(ids));
  const isFresh = and(eq(fresh.customerId, customerId), eq(fresh.software, software));
  const stale = transaction
    .$with('stale')
    .as(
      transaction
        .delete(firstAttempts)
        .where(
          and(
            sql`${customerId} = any(${ids})`,
            notExists(sql`(select from ${fresh} where ${isFresh})`),
          ),
        ),
    );
  await transaction
    .with(fresh, stale)
    .insert(firstAttempts)
    .select(sql`select * from ${fresh}`)
    .onConflictDoUpdate({
      target: [customerId, software],
      set: overwriteAll(firstAttempts),
      setWhere: sql`(${firstAttempts}.*) is distinct from (excluded.*)`,
    })
    // Planning it takes ten times as long as running it.
    .prepare('store_first_attempts')
    .execute();
};

type Rows = Pick<Snapshot, 'attempts' | 'journeys'>;

/** What decides on them, as text. */
const told = ({ attempts, journeys }: Rows): string =>
  JSON.stringify([
    attempts
      .map(({ id, software, startedAt, endedAt, outcome, failureReason }) =>
        [id, software, startedAt, endedAt, outcome, failureReason].join(' '),
      )
      .sort(),
    journeys.map(({ id, closedReason }) => [id, closedReason].join(' ')).sort(),
  ]);

/** The customers whose attempts may have come to something else. */
export const withOtherAttempts = (
  replacements: readonly { snapshot: Snapshot; stored: Rows }[],
): string[] =>
  replacements
    .filter(({ snapshot, stored }) => told(snapshot) !== told(stored))
    .map(({ snapshot }) => snapshot.customer.id);

/** What the attempts of customers came to, as it is stored. */
export const loadFirstAttempts = (
  transaction: Transaction,
  customerIds: readonly string[],
): Promise<FirstAttemptRow[]> =>
  transaction
    .select()
    .from(firstAttempts)
    .where(inArray(firstAttempts.customerId, [...customerIds]))
    .orderBy(firstAttempts.customerId, firstAttempts.software);
