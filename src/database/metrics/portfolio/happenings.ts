import { eq, type SQL, sql } from 'drizzle-orm';
import { addHours, type Instant } from '../../../journey/instant.ts';
import type { Period } from '../../../journey/metrics/period.ts';
import { isFirst, isLeftOut } from '../../derived-columns.ts';
import { customers, journeys, stuckSpells } from '../../schema/index.ts';
import { within } from '../scope.ts';

/** How long a customer under way does nothing until they count as quiet. */
const QUIET_HOURS = 7 * 24;

/** What happens to customers, by the names of the filters of their list. Slipped is any of the last three. */
export const HAPPENINGS = ['connected', 'becameStuck', 'lost', 'wentQuiet', 'slipped'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** The period, and the time by which it must have happened. */
export type When = { period: Period; now: Instant };

/** A time in the period that has come. */
const cameIn = (moment: SQL, { period, now }: When): SQL =>
  sql`(${within(moment, period)} and ${moment} <= ${now}::timestamptz)`;

/** Rows with the customer’s id and their own, when it happened, why if they were stuck, and when it was over. */
type Rows = (when: When) => SQL;

/** Those whose first approval it was. */
const connected: Rows = ({ period }) => sql`
  select ${journeys.customerId} as customer_id, ${journeys.id} as id, ${journeys.authorizedAt} as at,
    null::stuck_reason as reason, null::timestamptz as over_at
  from ${journeys} where ${isFirst} and ${within(journeys.authorizedAt, period)}`;

/** Those who got stuck, until their next signal, or until they were closed or deleted. */
const becameStuck: Rows = (when) => sql`
  select ${stuckSpells.customerId} as customer_id, ${stuckSpells.id} as id, ${stuckSpells.stuckAt} as at,
    ${stuckSpells.stuckReason} as reason, ${stuckSpells.endedAt} as over_at
  from ${stuckSpells} where ${cameIn(sql`${stuckSpells.stuckAt}`, when)}`;

/** A loss begins a journey back, unless it was to be left out. It is over once access is approved again. */
const lost: Rows = ({ period }) => sql`
  select ${journeys.customerId} as customer_id, ${journeys.id} as id, ${journeys.startedAt} as at,
    'disconnected'::stuck_reason as reason, ${journeys.authorizedAt} as over_at
  from ${journeys}
  where ${eq(journeys.kind, 'reconnect')} and not ${isLeftOut} and ${within(journeys.startedAt, period)}`;

const quietAt = sql`(${stuckSpells.silentSince} + make_interval(hours => ${QUIET_HOURS}::int))`;

/** The same silences by when they began, which is what the index is by. */
const silentFor = ({ period, now }: When): When => ({
  period: { from: addHours(period.from, -QUIET_HOURS), to: addHours(period.to, -QUIET_HOURS) },
  now: addHours(now, -QUIET_HOURS),
});

/** Those under way who did nothing for so long. */
const wentQuiet: Rows = (when) => sql`
  select ${stuckSpells.customerId} as customer_id, ${stuckSpells.id} as id, ${quietAt} as at,
    ${stuckSpells.stuckReason} as reason, ${stuckSpells.endedAt} as over_at
  from ${stuckSpells}
  where ${stuckSpells.stage} in ('opened', 'selected', 'initiated')
    and ${cameIn(sql`${stuckSpells.silentSince}`, silentFor(when))}
    and (${stuckSpells.endedAt} is null or ${stuckSpells.endedAt} > ${quietAt})`;

const ROWS: Record<Happening, Rows> = {
  connected,
  becameStuck,
  lost,
  wentQuiet,
  slipped: (when) =>
    sql`${becameStuck(when)} union all (${lost(when)}) union all (${wentQuiet(when)})`,
};

/** The customers of happenings that meet a condition, each once, and whether it is over after the last time. */
export const customersOf = (happening: Happening, when: When, condition?: SQL): SQL => sql`(
  select customer_id, coalesce(max(at) filter (where over_at is null) < max(at), true) as is_over
  from (${ROWS[happening](when)}) as happened where ${condition ?? true} group by customer_id) as happened`;

const lastFirst = (row: SQL) => sql`(${row}.at, coalesce(${row}.over_at, 'infinity'), ${row}.id)`;

/** The last time that it happened to each customer in a period. To find the newest of these, few rows are read. */
export const lastOf = (happening: Happening, when: When): SQL => sql`(
  select * from (${ROWS[happening](when)}) as each
  where not exists (select from (${ROWS[happening](when)}) as later
    where later.customer_id = each.customer_id and ${lastFirst(sql`later`)} > ${lastFirst(sql`each`)}))`;

/** Whether it happened to a customer in a period. */
export const hasHappened = (happening: Happening, when: When): SQL =>
  sql`${customers.id} in (select customer_id from (${ROWS[happening](when)}) as each)`;
