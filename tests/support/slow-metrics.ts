import type { Software } from '../../src/database/schema/index.ts';
import type { Instant } from '../../src/journey/instant.ts';
import type { Period } from '../../src/journey/metrics/period.ts';
import { currentOf, type History, type Journey, STAGE_NAMES } from './slow-history.ts';
import { AT_FIRST, isPausedIn, stuckness } from './slow-queue.ts';

/** Test support: computes the metrics a second time, from the customers’ events, by simple loops in memory. */

/** What the events tell, and the software and the time zone as the team has set them. */
export type World = { histories: History[]; software: Software[]; timeZone: string };

export type Filters = Period & {
  software?: string | undefined;
  accountManagerId?: string | undefined;
};

export const APPROVED = STAGE_NAMES.indexOf('authorized');

export const hours = (start: Instant, end: Instant) =>
  (Date.parse(end) - Date.parse(start)) / 3_600_000;
export const isWithin = (at: Instant | null | undefined, { from, to }: Period) =>
  typeof at === 'string' && from <= at && at < to;

/** Customers are invited once: their first journey, from the first link or signal on. */
export const firstOf = ({ journeys }: History): Journey | undefined => journeys[0];

export const entry = ({ times, firstSignal }: Journey): Instant | null => {
  const invited = times[1] ?? null;
  if (invited === null || firstSignal === null) return invited ?? firstSignal;
  return invited < firstSignal ? invited : firstSignal;
};

export const isManagedBy = ({ accountManagerId }: Partial<Filters>, { accountManager }: History) =>
  accountManagerId === undefined || accountManager === accountManagerId;

export const isOn = (filters: Partial<Filters>, software: string | null) =>
  filters.software === undefined || software === filters.software;

export const stuckBy = ({ software }: World, history: History, now: Instant) => {
  const found = stuckness(
    history,
    { ...AT_FIRST, software: new Map(software.map((one) => [one.id, one])) },
    now,
  );
  return found?.at && found.at <= now && !isPausedIn(history, now) ? found : null;
};

/** A first journey with its customer. */
export type Entered = { history: History; journey: Journey };

export const standing = (world: World, { history, journey }: Entered, now: Instant) => {
  if (history.deleted) return 'deleted';
  if (currentOf(history) !== journey) return 'earlier';
  if (journey.closed) return 'closed';
  if (isPausedIn(history, now)) return 'snoozed';
  return stuckBy(world, history, now) ? 'stuck' : 'moving';
};

/** Closed because it should never have begun. */
export const isLeftOut = ({ closed }: Journey) =>
  closed === 'duplicate' || closed === 'not_our_customer';

/** The first journeys that began in the period. */
export const begun = ({ histories }: World, filters: Filters): Entered[] =>
  histories.flatMap((history) => {
    const journey = firstOf(history);
    return journey &&
      isManagedBy(filters, history) &&
      isOn(filters, journey.software) &&
      isWithin(entry(journey), filters)
      ? [{ history, journey }]
      : [];
  });

/** The number of times each value occurs. */
export const countBy = (values: string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, own]) => [value, own.length]),
  );

export const stuckOf = (world: World, filters: Partial<Filters>, now: Instant) =>
  world.histories.flatMap((history) => {
    const stuck = stuckBy(world, history, now);
    const journey = currentOf(history);
    const isCounted = isManagedBy(filters, history) && isOn(filters, journey.software);
    return stuck && isCounted ? [{ ...stuck, journey }] : [];
  });

/** How many customers are stuck, by `priority stage software`. */
export const slowQueue = (world: World, now: Instant): Record<string, number> =>
  countBy(
    stuckOf(world, {}, now).map(
      ({ priority, journey }) => `${priority} ${STAGE_NAMES[journey.now]} ${journey.software}`,
    ),
  );
