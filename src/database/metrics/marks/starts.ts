import { and, desc, eq } from 'drizzle-orm';
import { incidents, software } from '../../schema/index.ts';
import { dayOf, isoWeekOf, within } from '../scope.ts';
import { type MarkSource, MOST_MARKS } from './mark.ts';

/** When software began to fail for more customers than usual. */
export const STARTS: MarkSource = async (database, { period, timeZone, software: app }) => {
  const at = incidents.startedAt;
  const rows = await database
    .select({
      at,
      day: dayOf(at, timeZone),
      week: isoWeekOf(at, timeZone),
      recordId: incidents.software,
      softwareName: software.name,
    })
    .from(incidents)
    .leftJoin(software, eq(software.id, incidents.software))
    .where(and(within(at, period), app === undefined ? undefined : eq(incidents.software, app)))
    .orderBy(desc(at))
    .limit(MOST_MARKS);
  return rows.map((row) => ({ kind: 'incident', ...row }));
};
