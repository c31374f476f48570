import type { Instant } from '../../src/journey/instant.ts';
import { isoWeek } from '../../src/journey/metrics/calendar.ts';
import { weeksOf } from '../../src/journey/metrics/period.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { currentOf, type History, later, type Try } from './slow-history.ts';
import {
  APPROVED,
  countBy,
  type Filters,
  hours,
  isManagedBy,
  isOn,
  isWithin,
  type World,
} from './slow-metrics.ts';
import { shareWithin, timesTo } from './slow-survival.ts';

/** Test support: how software fails, computed a second time from the customers’ events. */

const A_WEEK_HOURS = 7 * 24;
const DAYS = 14;
const NOT_THEIRS = ['unsupported', 'software_error', 'link_expired'];

type Ended = NonNullable<Try['end']> & { at: Instant; history: History };
type OfSoftware = Filters & { software: string };

const endOf = ({ end, lastSeen }: Try, now: Instant): Try['end'] => {
  const due = later(lastSeen, A_WEEK_HOURS);
  return end ?? (due <= now ? { at: due, how: 'abandoned', why: null } : null);
};

const isLeftOut = ({ journey }: Try) =>
  journey.closed === 'duplicate' || journey.closed === 'not_our_customer';

/** The attempts that ended in the period by `now`, those silent for a week included. */
const ended = ({ histories }: World, filters: Filters, now: Instant, left = false): Ended[] =>
  histories
    .filter((history) => isManagedBy(filters, history))
    .flatMap((history) =>
      history.tries.flatMap((one) => {
        const end = endOf(one, now);
        return end?.at &&
          isOn(filters, one.software) &&
          isWithin(end.at, filters) &&
          isLeftOut(one) === left
          ? [{ ...end, at: end.at, history }]
          : [];
      }),
    );

/** Each customer once, with those deleted since. */
const customersIn = (attempts: Ended[]) => {
  const found = [...new Set(attempts.map(({ history }) => history))];
  return { count: found.length, deleted: found.filter(({ deleted }) => deleted).length };
};

/** For how many customers and attempts each reason was why, in each week, by `week reason`. */
export const slowReasons = (world: World, filters: Filters, now: Instant) => {
  const failed = ended(world, filters, now).filter(({ how }) => how === 'failed');
  const firsts = [
    ...Map.groupBy(failed, ({ history, why }) => `${history.id} ${why}`).values(),
  ].map((own) => own.reduce((first, one) => (one.at < first.at ? one : first)));
  const byWeek = (all: Ended[]) =>
    countBy(all.map(({ at, why }) => `${isoWeek(at, world.timeZone)} ${why}`));
  return {
    attempts: byWeek(failed),
    customers: byWeek(firsts),
    all: countBy(firsts.map(({ why }) => String(why))),
  };
};

/** What a customer’s attempts with an app came to. Null if they made none that counts. */
const firstOf = (history: History, software: string) => {
  const tries = history.tries.filter((one) => one.software === software && !isLeftOut(one));
  const [begun] = tries.map((one) => one.begun).sort();
  if (begun === undefined) return null;
  const outcomes = tries.flatMap(({ end, begun }) => {
    const counts =
      end?.how === 'authorized' || (end?.how === 'failed' && !NOT_THEIRS.includes(end.why ?? ''));
    return end && counts ? [{ ...end, place: end.at ?? begun }] : [];
  });
  const order = (one: (typeof outcomes)[number]) =>
    `${one.place} ${one.how === 'failed' ? 0 : one.at ? 1 : 2}`;
  const [first] = outcomes.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const [approval] = outcomes.filter(({ how }) => how === 'authorized');
  return { history, begun, first, approval };
};

const notConnectedOf = ({ histories }: World, filters: OfSoftware, now: Instant) => {
  const begun = histories.flatMap((history) => {
    const own = isManagedBy(filters, history) ? firstOf(history, filters.software) : null;
    const isTimed = !own?.approval || own.approval.at !== null;
    return own && isTimed && isWithin(own.begun, filters) ? [own] : [];
  });
  const watched = begun.map(({ begun, approval }) => ({
    age: hours(begun, now),
    after: approval?.at ? hours(begun, approval.at) : null,
  }));
  const ripe = begun.filter((one) => hours(one.begun, now) >= DAYS * 24).length;
  const isOpen = ({ approval }: (typeof begun)[number]) => !approval;
  const gone = begun.filter(({ history }) => history.deleted);
  const { share, low, high } = shareWithin(DAYS * 24, watched);
  return {
    days: DAYS,
    ...(ripe < 5 || share === null
      ? { share: null, low: null, high: null, medianHours: null }
      : {
          ...{ share: 1 - share, low: 1 - high, high: 1 - low },
          medianHours: timesTo(watched).median.hours,
        }),
    of: begun.length,
    open: begun.filter(isOpen).length,
    ripe,
    tooFew: ripe < 5,
    deleted: { of: gone.length, open: gone.filter(isOpen).length },
  };
};

/** The customers whose first attempt ended in the period, and whether it failed. */
const firstEnded = ({ histories }: World, filters: OfSoftware) =>
  histories
    .filter((history) => isManagedBy(filters, history))
    .flatMap((history) => {
      const first = firstOf(history, filters.software)?.first;
      return first?.at && isWithin(first.at, filters)
        ? [{ at: first.at, failed: first.how === 'failed', deleted: history.deleted }]
        : [];
    });

const failedFirst = (firsts: ReturnType<typeof firstEnded>) => ({
  failedFirst: firsts.filter(({ failed }) => failed).length,
  of: firsts.length,
});

const numbersOf = (world: World, filters: OfSoftware, now: Instant) => {
  const attempts = ended(world, filters, now);
  const withOutcome = (outcome: string, among = attempts) =>
    among.filter(({ how }) => how === outcome);
  const failures = withOutcome('failed');
  const [failed, authorized] = [failures.length, withOutcome('authorized').length];
  const abandoned = withOutcome('abandoned');
  const firsts = firstEnded(world, filters);
  const weeks = weeksOf(filters, world.timeZone).map(({ week }) => {
    const within = attempts.filter(({ at }) => isoWeek(at, world.timeZone) === week);
    const failures = withOutcome('failed', within).length;
    return {
      week,
      failed: failures,
      ended: failures + withOutcome('authorized', within).length,
      customers: failedFirst(firsts.filter(({ at }) => isoWeek(at, world.timeZone) === week)),
    };
  });
  const reasons = [...Map.groupBy(failures, ({ why }) => why)].map(
    ([why, own]) => [why, customersIn(own).count] as const,
  );
  const most = Math.max(...reasons.map(([, count]) => count));
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
  const counted = failedFirst(firsts);
  const { interval, tooFew } = rate(counted.failedFirst, counted.of);
  const notTheirs = failures.filter(({ why }) => NOT_THEIRS.includes(why ?? ''));
  const [gaveUp, all] = [customersIn(abandoned), customersIn(attempts)];
  return {
    customers: {
      ...counted,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      tooFew,
      deleted: failedFirst(firsts.filter(({ deleted }) => deleted)),
    },
    notConnected: notConnectedOf(world, filters, now),
    gaveUp: {
      ...rate(gaveUp.count, all.count),
      deleted: { count: gaveUp.deleted, of: all.deleted },
    },
    notTheirs: { ...customersIn(notTheirs), attempts: notTheirs.length },
    leftOut: customersIn(ended(world, filters, now, true)),
    failed,
    authorized,
    abandoned: abandoned.length,
    weeks,
    failure: rate(failed, failed + authorized),
    abandonment: rate(abandoned.length, attempts.length),
    inProgress: inProgress.length,
    topReasons: reasons.filter(([, count]) => count === most).map(([reason]) => reason),
  };
};

/** The numbers of each app that has attempts or customers in progress, by id. */
export const slowSoftware = (world: World, filters: Filters, now: Instant) =>
  new Map(
    world.software
      .map(({ id, name }) => ({ id, name, ...numbersOf(world, { ...filters, software: id }, now) }))
      .filter(({ abandonment, inProgress, notConnected, leftOut }) =>
        [abandonment.of, inProgress, notConnected.of, leftOut.count].some((count) => count > 0),
      )
      .map((numbers) => [numbers.id, numbers]),
  );
