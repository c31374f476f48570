import { eq } from 'drizzle-orm';
import { addHours, type Instant } from '../../journey/instant.ts';
import { announce } from '../changes/changes.ts';
import type { Database, Transaction } from '../database.ts';
import { ingestWithin } from '../ingest.ts';
import { lockCustomers } from '../locks.ts';
import { type Link, links } from '../schema/index.ts';
import { transact } from '../transact.ts';
import { inTurn } from '../waiting/turns.ts';

/** Another click within a minute is the same opening: a double click or a reload. */
const ONE_OPENING_HOURS = 1 / 60;

/** The customer waits this long for their link at most. */
const PATIENCE_MS = 5000;

type Opened = Pick<Link, 'id' | 'customerId'>;

const record = async (
  transaction: Transaction,
  { id, customerId }: Opened,
  now: Instant,
): Promise<void> => {
  await lockCustomers(transaction, [customerId]);
  const [link] = await transaction.select().from(links).where(eq(links.id, id));
  if (!link) return;
  if (link.lastOpenedAt && now < addHours(link.lastOpenedAt, ONE_OPENING_HOURS)) return;
  const openings = link.openings + 1;
  await transaction.update(links).set({ openings, lastOpenedAt: now }).where(eq(links.id, id));
  const opened = {
    ...{ type: 'link.opened' as const, customerId, occurredAt: now, actorId: null },
    ...{ source: 'link' as const, sourceId: `${id}:${openings}`, data: { linkId: id } },
  };
  await ingestWithin(transaction, [opened], now);
  await announce(transaction, { resources: ['links'], customerId });
};

/** Counts a click on a link’s button and records it as an event of the customer’s journey, both or neither. */
export const recordOpening = (database: Database, opened: Opened, now: Instant): Promise<void> =>
  inTurn(opened.customerId, PATIENCE_MS, () =>
    transact(database, (transaction) => record(transaction, opened, now)),
  );
