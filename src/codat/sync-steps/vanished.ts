import { and, asc, eq, exists, gt, gte, isNull, lt, not, or } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { ingest } from '../../database/ingest.ts';
import { customers, events, sightings } from '../../database/schema/index.ts';
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

/** A batch of customers that a full sync didn’t see, in the order of their ids. */
const unseen = (database: Database, since: Instant, after: string) =>
  database
    .select({ id: customers.id })
    .from(customers)
    .leftJoin(sightings, eq(sightings.customerId, customers.id))
    .where(
      and(
        gt(customers.id, after),
        isNull(customers.deletedAt),
        not(hasNewEvents(database, since)),
        or(isNull(sightings.seenAt), lt(sightings.seenAt, since)),
      ),
    )
    .orderBy(asc(customers.id))
    .limit(BATCH);

/**
 * Marks customers as deleted whose company no longer exists in Codat. Looks up by id those that the full sync started
 * at `since` didn’t see, because a filter may have excluded them. Returns how many are gone.
 */
export const recordVanished = async (
  database: Database,
  codat: CodatClient,
  since: Instant,
  now: () => Instant,
): Promise<number> => {
  let gone = 0;
  let last = '';
  for (;;) {
    const rows = await unseen(database, since, last);
    if (rows.length === 0) return gone;
    const query = rows.map(({ id }) => `id=${id}`).join('||');
    const at = now();
    const { ids } = await codat.companies({ page: 1, pageSize: BATCH, query });
    const present = new Set(ids);
    const events = rows
      .filter(({ id }) => !present.has(id))
      .map(({ id: customerId }) =>
        event(
          'customer.deleted',
          { customerId, occurredAt: at, source: 'sync', sourceId: `vanished:${at}` },
          {},
        ),
      );
    gone += await ingest(database, events, at);
    last = rows.at(-1)?.id ?? last;
  }
};
