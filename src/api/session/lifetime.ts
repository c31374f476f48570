import type { BetterAuthPlugin } from 'better-auth';
import { and, eq, gt, inArray, not, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { sessions } from '../../database/schema/index.ts';
import { addressIn } from './auth-activity.ts';
import { announceEnd } from './end-sessions.ts';

/** A session ends this long after it was last used. An open page uses it. */
export const IDLE_SECONDS = 12 * 3600;

/** A session ends this long after its sign-in, however it is used. */
const LONGEST_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** The sessions that have not ended. By the database’s clock, because better-auth sets the end by the real time. */
export const lasting = (): SQL =>
  sql`(${gt(sessions.expiresAt, sql`now()`)} and ${sessions.createdAt} > now() - make_interval(days => ${LONGEST_DAYS}))`;

/** Whether a session has lasted as long as it may, which better-auth does not look at. */
export const isOver = ({ createdAt }: { createdAt: Date }): boolean =>
  Date.now() - createdAt.getTime() >= LONGEST_DAYS * DAY_MS;

/** Forgets a person’s sessions that have ended by themselves. */
export const forgetEnded = async (database: Database, userId: string): Promise<void> => {
  await database.delete(sessions).where(and(eq(sessions.userId, userId), not(lasting())));
};

/** The given sessions that have not ended, in one query. */
export const lastingSessions = async (
  database: Database,
  ids: Iterable<string>,
): Promise<Set<string>> => {
  const found = await database
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, [...new Set(ids)]), lasting()));
  return new Set(found.map(({ id }) => id));
};

/** What better-auth does with sessions beyond its options: our address, and an announcement when one ends. */
export const lifetime = (database: Database): BetterAuthPlugin => ({
  id: 'lifetime',
  init: () => ({
    options: {
      databaseHooks: {
        session: {
          create: {
            before: async (_session, context) => ({
              data: { ipAddress: addressIn(context) },
            }),
          },
          delete: { after: () => announceEnd(database) },
        },
      },
    },
  }),
});
