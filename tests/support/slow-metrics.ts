import type { Software } from '../../src/database/schema/index.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { isoWeek } from '../../src/journey/metrics/calendar.ts';
import { type Period, weeksOf } from '../../src/journey/metrics/period.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import {
  currentOf,
  type History,
  historiesOf,
  type Journey,
  later,
  STAGE_NAMES,
  type Try,
} from './slow-history.ts';
import { AT_FIRST, isPausedIn, stuckness } from './slow-queue.ts';

/** Test support: computes the metrics a second time, from the customers’ events, by simple loops in memory. */

export type World = { histories: History[]; software: Software[]; timeZone: string };

/** What the events tell, and the software and the time zone as the team has set them. */
export const worldOf = (
  events: Parameters<typeof historiesOf>[0],
  software: Software[],
  now: Instant,
  timeZone = 'UTC',
): World => ({ histories: historiesOf(events, now), software, timeZone });

export type Filters = Period & {
  software?: string | undefined;
  accountManagerId?: string | undefined;
};

export const APPROVED = STAGE_NAMES.indexOf('authorized');

export const hours = (start: Instant, end: Instant) =>
  (Date.parse(end) - Date.parse(start)) / 3_600_000;
export const isWithin = (at: Instant | null | undefined, { from, to }: Period) =>
  typeof at === 'string' && from <= at && at < to;

/** The percentile at `part`, 0 to 1, interpolated linearly between neighbouring values. Null without values. */
export const percentile = (part: number, values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
};

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

const stuckBy = ({ software }: World, history: History, now: Instant) => {
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

const toConnect = ({ histories }: World, filters: Filters) => {
  const times = histories.flatMap((history) => {
    const journey = firstOf(history);
    if (!journey || !isManagedBy(filters, history) || !isOn(filters, journey.software)) return [];
    const [invited, approved] = [journey.times[1], journey.times[APPROVED]];
    return invited && approved && isWithin(approved, filters) ? [hours(invited, approved)] : [];
  });
  return { median: percentile(0.5, times), sample: times.length };
};

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

type Ended = NonNullable<Try['end']> & { at: Instant; software: string | null };

const A_WEEK_HOURS = 7 * 24;

const endOf = ({ end, lastSeen }: Try, now: Instant): Try['end'] => {
  const due = later(lastSeen, A_WEEK_HOURS);
  return end ?? (due <= now ? { at: due, how: 'abandoned', why: null } : null);
};

/** The attempts that ended in the period by `now`, those silent for a week included. */
const ended = ({ histories }: World, filters: Filters, now: Instant): Ended[] =>
  histories
    .filter((history) => isManagedBy(filters, history))
    .flatMap(({ tries }) =>
      tries.flatMap((one) => {
        const end = endOf(one, now);
        return end?.at && isOn(filters, one.software) && isWithin(end.at, filters)
          ? [{ ...end, at: end.at, software: one.software }]
          : [];
      }),
    );

/** How many attempts failed in each week, by `week reason`. */
export const slowReasons = (world: World, filters: Filters, now: Instant): Record<string, number> =>
  countBy(
    ended(world, filters, now)
      .filter(({ how }) => how === 'failed')
      .map(({ at, why }) => `${isoWeek(at, world.timeZone)} ${why}`),
  );

const numbersOf = (world: World, filters: Filters & { software: string }, now: Instant) => {
  const attempts = ended(world, filters, now);
  const withOutcome = (outcome: string, among = attempts) =>
    among.filter(({ how }) => how === outcome);
  const [failed, authorized] = [withOutcome('failed').length, withOutcome('authorized').length];
  const abandoned = withOutcome('abandoned').length;
  const weeks = weeksOf(filters, world.timeZone).map(({ week }) => {
    const within = attempts.filter(({ at }) => isoWeek(at, world.timeZone) === week);
    const failures = withOutcome('failed', within).length;
    return { week, failed: failures, ended: failures + withOutcome('authorized', within).length };
  });
  const reasons = [...Map.groupBy(withOutcome('failed'), ({ why }) => why)];
  const most = Math.max(...reasons.map(([, own]) => own.length));
  const inProgress = world.histories.filter((history) => {
    const journey = currentOf(history);
    return (
      !history.deleted &&
      isManagedBy(filters, history) &&
      isOn(filters, journey.software) &&
      journey.now < APPROVED &&
      !journey.closed
    );
  });
  return {
    failed,
    authorized,
    abandoned,
    weeks,
    failure: rate(failed, failed + authorized),
    abandonment: rate(abandoned, attempts.length),
    hoursToConnect: toConnect(world, filters),
    inProgress: inProgress.length,
    topReasons: reasons.filter(([, own]) => own.length === most).map(([reason]) => reason),
  };
};

/** The numbers of each app that has attempts or customers in progress, by id. */
export const slowSoftware = (world: World, filters: Filters, now: Instant) =>
  new Map(
    world.software
      .map(({ id, name }) => ({ id, name, ...numbersOf(world, { ...filters, software: id }, now) }))
      .filter(({ abandonment, inProgress }) => abandonment.of > 0 || inProgress > 0)
      .map((numbers) => [numbers.id, numbers]),
  );

/** How many customers are stuck, by `priority stage software`. */
export const slowQueue = (world: World, now: Instant): Record<string, number> =>
  countBy(
    stuckOf(world, {}, now).map(
      ({ priority, journey }) => `${priority} ${STAGE_NAMES[journey.now]} ${journey.software}`,
    ),
  );
