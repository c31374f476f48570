import { addHours, type Instant } from '../../../../src/journey/instant.ts';
import type { Failure } from '../../world/failures.ts';

const REMEMBERED_HOURS = 8;

/** One customer's visit to Link, from the one-time password to the redirect. */
export type LinkSession = {
  readonly id: string;
  readonly companyId: string;
  /** The query parameters that came with the Link URL; the redirect can ask for them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly startedAt: Instant;
  connectionId: string | null;
  /** Whether the customer may go on to the software's sign-in. */
  consented: boolean;
  /** How the last try went wrong, until the customer tries again. */
  failure: Failure | null;
  /** Whether the connection was there before this visit. */
  alreadyLinked: boolean;
  finished: boolean;
};

type Start = Pick<LinkSession, 'companyId' | 'parameters'> &
  Partial<Pick<LinkSession, 'connectionId' | 'consented' | 'alreadyLinked'>>;

/** The visits under way, in memory; each is forgotten some hours after it began. */
export const createSessions = ({ now, newId }: { now: () => Instant; newId: () => string }) => {
  /** In the order in which they began. */
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
