import { and, eq, gt, lte, ne, type SQL } from 'drizzle-orm';
import { addHours, type Instant } from '../../journey/instant.ts';
import { announceOf } from '../changes/changes.ts';
import type { Database, Transaction } from '../database.ts';
import { type Presence, presence } from '../schema/index.ts';
import { transact } from '../transact.ts';

/**
 * A tab that hasn’t been heard of for this long is gone. Tabs say that they are there every 15 seconds, but browsers let
 * hidden ones do so only once a minute:
 * https://developer.chrome.com/blog/timer-throttling-in-chrome-88
 */
const LAPSE_SECONDS = 75;

const lapsedBefore = (now: Instant): Instant => addHours(now, -LAPSE_SECONDS / 3600);

/** Whether a tab is still there. */
export const isThere = (now: Instant): SQL => gt(presence.seenAt, lapsedBefore(now));

/** Announces that somebody came to the customers, left them or does something else there. */
const announcePresence = async (
  transaction: Transaction,
  customerIds: readonly string[],
): Promise<void> => {
  if (customerIds.length > 0) await announceOf(transaction, ['presence'], new Set(customerIds));
};

/** Forgets the tabs that are gone without a word. */
export const forgetLapsed = async (transaction: Transaction, now: Instant): Promise<void> => {
  const gone = await transaction
    .delete(presence)
    .where(lte(presence.seenAt, lapsedBefore(now)))
    .returning({ customerId: presence.customerId });
  await announcePresence(
    transaction,
    gone.map(({ customerId }) => customerId),
  );
};

/** Keeps where a tab is, instead of where it was. That it is still there is no news. */
export const beThere = async (transaction: Transaction, tab: Presence): Promise<void> => {
  const [before] = await transaction.select().from(presence).where(eq(presence.id, tab.id));
  await transaction
    .insert(presence)
    .values(tab)
    .onConflictDoUpdate({
      ...{ target: presence.id, set: tab },
      // Everybody may read the ids of tabs.
      setWhere: eq(presence.userId, tab.userId),
    });
  if (before?.customerId === tab.customerId && before.kind === tab.kind) return;
  await announcePresence(
    transaction,
    before ? [before.customerId, tab.customerId] : [tab.customerId],
  );
};

/** Notes that a tab shows a customer. */
export const arrive = (database: Database, tab: Presence): Promise<void> =>
  transact(database, async (transaction) => {
    await forgetLapsed(transaction, tab.seenAt);
    await beThere(transaction, tab);
  });

/** Notes that someone’s tab shows a customer no more. By now it may show another. */
export const leave = (
  database: Database,
  { id, userId, customerId }: Pick<Presence, 'id' | 'userId' | 'customerId'>,
): Promise<void> =>
  transact(database, async (transaction) => {
    const left = await transaction
      .delete(presence)
      .where(
        and(eq(presence.id, id), eq(presence.userId, userId), eq(presence.customerId, customerId)),
      )
      .returning({ customerId: presence.customerId });
    if (left.length > 0) await announcePresence(transaction, [customerId]);
  });

/** Whether a customer’s case is being worked on in another tab than this one. */
export const isHeldElsewhere = (tabId: string, now: Instant): SQL | undefined =>
  and(eq(presence.kind, 'working'), ne(presence.id, tabId), isThere(now));
