import { type Actor, logActivity } from '../../src/database/activity.ts';
import type { Database } from '../../src/database/database.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { DEFAULT_THRESHOLDS } from '../../src/journey/stuck.ts';
import { CHANGES } from './behaviour/changes.ts';
import { createRandom } from './random.ts';

const SEED = 20_261_126;

/** Logs what an admin changed, for charts to mark. Once, however often it is called. */
export const logChanges = async (
  database: Database,
  adminId: string | null,
  now: Instant,
): Promise<void> => {
  if (!adminId) return;
  const random = createRandom(SEED);
  const by = (daysAgo: number): Actor => ({
    ...{ kind: 'person', id: adminId },
    at: addHours(now, -24 * daysAgo),
  });
  const common = { action: 'edit' } as const;
  const { hours } = DEFAULT_THRESHOLDS.link_unopened;
  await logActivity(database, by(CHANGES.invitation), [
    { ...common, id: random.uuid(), resource: 'email-templates', recordId: 'link', details: {} },
  ]);
  await logActivity(database, by(CHANGES.threshold), [
    {
      ...{ ...common, id: random.uuid(), resource: 'stuck-rules', recordId: 'link_unopened' },
      ...{ details: { hours }, before: { hours: hours + 24 } },
    },
  ]);
};
