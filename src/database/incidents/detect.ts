import { eq, gte, isNull, or } from 'drizzle-orm';
import { addHours, type Instant } from '../../journey/instant.ts';
import { type Found, REPLAYED_HOURS, startReplay } from '../../journey/metrics/incidents/replay.ts';
import { announce } from '../changes/changes.ts';
import type { Database, Transaction } from '../database.ts';
import { takeTurn } from '../locks.ts';
import { type Incident, incidents } from '../schema/index.ts';
import { transact } from '../transact.ts';
import { recentOutcomes } from './outcomes.ts';

type Lasting = Pick<Incident, 'software' | 'startedAt' | 'endedAt'>;

/** Whether two are of the same software and at the same time: what arrives late may shift when one began. */
const isSame = (a: Lasting, b: Lasting): boolean =>
  a.software === b.software &&
  (b.endedAt === null || a.startedAt < b.endedAt) &&
  (a.endedAt === null || b.startedAt < a.endedAt);

const rowOf = ({ software, startedAt, detectedAt, endedAt, usual }: Found) => ({
  ...{ software, startedAt, detectedAt, endedAt, usualShare: usual.share },
  ...{ usualFailed: usual.own.failed, usualOf: usual.own.of },
});

/** Those of which evidence may still be there. */
const recentIncidents = (transaction: Transaction, now: Instant): Promise<Incident[]> =>
  transaction
    .select()
    .from(incidents)
    .where(or(isNull(incidents.endedAt), gte(incidents.endedAt, addHours(now, -REPLAYED_HOURS))));

/** Brings the ends of known incidents up to date. One of which nothing is found any more, after a correction, is over. */
const updateEnds = async (
  transaction: Transaction,
  known: readonly Incident[],
  found: readonly Found[],
  now: Instant,
): Promise<boolean> => {
  let changed = false;
  for (const incident of known) {
    const match = found.findLast((one) => isSame(one, incident));
    const endedAt = match ? match.endedAt : (incident.endedAt ?? now);
    if (endedAt === incident.endedAt) continue;
    await transaction.update(incidents).set({ endedAt }).where(eq(incidents.id, incident.id));
    changed = true;
  }
  return changed;
};

/**
 * Finds incidents and their ends, and stores what is new. However often it runs, and on however many servers, each is
 * stored once, and as if it had been found at once.
 */
export const detectIncidents = (database: Database, now: Instant): Promise<void> =>
  transact(database, async (transaction) => {
    // The other servers then find nothing left to change.
    await takeTurn(transaction, 'incidents');
    const { show, end } = startReplay(now);
    for await (const some of recentOutcomes(transaction, now)) some.forEach(show);
    const found = end();
    const known = await recentIncidents(transaction, now);
    const changed = await updateEnds(transaction, known, found, now);
    const fresh = found.filter((one) => !known.some((incident) => isSame(one, incident)));
    if (fresh.length > 0) await transaction.insert(incidents).values(fresh.map(rowOf));
    if (changed || fresh.length > 0) await announce(transaction, { resources: ['incidents'] });
  });
