import { selectRows } from '../../src/database/bulk.ts';
import type { Database } from '../../src/database/database.ts';
import { type StuckCount, stuckCounts, stuckDays } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { fold, foldInto } from '../../src/journey/fold.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { dateAt, startOf } from '../../src/journey/metrics/calendar.ts';
import { oneTimeSoftware, type StuckSettings, stuckReasonAt } from '../../src/journey/stuck.ts';

/** As many days as the sample customers’ histories go back. */
const DAYS = 56;

/** Counts who was stuck at the start of each of the last days, as a server would have that ran then. */
export const createPastDays = (settings: StuckSettings, now: Instant) => {
  const { timeZone } = settings.calendar;
  const oneTime = oneTimeSoftware(settings);
  const midnights = Array.from({ length: DAYS }, (_, index) =>
    startOf('day', now, timeZone, index + 1 - DAYS),
  );
  const counts = new Map<string, StuckCount>();
  return {
    /** Adds a customer, whose events are in the order they happened. */
    add: (events: readonly JourneyEvent[]): void => {
      const state = fold([]);
      let next = 0;
      for (const at of midnights) {
        const until = events.findIndex(({ occurredAt }, index) => index >= next && occurredAt > at);
        const end = until < 0 ? events.length : until;
        foldInto(state, events.slice(next, end), oneTime);
        next = end;
        const stuckReason = stuckReasonAt(state, at, settings);
        if (!stuckReason) continue;
        const { accountManagerId: chosen, ownerManagerId } = state.profile;
        const accountManagerId = chosen ?? ownerManagerId ?? null;
        const software = state.journeys.at(-1)?.software ?? null;
        const group = { day: dateAt(at, timeZone), accountManagerId, software, stuckReason };
        const key = JSON.stringify(group);
        counts.set(key, { ...group, count: (counts.get(key)?.count ?? 0) + 1 });
      }
    },
    store: async (database: Database): Promise<void> => {
      const days = midnights.map((at) => ({ day: dateAt(at, timeZone), at }));
      await database.insert(stuckDays).values(days).onConflictDoNothing();
      await database.insert(stuckCounts).select(selectRows(stuckCounts, [...counts.values()]));
    },
  };
};
