import { and, eq, inArray, isNotNull, isNull, not, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Instant } from '../../journey/instant.ts';
import { wilson } from '../../journey/metrics/rate.ts';
import { attemptEnd, isLeftOut } from '../derived-columns.ts';
import { gone, isGone, isOfLeftOut, leftOut } from '../metrics/exceptions.ts';
import { isOfScope, type OfCustomers } from '../metrics/scope.ts';
import { attempts, customers, incidents, journeys } from '../schema/index.ts';

/** Whether an attempt failed or was approved with the software while the incident of a row lasted, or lasts at `now`. */
const isDuring = (now: Instant): SQL | undefined =>
  and(
    eq(attempts.software, incidents.software),
    inArray(attempts.outcome, ['failed', 'authorized']),
    sql`${attemptEnd} between ${incidents.startedAt}
      and coalesce(${incidents.endedAt}, ${now}::timestamptz)`,
  );

const failed = eq(attempts.outcome, 'failed');

/** The number of different customers of the attempts that meet a condition. */
const customersWith = (...conditions: (SQL | undefined)[]): SQL =>
  sql`count(distinct ${attempts.customerId}) filter (where ${and(...conditions)})`;

const counts = z.object({ failed: z.int(), of: z.int(), deleted: z.int(), leftOut: z.int() });

const NOBODY = JSON.stringify({ failed: 0, of: 0, deleted: 0, leftOut: 0 } satisfies z.output<
  typeof counts
>);

/** Which customers to count, and of which incidents: of all, or of those that meet a condition. */
type Asked = { of: OfCustomers; now: Instant; which?: SQL | undefined };

/**
 * The customers of an incident in scope, each once: who failed while it lasted, of those who failed or were
 * approved, with the 95% Wilson interval. `deleted` of those who failed are in no list any more. `leftOut` are those whose
 * journey is closed as a duplicate or not our customer. Counted for all of the incidents at once, as Citus can’t count
 * what is on several machines for each row of a table that is on all of them.
 */
export const evidenceOf = ({ of, now, which }: Asked) => {
  const counted = sql`select ${incidents.id} as id, jsonb_build_object(
      'failed', ${customersWith(failed, isNull(leftOut.id))},
      'of', ${customersWith(isNull(leftOut.id))},
      'deleted', ${customersWith(failed, isNull(leftOut.id), isNotNull(gone.id))},
      'leftOut', ${customersWith(isNotNull(leftOut.id))}) as counts
    from ${incidents} join ${attempts} on ${isDuring(now)}
    left join ${journeys} left_out on ${isOfLeftOut(attempts)}
    left join ${customers} gone on ${isGone(attempts.customerId)}
    where ${and(isOfScope(of, attempts), which) ?? sql`true`} group by ${incidents.id}`;
  return sql`coalesce((select jsonb_object_agg(id, counts) from (${counted}) as counted) -> ${incidents.id}::text,
    ${NOBODY}::jsonb)`.mapWith((value) => {
    const counted = counts.parse(value);
    return { ...counted, interval: counted.of === 0 ? null : wilson(counted.failed, counted.of) };
  });
};

/** Whether a row of customers failed while an incident lasted. */
export const isAffectedBy = (incidentId: string, now: Instant): SQL =>
  sql`${customers.id} in (${sql`select ${attempts.customerId} from ${attempts}
    join ${incidents} on ${isDuring(now)} join ${journeys}
    on ${and(eq(journeys.customerId, attempts.customerId), eq(journeys.id, attempts.journeyId))}
    where ${and(eq(incidents.id, incidentId), failed, not(isLeftOut))}`})`;
