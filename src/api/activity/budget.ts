import type { Instant } from '../../journey/instant.ts';

/** What is recorded in an hour of what anyone can cause: of one source, and of all. */
const MOST = { perSource: 20, inAll: 300 };

const HOUR_MS = 3_600_000;

/**
 * Bounds the entries that anyone can cause, such as failed sign-ins, so that nobody fills the log. Returns how many were
 * left out since the last one that was recorded, or null for one to leave out. Counts in memory, hour by hour.
 */
export const createBudget = (now: () => Instant) => {
  const taken = new Map<string, number>();
  let total = 0;
  let leftOut = 0;
  let end = 0;
  return (source: string): number | null => {
    const moment = Date.parse(now());
    // A clock that was set back would otherwise stretch the hour.
    if (moment >= end || end - moment > HOUR_MS) {
      taken.clear();
      total = 0;
      end = moment + HOUR_MS;
    }
    const before = taken.get(source) ?? 0;
    if (before >= MOST.perSource || total >= MOST.inAll) {
      leftOut += 1;
      return null;
    }
    taken.set(source, before + 1);
    total += 1;
    const missed = leftOut;
    leftOut = 0;
    return missed;
  };
};
