import { and, asc, eq, exists, gt, gte, isNull, lt, not, notExists } from 'drizzle-orm';
import { formatNumber } from '../../common/locale.ts';
import { logActivity } from '../../database/activity.ts';
import type { Database } from '../../database/database.ts';
import { ingestWithin } from '../../database/ingest.ts';
import { customers, events, sightings } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { event } from '../../journey/events.ts';
import type { Instant } from '../../journey/instant.ts';
import type { CodatClient } from '../client.ts';

/** Number of ids that fit into one query of Codat’s. */
const BATCH = 50;

/** Matches customers with events recorded since then: they may be newer than the sync’s data. */
const hasNewEvents = (database: Database, since: Instant) =>
  exists(
    database
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.customerId, customers.id), gte(events.recordedAt, since))),
  );

/** Matches customers that a full sync started at `since` didn’t see. */
const isUnseen = (database: Database, since: Instant) =>
  and(
    isNull(customers.deletedAt),
    not(hasNewEvents(database, since)),
    notExists(
      database
        .select({ id: sightings.customerId })
        .from(sightings)
        .where(and(eq(sightings.customerId, customers.id), gte(sightings.seenAt, since))),
    ),
  );

/**
 * The customers whose companies no longer exist in Codat, in batches. Looks up by id those that the full sync started at
 * `since` didn’t see, because a filter may have excluded them.
 */
async function* missing(database: Database, codat: CodatClient, since: Instant) {
  for (let last = ''; ; ) {
    const rows = await database
      .select({ id: customers.id })
      .from(customers)
      .where(and(gt(customers.id, last), isUnseen(database, since)))
      .orderBy(asc(customers.id))
      .limit(BATCH);
    if (rows.length === 0) return;
    const query = rows.map(({ id }) => `id=${id}`).join('||');
    const { ids } = await codat.companies({ page: 1, pageSize: BATCH, query });
    const present = new Set(ids);
    yield rows.map(({ id }) => id).filter((id) => !present.has(id));
    last = rows.at(-1)?.id ?? last;
  }
}

/** Marks customers as deleted whose company no longer exists in Codat. Returns how many are gone. */
export const recordVanished = async (
  database: Database,
  codat: CodatClient,
  since: Instant,
  now: () => Instant,
): Promise<number> => {
  let gone = 0;
  for await (const ids of missing(database, codat, since)) {
    const at = now();
    const events = ids.map((customerId) =>
      event(
        'customer.deleted',
        { customerId, occurredAt: at, source: 'sync', sourceId: `vanished:${at}` },
        {},
      ),
    );
    gone += await transact(database, async (transaction) => {
      await logActivity(
        transaction,
        { kind: 'system', at },
        ids.map((id) => ({
          resource: 'customers',
          action: 'delete',
          recordId: id,
          customerId: id,
        })),
      );
      return ingestWithin(transaction, events, at);
    });
  }
  return gone;
};

/** Of five customers, a sync believes that one is gone. More are doubtful: webhooks report deletions one by one. */
const BELIEVABLE = 1 / 5;

export type Doubt = { missing: number; problem: string };

/**
 * Whether to doubt that companies are gone, because too many are missing at once: all of them, or more than one and a
 * fifth. The list may be another workspace’s. Null if there is no reason to.
 */
export const doubtVanished = async (
  database: Database,
  codat: CodatClient,
  since: Instant,
): Promise<Doubt | null> => {
  const earlier = database
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.customerId, customers.id), lt(events.recordedAt, since)));
  const known = await database.$count(customers, and(isNull(customers.deletedAt), exists(earlier)));
  const unseen = await database.$count(customers, isUnseen(database, since));
  const most = Math.max(0, Math.min(known - 1, Math.max(1, Math.floor(known * BELIEVABLE))));
  if (unseen <= most) return null;
  let count = 0;
  for await (const ids of missing(database, codat, since)) {
    count += ids.length;
    // Enough to doubt. Another workspace’s API key may not have many requests left.
    if (count > most) break;
  }
  if (count <= most) return null;
  const amount = `${count < unseen ? 'At least ' : ''}${formatNumber(count)} of ${formatNumber(known)}`;
  return {
    missing: count,
    problem: `${amount} customers are missing in Codat, so none was marked as deleted. Check that CODAT_API_KEY belongs to the right Codat workspace.`,
  };
};
