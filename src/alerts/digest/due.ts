import { and, eq, lte } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { announce } from '../../database/changes/changes.ts';
import type { Database } from '../../database/database.ts';
import { alertMessages, digestSettings, users } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { addHours, type Instant } from '../../journey/instant.ts';
import type { CheckPorts } from '../check.ts';
import { digestNumbers, isEmpty } from './numbers.ts';
import { localDay, nextDigest } from './schedule.ts';

type DigestSettings = typeof digestSettings.$inferSelect;

/** What the first digest covers, and the longest that any does. */
const FIRST_HOURS: Record<DigestSettings['frequency'], number> = {
  off: 24,
  daily: 24,
  weekdays: 24,
  weekly: 7 * 24,
};
const MOST_HOURS = 31 * 24;

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** The start of the time that a digest tells about: the last one, if there was any. */
export const digestSince = (
  { lastAt, frequency }: Pick<DigestSettings, 'lastAt' | 'frequency'>,
  now: Instant,
): Instant => later(lastAt ?? addHours(now, -FIRST_HOURS[frequency]), addHours(now, -MOST_HOURS));

/**
 * Stores the digest of one person if it is due, and plans the next one. Nothing to tell is no digest. Of several servers
 * one plans the next first, and the others find it planned; and there is one digest a day for each person.
 */
const plan = async (
  { database, deliver, sendsEmail }: CheckPorts,
  { userId, nextAt: dueAt }: DigestSettings,
  now: Instant,
) => {
  await transact(database, async (transaction) => {
    const [settings] = await transaction
      .select()
      .from(digestSettings)
      .where(eq(digestSettings.userId, userId))
      .for('update');
    if (!settings || settings.nextAt !== dueAt) return;
    const isOwn = eq(digestSettings.userId, userId);
    const nextAt = nextDigest(settings, now);
    await transaction.update(digestSettings).set({ nextAt }).where(isOwn);
    const since = digestSince(settings, now);
    const tellUntilNow = () => transaction.update(digestSettings).set({ lastAt: now }).where(isOwn);
    if (isEmpty(await digestNumbers(transaction, userId, { since, until: now })))
      return tellUntilNow();
    const [stored] = await transaction
      .insert(alertMessages)
      .values({
        ...{
          id: uuidv7(),
          event: 'digest',
          userId,
          title: 'Digest of their customers',
          since,
          createdAt: now,
        },
        day: localDay(now, settings.timeZone),
        state: sendsEmail ? 'queued' : 'kept',
      })
      .onConflictDoNothing()
      .returning({ id: alertMessages.id });
    // The next one then tells about this time too.
    if (!stored) return;
    await tellUntilNow();
    await announce(transaction, { resources: ['alert-messages'] });
    if (sendsEmail) await deliver(transaction, [stored.id]);
  });
};

const findDue = async (database: Database, now: Instant): Promise<DigestSettings[]> => {
  const due = await database
    .select({ settings: digestSettings })
    .from(digestSettings)
    .innerJoin(users, eq(users.id, digestSettings.userId))
    .where(and(lte(digestSettings.nextAt, now), eq(users.active, true)));
  return due.map(({ settings }) => settings);
};

/** Stores and delivers the digests that are due. One that fails holds up no other. */
export const sendDueDigests = async (ports: CheckPorts): Promise<void> => {
  const now = ports.now();
  for (const settings of await findDue(ports.database, now))
    await plan(ports, settings, now).catch(ports.onError);
};
