import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { users } from '../../database/schema/index.ts';
import { addHours, type Instant } from '../../journey/instant.ts';
import type { Ports } from '../ports.ts';

/** How exact it is: often enough for “last seen”, and rarely written. */
const ROUNDED_HOURS = 5 / 60;

/** Keeps when people were last seen. Writes it at most every five minutes for each, however many servers there are. */
export const createLastSeen = ({ database, now, log }: Pick<Ports, 'database' | 'now' | 'log'>) => {
  const written = new Map<string, Instant>();
  return async (userId: string): Promise<void> => {
    const moment = now();
    const before = addHours(moment, -ROUNDED_HOURS);
    const last = written.get(userId);
    // A clock that was set back must not silence it.
    if (last && last > before && last <= moment) return;
    written.set(userId, moment);
    const isOld = or(isNull(users.lastSeenAt), lt(users.lastSeenAt, before));
    // Nobody’s request fails because of it.
    await database
      .update(users)
      .set({ lastSeenAt: moment })
      .where(and(eq(users.id, userId), isOld))
      .catch((error: unknown) => log.warn({ err: error }, 'last seen not written'));
  };
};
