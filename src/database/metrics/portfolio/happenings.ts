import { eq, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../../journey/instant.ts';
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

/** Rows of the customer’s id, when it happened, why if they were stuck, and when it was over. */
type Rows = (when: When) => SQL;

/** Those whose first approval it was. */
const connected: Rows = ({ period }) => sql`
  select ${journeys.customerId} as customer_id, ${journeys.authorizedAt} as at,
    null::stuck_reason as reason, null::timestamptz as over_at
  from ${journeys} where ${isFirst} and ${within(journeys.authorizedAt, period)}`;

/** Those who got stuck, until their next signal, or until they were closed or deleted. */
const becameStuck: Rows = (when) => sql`
  select ${stuckSpells.customerId} as customer_id, ${stuckSpells.stuckAt} as at,
    ${stuckSpells.stuckReason} as reason, ${stuckSpells.endedAt} as over_at
  from ${stuckSpells} where ${cameIn(sql`${stuckSpells.stuckAt}`, when)}`;

/** A loss begins a journey back, unless it was to be left out. It is over once access is approved again. */
const lost: Rows = ({ period }) => sql`
  select ${journeys.customerId} as customer_id, ${journeys.startedAt} as at,
    'disconnected'::stuck_reason as reason, ${journeys.authorizedAt} as over_at
  from ${journeys}
  where ${eq(journeys.kind, 'reconnect')} and not ${isLeftOut} and ${within(journeys.startedAt, period)}`;

const quietAt = sql`(${stuckSpells.silentSince} + make_interval(hours => ${QUIET_HOURS}::int))`;

/** Those under way who did nothing for so long. */
const wentQuiet: Rows = (when) => sql`
  select ${stuckSpells.customerId} as customer_id, ${quietAt} as at,
    ${stuckSpells.stuckReason} as reason, ${stuckSpells.endedAt} as over_at
  from ${stuckSpells}
  where ${stuckSpells.stage} in ('opened', 'selected', 'initiated') and ${cameIn(quietAt, when)}
    and (${stuckSpells.endedAt} is null or ${stuckSpells.endedAt} > ${quietAt})`;

const ROWS: Record<Happening, Rows> = {
  connected,
  becameStuck,
  lost,
  wentQuiet,
  slipped: (when) =>
    sql`${becameStuck(when)} union all (${lost(when)}) union all (${wentQuiet(when)})`,
};

/** The customers of a happening in a period, each once: the last time, with when it was over if it is. */
export const happened = (happening: Happening, when: When): SQL => sql`(
  select distinct on (customer_id) * from (${ROWS[happening](when)}) as each
  order by customer_id, at desc, over_at desc nulls first) as happened`;

/** Whether it happened to a customer in a period. */
export const hasHappened = (happening: Happening, when: When): SQL =>
  sql`${customers.id} in (select customer_id from (${ROWS[happening](when)}) as each)`;
