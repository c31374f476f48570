import type { Instant } from '../../src/journey/instant.ts';
import { type Period, weeksOf } from '../../src/journey/metrics/period.ts';
import { approvedAt, type Begun, familiesIn, mayConnect } from './slow-families.ts';
import { currentOf, type History } from './slow-history.ts';
import {
  APPROVED,
  countBy,
  type Filters,
  firstOf,
  hours,
  isLeftOut,
  isManagedBy,
  isOn,
  isWithin,
  stuckOf,
  type World,
} from './slow-metrics.ts';
import { shareWithin, timesTo, type Watched } from './slow-survival.ts';

/** Test support: who connected, how soon, and who was lost, counted a second time from the events. */

/** The first loss of each customer in the period. */
const lostIn = ({ histories }: World, filters: Filters): Begun[] =>
  histories
    .filter((history) => isManagedBy(filters, history))
    .flatMap((history) => {
      const losses = history.journeys.filter(
        ({ kind, begun, software }) =>
          kind === 'reconnect' && isWithin(begun, filters) && isOn(filters, software),
      );
      return losses
        .slice(0, 1)
        .map((journey) => ({ history, journey, at: journey.begun, others: [] }));
    });

const watchedOf = (all: Begun[], now: Instant): Watched[] =>
  all.map(({ at, journey }) => {
    const approved = approvedAt(journey);
    return { age: hours(at, now), after: approved === null ? null : hours(at, approved) };
  });

const isInTime = (days: number, one: Watched | undefined): boolean =>
  typeof one?.after === 'number' && one.after <= 24 * days;

const AGES = [1, 7, 14, 30];

/** Those deleted since, who are in no list. */
const goneOf = (days: number, all: Begun[], now: Instant) => {
  const gone = all.filter(({ history }) => history.deleted);
  const counted = watchedOf(
    gone.filter(({ journey }) => !isLeftOut(journey)),
    now,
  );
  return {
    of: counted.length,
    connected: counted.filter((one) => isInTime(days, one)).length,
    ripe: counted.filter(({ age }) => age >= 24 * days).length,
    leftOut: gone.length - counted.length,
  };
};

const conversionOf = (days: number, all: Begun[], now: Instant) => {
  const counted = all.filter(({ journey }) => !isLeftOut(journey));
  const watched = watchedOf(counted, now);
  const at = (days: number) => ({
    days,
    ...shareWithin(24 * days, watched),
    ripe: watched.filter(({ age }) => age >= 24 * days).length,
  });
  return {
    ...at(days),
    of: counted.length,
    connected: watched.filter((one) => isInTime(days, one)).length,
    partial: counted.filter((one, at) => isInTime(days, watched[at]) && one.others.some(mayConnect))
      .length,
    open: counted.filter(mayConnect).length,
    leftOut: all.length - counted.length,
    deleted: goneOf(days, all, now),
    at: AGES.map(at),
  };
};

const compared = (days: number, all: Begun[], before: Begun[], now: Instant) => {
  const [one, other] = [conversionOf(days, all, now), conversionOf(days, before, now)];
  if (one.share === null || other.share === null)
    return { ...one, previous: other, difference: null, clear: false };
  const share = one.share - other.share;
  const below = Math.sqrt((one.share - one.low) ** 2 + (other.high - other.share) ** 2);
  const above = Math.sqrt((one.high - one.share) ** 2 + (other.share - other.low) ** 2);
  const [low, high] = [share - 1.05 * below, share + 1.05 * above];
  const clear = one.ripe >= 20 && other.ripe >= 20 && (low > 0 || high < 0);
  return { ...one, previous: other, difference: { share, low, high }, clear };
};

const timesOf = (all: Begun[], before: Begun[], now: Instant) => {
  const counted = [all, before].map((some) =>
    timesTo(
      watchedOf(
        some.filter(({ journey }) => !isLeftOut(journey)),
        now,
      ),
    ),
  );
  const [one = timesTo([]), other = timesTo([])] = counted;
  const errors = [one.median, other.median].map(({ low, high }) =>
    low && high ? Math.log(high / low) / 2 / 1.959964 : Number.NaN,
  );
  const apart = Math.log((one.median.hours ?? Number.NaN) / (other.median.hours ?? Number.NaN));
  return {
    ...one,
    previous: other,
    clear: Math.abs(apart) > 1.05 * 1.959964 * Math.hypot(...errors),
  };
};

const countsOf = (all: History[], before: History[], filters: Filters, earlier: Period) => {
  const lengths = [filters, earlier].map(({ from, to }) => hours(from, to));
  const [here = 0, there = 0] = lengths;
  const [sum, part] = [all.length + before.length, here / (here + there)];
  const distance = Math.abs(all.length - sum * part);
  return {
    count: all.length,
    deleted: all.filter(({ deleted }) => deleted).length,
    previous: before.length,
    clear: distance > 1.959964 * Math.sqrt(sum * part * (1 - part)),
  };
};

const newIn = ({ histories }: World, filters: Filters) =>
  histories.filter((history) => {
    const first = firstOf(history);
    return (
      isManagedBy(filters, history) &&
      isOn(filters, first?.software ?? null) &&
      isWithin(first?.times[APPROVED], filters)
    );
  });

const beforeOf = (filters: Filters): Filters => {
  const length = Date.parse(filters.to) - Date.parse(filters.from);
  const from = new Date(Date.parse(filters.from) - length).toISOString();
  return { ...filters, from, to: filters.from };
};

export const slowOverview = (world: World, filters: Filters, now: Instant, days: number) => {
  const before = beforeOf(filters);
  const [invited, earlier] = [familiesIn(world, filters), familiesIn(world, before)];
  const [lost, lostBefore] = [lostIn(world, filters), lostIn(world, before)];
  const countable = (all: Begun[]) =>
    all.flatMap(({ history, journey }) => (isLeftOut(journey) ? [] : [history]));
  const stuck = stuckOf(world, filters, now);
  const connected = world.histories.filter(
    (history) =>
      !history.deleted &&
      isManagedBy(filters, history) &&
      isOn(filters, currentOf(history).software) &&
      currentOf(history).now >= APPROVED,
  );
  return {
    previous: { from: before.from, to: before.to },
    stuckNow: { count: stuck.length },
    conversion: compared(days, invited, earlier, now),
    timeToConnect: timesOf(invited, earlier, now),
    newConnections: countsOf(newIn(world, filters), newIn(world, before), filters, before),
    connectedNow: { count: connected.length },
    lost: countsOf(countable(lost), countable(lostBefore), filters, before),
    wonBack: compared(14, lost, lostBefore, now),
    stuckByReason: countBy(
      stuck.map(
        ({ reason, journey }) => `${reason} ${/failed|failures/.test(reason) ? journey.why : null}`,
      ),
    ),
  };
};

export const slowCurve = (world: World, filters: Filters, now: Instant, until: number) => {
  const before = beforeOf(filters);
  const curveOf = (all: Begun[]) => {
    const watched = watchedOf(
      all.filter(({ journey }) => !isLeftOut(journey)),
      now,
    );
    return Array.from({ length: until + 1 }, (_, day) => ({
      day,
      ...shareWithin(24 * day, watched.some(({ age }) => age >= 24 * day) ? watched : []),
      atRisk: watched.filter(({ age, after }) => (after ?? age) >= 24 * day).length,
    }));
  };
  const [invited, earlier] = [familiesIn(world, filters), familiesIn(world, before)];
  const out = invited.filter(({ journey }) => isLeftOut(journey)).length;
  return {
    days: curveOf(invited),
    of: invited.length - out,
    leftOut: out,
    previous: curveOf(earlier),
    previousOf: earlier.filter(({ journey }) => !isLeftOut(journey)).length,
    previousPeriod: { from: before.from, to: before.to },
  };
};

export const slowWeekly = (world: World, filters: Filters, now: Instant, days: number) =>
  weeksOf(filters, world.timeZone).map((week) => {
    const { at: _, ...numbers } = conversionOf(
      days,
      familiesIn(world, { ...filters, ...week }),
      now,
    );
    return { ...week, ...numbers, complete: hours(week.to, now) >= 24 * days };
  });
