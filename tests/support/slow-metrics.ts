import type {
  AttemptRow,
  Customer,
  JourneyRow,
  Software,
} from '../../src/database/schema/index.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { isoWeek, type Period, weeksOf } from '../../src/journey/metrics/period.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { hasReached, type Stage } from '../../src/journey/stages.ts';

/** Test support: computes the metrics a second time, by simple loops over all rows in memory. */

export type World = {
  customers: Customer[];
  journeys: JourneyRow[];
  attempts: AttemptRow[];
  software: Software[];
};
export type Filters = Period & {
  software?: string | undefined;
  accountManagerId?: string | undefined;
};

const TIMES = [
  ['invited', 'invitedAt'],
  ['opened', 'openedAt'],
  ['selected', 'selectedAt'],
  ['initiated', 'initiatedAt'],
  ['authorized', 'authorizedAt'],
  ['completed', 'completedAt'],
  ['streaming', 'streamingAt'],
] as const;

const hours = (start: Instant, end: Instant) => (Date.parse(end) - Date.parse(start)) / 3_600_000;
const isWithin = (at: Instant | null, { from, to }: Period) => at !== null && from <= at && at < to;

/** The percentile at `part`, 0 to 1, interpolated linearly between neighbouring values. Null without values. */
export const percentile = (part: number, values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
};

const entry = (journey: JourneyRow): Instant | null => {
  if (journey.furthestStage === 'created') return null;
  const observed = TIMES.map(([, time]) => journey[time]).filter((at) => at !== null);
  return observed.sort()[0] ?? journey.startedAt;
};

const customerOf = ({ customers }: World, { customerId }: { customerId: string }) =>
  customers.find(({ id, deletedAt }) => id === customerId && deletedAt === null);

const matches = (
  filters: Pick<Filters, 'software' | 'accountManagerId'>,
  software: string | null,
  customer: Customer | undefined,
): customer is Customer =>
  customer !== undefined &&
  customer.deletedAt === null &&
  (filters.software === undefined || software === filters.software) &&
  (filters.accountManagerId === undefined ||
    customer.accountManagerId === filters.accountManagerId);

const isSnoozed = ({ snoozedUntil }: Customer, now: Instant) =>
  snoozedUntil !== null && snoozedUntil > now;

const isStuck = (customer: Customer, now: Instant) =>
  customer.stuckAt !== null && customer.stuckAt <= now && !isSnoozed(customer, now);

const standing = (world: World, journey: JourneyRow, now: Instant) => {
  const customer = customerOf(world, journey);
  if (customer?.journeyId !== journey.id) return 'earlier';
  if (journey.closedAt) return 'closed';
  if (isSnoozed(customer, now)) return 'snoozed';
  return isStuck(customer, now) ? 'stuck' : 'moving';
};

const cohort = (world: World, filters: Filters) =>
  world.journeys.filter(
    (journey) =>
      matches(filters, journey.software, customerOf(world, journey)) &&
      isWithin(entry(journey), filters),
  );

const funnelOf = (world: World, journeys: JourneyRow[], now: Instant) => {
  const reaching = (stage: Stage) =>
    journeys.filter(({ furthestStage }) => hasReached(furthestStage, stage)).length;
  const stages = TIMES.map(([stage, time], index) => {
    const dwells = journeys.flatMap((journey) => {
      const end = journey[time];
      const start = TIMES.slice(0, index)
        .map(([, earlier]) => journey[earlier])
        .findLast((at) => at !== null);
      return start && end ? [hours(start, end)] : [];
    });
    const ended = journeys.filter(
      (journey) => stage !== 'streaming' && journey.furthestStage === stage,
    );
    const stopped = (where: string) =>
      ended.filter((journey) => standing(world, journey, now) === where).length;
    const before = TIMES[index - 1]?.[0];
    return {
      stage,
      reached: reaching(stage),
      fromPrevious: before ? rate(reaching(stage), reaching(before)) : null,
      fromFirst: before ? rate(reaching(stage), journeys.length) : null,
      medianHours: percentile(0.5, dwells),
      p90Hours: percentile(0.9, dwells),
      timed: dwells.length,
      stopped: {
        moving: stopped('moving'),
        snoozed: stopped('snoozed'),
        stuck: stopped('stuck'),
        closed: stopped('closed'),
        earlier: stopped('earlier'),
      },
    };
  });
  return { sample: journeys.length, stages };
};

export const slowFunnel = (
  world: World,
  filters: Filters,
  now: Instant,
  by: 'software' | 'accountManagerId',
) => {
  const journeys = cohort(world, filters);
  const keyOf = (journey: JourneyRow) =>
    by === 'software' ? journey.software : (customerOf(world, journey)?.accountManagerId ?? null);
  return {
    ...funnelOf(world, journeys, now),
    groups: new Map(
      [...Map.groupBy(journeys, keyOf)].map(([key, own]) => [key, funnelOf(world, own, now)]),
    ),
  };
};

export const slowWeekly = (world: World, filters: Filters) =>
  weeksOf(filters).map((part) => {
    const begun = cohort(world, filters).filter(
      (journey) => isoWeek(entry(journey) ?? '') === part.week,
    );
    const completed = begun.filter(({ furthestStage }) => hasReached(furthestStage, 'completed'));
    return { ...part, begun: begun.length, completed: rate(completed.length, begun.length) };
  });

const toConnect = (world: World, filters: Filters) => {
  const times = world.journeys
    .filter((journey) => matches(filters, journey.software, customerOf(world, journey)))
    .flatMap(({ invitedAt, authorizedAt }) =>
      invitedAt && authorizedAt && isWithin(authorizedAt, filters)
        ? [hours(invitedAt, authorizedAt)]
        : [],
    );
  return { median: percentile(0.5, times), sample: times.length };
};

const connected = (world: World, filters: Filters) =>
  world.customers.filter((customer) => {
    const approvals = world.journeys
      .filter(({ customerId }) => customerId === customer.id)
      .flatMap(({ authorizedAt }) => authorizedAt ?? []);
    return (
      matches(filters, customer.software, customer) &&
      isWithin(approvals.sort().at(-1) ?? null, filters)
    );
  }).length;

const converted = (world: World, filters: Filters) => {
  const journeys = cohort(world, filters);
  return rate(
    journeys.filter(({ furthestStage }) => hasReached(furthestStage, 'authorized')).length,
    journeys.length,
  );
};

/** The number of times each value occurs. */
const countBy = (values: string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, own]) => [value, own.length]),
  );

export const slowOverview = (world: World, filters: Filters, now: Instant) => {
  const length = Date.parse(filters.to) - Date.parse(filters.from);
  const from = new Date(Date.parse(filters.from) - length).toISOString();
  const before = { ...filters, from, to: filters.from };
  const stuck = world.customers.filter(
    (customer) => matches(filters, customer.software, customer) && isStuck(customer, now),
  );
  const reasonOf = ({ stuckReason, failureReason }: Customer) =>
    `${stuckReason} ${stuckReason === 'attempt_failed' || stuckReason === 'repeated_failures' ? failureReason : null}`;
  return {
    previous: { from, to: filters.from },
    stuckNow: { count: stuck.length },
    connected: { count: connected(world, filters), previous: connected(world, before) },
    conversion: { now: converted(world, filters), previous: converted(world, before) },
    hoursToConnect: { ...toConnect(world, filters), previous: toConnect(world, before) },
    stuckByReason: countBy(stuck.map(reasonOf)),
  };
};

/** The attempts that ended by `now`, the abandoned ones included. */
const ended = ({ attempts }: World, now: Instant) =>
  attempts.flatMap((attempt) => {
    if (attempt.endedAt) return [attempt];
    if (!attempt.abandonsAt || attempt.abandonsAt > now) return [];
    return [{ ...attempt, outcome: 'abandoned' as const, endedAt: attempt.abandonsAt }];
  });

/** How many attempts failed in each week, by `week reason`. */
export const slowReasons = (
  world: World,
  filters: Filters,
  now: Instant,
): Record<string, number> => {
  const failed = ended(world, now).filter(
    (attempt) =>
      attempt.outcome === 'failed' &&
      matches(filters, attempt.software, customerOf(world, attempt)) &&
      isWithin(attempt.endedAt, filters),
  );
  return countBy(
    failed.map(({ endedAt, failureReason }) => `${isoWeek(endedAt ?? '')} ${failureReason}`),
  );
};

const numbersOf = (world: World, filters: Filters & { software: string }, now: Instant) => {
  const attempts = ended(world, now).filter(
    (attempt) =>
      matches(filters, attempt.software, customerOf(world, attempt)) &&
      isWithin(attempt.endedAt, filters),
  );
  const withOutcome = (outcome: string, among = attempts) =>
    among.filter((attempt) => attempt.outcome === outcome);
  const [failed, authorized] = [withOutcome('failed').length, withOutcome('authorized').length];
  const abandoned = withOutcome('abandoned').length;
  const weeks = weeksOf(filters).map(({ week }) => {
    const within = attempts.filter(({ endedAt }) => isoWeek(endedAt ?? '') === week);
    const failures = withOutcome('failed', within).length;
    return { week, failed: failures, ended: failures + withOutcome('authorized', within).length };
  });
  const reasons = [...Map.groupBy(withOutcome('failed'), ({ failureReason }) => failureReason)];
  const most = Math.max(...reasons.map(([, own]) => own.length));
  return {
    failed,
    authorized,
    abandoned,
    weeks,
    failure: rate(failed, failed + authorized),
    abandonment: rate(abandoned, attempts.length),
    hoursToConnect: toConnect(world, filters),
    inProgress: world.customers.filter(
      (customer) =>
        matches(filters, customer.software, customer) &&
        !customer.connected &&
        customer.closedAt === null,
    ).length,
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
    world.customers
      .filter((customer) => customer.deletedAt === null && isStuck(customer, now))
      .map(({ priority, stage, software }) => `${priority} ${stage} ${software}`),
  );
