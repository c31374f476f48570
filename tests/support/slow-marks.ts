import fc from 'fast-check';
import { logActivity, type NewActivity } from '../../src/database/activity.ts';
import type { Database } from '../../src/database/database.ts';
import type { MarkKind } from '../../src/database/metrics/marks/mark.ts';
import { incidents } from '../../src/database/schema/index.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { isoWeek } from '../../src/journey/metrics/calendar.ts';
import { dateOnTheWall } from '../../src/journey/testing/slow-working-time.ts';

/** Test support: what a team changes, and the marks of it, by a simple loop in memory. */

type Shown = { kind: MarkKind; label: string; path: string; software?: string };

/** What can be changed or fail, with the mark to expect; null for what moves no numbers. */
const WHAT: [NewActivity | { incident: string }, Shown | null][] = [
  [
    { incident: 'gbol' },
    {
      kind: 'incident',
      label: 'Failing more than usual: Xero',
      path: '/incidents',
      software: 'gbol',
    },
  ],
  [
    { resource: 'email-templates', action: 'edit', recordId: 'reminder', details: { subject: '' } },
    {
      kind: 'template',
      label: 'Email template changed: Reminder',
      path: '/email-templates/reminder',
    },
  ],
  [
    { resource: 'email-templates', action: 'reset', recordId: 'reminder' },
    {
      kind: 'template',
      label: 'Email template changed: Reminder',
      path: '/email-templates/reminder',
    },
  ],
  [{ resource: 'email-templates', action: 'test', recordId: 'reminder' }, null],
  [
    { resource: 'stuck-rules', action: 'edit', recordId: 'no_data', details: { hours: 5 } },
    { kind: 'threshold', label: 'Stuck threshold changed: No data received', path: '/stuck-rules' },
  ],
  [
    { resource: 'software', action: 'edit', recordId: 'gbol', details: { complexity: 'complex' } },
    {
      kind: 'complexity',
      label: 'Complexity changed: Xero',
      path: '/software/gbol/show',
      software: 'gbol',
    },
  ],
  [
    { resource: 'software', action: 'edit', recordId: 'akxx', details: { complexity: 'simple' } },
    {
      kind: 'complexity',
      label: 'Complexity changed: Oracle NetSuite',
      path: '/software/akxx/show',
      software: 'akxx',
    },
  ],
  [{ resource: 'software', action: 'edit', recordId: 'gbol', details: { oneTime: true } }, null],
  [
    {
      resource: 'workspace-settings',
      action: 'edit',
      recordId: 'workspace',
      details: { workingFrom: '08:00', workingDays: [1] },
    },
    { kind: 'working-time', label: 'Working time changed', path: '/stuck-rules' },
  ],
  [
    {
      resource: 'workspace-settings',
      action: 'edit',
      recordId: 'workspace',
      details: { senderName: 'Acme' },
    },
    null,
  ],
];

type Change = { at: Instant; entry: NewActivity | { incident: string }; shown: Shown | null };

/** Changes at random times, some of them on one day. */
export const changesAround = (start: Instant): Change[] =>
  fc
    .sample(fc.tuple(fc.integer({ min: -30 * 24, max: 60 * 24 }), fc.constantFrom(...WHAT)), {
      seed: 7,
      numRuns: 150,
    })
    // Each at a moment of its own.
    .map(([hours, [entry, shown]], index) => ({
      at: addHours(start, hours + index / 3600),
      entry,
      shown,
    }));

export const logChanges = async (database: Database, changes: readonly Change[]) => {
  for (const { at, entry } of changes)
    if ('incident' in entry)
      await database.insert(incidents).values({
        ...{ software: entry.incident, startedAt: at, detectedAt: at, endedAt: addHours(at, 1) },
        ...{ usualShare: 0.1, usualFailed: 1, usualOf: 10 },
      });
    else await logActivity(database, { kind: 'system', at }, [entry]);
};

type Filters = { from: Instant; to: Instant; software?: string | undefined };

/** The marks of a period, the newest first. */
export const slowMarks = (changes: readonly Change[], filters: Filters, timeZone: string) => {
  const last = new Map<
    string,
    Omit<Shown, 'software'> & { at: Instant; day: string; week: string }
  >();
  for (const { at, shown } of [...changes].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    if (!shown || at < filters.from || at >= filters.to) continue;
    const { software, ...mark } = shown;
    if (software && filters.software && software !== filters.software) continue;
    const day = dateOnTheWall(Date.parse(at), timeZone);
    // Each incident counts, and of several changes in a day the last.
    const once = mark.kind === 'incident' ? at : day;
    last.set(`${once} ${mark.label}`, { ...mark, at, day, week: isoWeek(at, timeZone) });
  }
  return [...last.values()].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 50);
};
