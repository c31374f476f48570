import { type Instant, toInstant } from '../../../journey/instant.ts';
import { dateAt } from '../../../journey/metrics/calendar.ts';
import type { Period } from '../../../journey/metrics/period.ts';

/** What an answer says about when its numbers are from. Those of now have no period. */
export type Answer = { computedAt: Instant; period?: Period | undefined };

/** The name of a card’s CSV file, with the first and the last day of its period in the team’s time zone: `unstuck-funnel-2026-10-29-to-2026-11-25`. */
export const csvName = (title: string, { computedAt, period }: Answer, timeZone: string) => {
  const dayOf = (at: number): string => dateAt(toInstant(at), timeZone);
  const subject = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const days = period
    ? // The period ends before its last instant.
      `${dayOf(Date.parse(period.from))}-to-${dayOf(Date.parse(period.to) - 1)}`
    : dayOf(Date.parse(computedAt));
  return `unstuck-${subject}-${days}`;
};
