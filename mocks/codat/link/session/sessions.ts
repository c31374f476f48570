import { addHours, type Instant } from '../../../../src/journey/instant.ts';
import type { Failure } from '../../world/failures.ts';

const REMEMBERED_HOURS = 8;

/** One customer's visit to Link, from the one-time password to the redirect. */
export type LinkSession = {
  readonly id: string;
  readonly companyId: string;
  /** The Link URL's query parameters, which the redirect can use. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly startedAt: Instant;
  connectionId: string | null;
  /** Whether the customer may go on to the software's sign-in. */
  consented: boolean;
  /** How the last attempt failed, until the next attempt. */
  failure: Failure | null;
  /** Whether the software was connected before this visit. */
  alreadyLinked: boolean;
  finished: boolean;
};

type Start = Pick<LinkSession, 'companyId' | 'parameters'> &
  Partial<Pick<LinkSession, 'connectionId' | 'consented' | 'alreadyLinked'>>;

/** Current visits, in memory. Each is forgotten hours after it started. */
export const createSessions = ({ now, newId }: { now: () => Instant; newId: () => string }) => {
  /** In the order they started. */
  const sessions = new Map<string, LinkSession>();

  const forgetOld = (): void => {
    for (const { id, startedAt } of sessions.values()) {
      if (addHours(startedAt, REMEMBERED_HOURS) > now()) return;
      sessions.delete(id);
    }
  };

  return {
    start: (given: Start): LinkSession => {
      forgetOld();
      const session: LinkSession = {
        id: newId(),
        startedAt: now(),
        connectionId: null,
        consented: false,
        failure: null,
        alreadyLinked: false,
        finished: false,
        ...given,
      };
      sessions.set(session.id, session);
      return session;
    },
    find: (id: string): LinkSession | null => {
      forgetOld();
      return sessions.get(id) ?? null;
    },
  };
};

export type Sessions = ReturnType<typeof createSessions>;
