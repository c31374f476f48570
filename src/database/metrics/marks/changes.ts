import { and, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../../journey/instant.ts';
import { textArray } from '../../bulk.ts';
import { activity, software } from '../../schema/index.ts';
import { dayOf, isoWeekOf, within } from '../scope.ts';
import { type MarkKind, type MarkSource, MOST_MARKS } from './mark.ts';

/**
 * Takes from the activity log when the team changed something that moves numbers. Of what was changed several times in a
 * day, the last time.
 */
const changesOf =
  (kind: MarkKind, condition: SQL | undefined): MarkSource =>
  async (database, { period, timeZone, software: app }) => {
    const at = sql<Instant>`max(${activity.at})`.mapWith(activity.at);
    const [day, week] = [dayOf(activity.at, timeZone), isoWeekOf(activity.at, timeZone)];
    const { recordId, resource } = activity;
    const ofApp = app === undefined ? undefined : or(ne(resource, 'software'), eq(recordId, app));
    const rows = await database
      .select({ at, day, week, recordId, softwareName: software.name })
      .from(activity)
      .leftJoin(software, and(eq(resource, 'software'), eq(software.id, recordId)))
      .where(and(condition, within(activity.at, period), ofApp))
      .groupBy(day, week, recordId, software.name)
      .orderBy(desc(at))
      .limit(MOST_MARKS);
    return rows.map((row) => ({ kind, ...row }));
  };

const entries = (resource: string, ...actions: string[]): SQL | undefined =>
  and(eq(activity.resource, resource), inArray(activity.action, actions));

const changed = (...fields: string[]): SQL => sql`${activity.details} ?| ${textArray(fields)}`;

const WORKING_TIME = ['timeZone', 'workingDays', 'workingFrom', 'workingTo', 'holidays'];

export const CHANGES: readonly MarkSource[] = [
  changesOf('template', entries('email-templates', 'edit', 'reset')),
  changesOf('threshold', entries('stuck-rules', 'edit')),
  changesOf('complexity', and(entries('software', 'edit'), changed('complexity'))),
  changesOf('working-time', and(entries('workspace-settings', 'edit'), changed(...WORKING_TIME))),
];
