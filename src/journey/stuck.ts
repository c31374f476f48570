import { stopsOf } from './clock/pause.ts';
import { ALWAYS, type Calendar, type Clock, workingClock } from './clock/working-time.ts';
import { type Instant, toInstant } from './instant.ts';
import type { CustomerState, Journey, Stop } from './journey.ts';
import { type Complexity, UNKNOWN_SOFTWARE } from './software-entry.ts';
import {
  PRIORITIES,
  type Priority,
  STUCK_REASONS,
  type StuckReason,
} from './spells/stuck-reasons.ts';
import type { Stage } from './stages.ts';

export { PRIORITIES, type Priority, STUCK_REASONS, type StuckReason };

/** From this many failures in a row, a failure counts as a pattern. */
export const REPEATED_FAILURES = 3;

/** How many times longer customers may take with software that is harder to connect. */
export const COMPLEXITY_FACTOR: Record<Complexity, number> = { simple: 1, moderate: 2, complex: 4 };

type Rule = {
  label: string;
  priority: Priority;
  applies: (journey: Journey) => boolean;
  /** When the threshold starts to count. */
  since: (journey: Journey) => Instant;
  scaledByComplexity?: true;
};

const isAt =
  (...stages: Stage[]) =>
  (journey: Journey): boolean =>
    stages.includes(journey.stage);

const lastSignal = (journey: Journey): Instant => journey.lastSignalAt ?? journey.stageEnteredAt;

const RULES: Record<StuckReason, Rule> = {
  disconnected: {
    label: 'Disconnected',
    priority: 'high',
    applies: (journey) => journey.kind === 'reconnect' && journey.stage === 'created',
    since: (journey) => journey.startedAt,
  },
  repeated_failures: {
    label: 'Repeated failures',
    priority: 'high',
    // While the customer is trying again, the rule of their stage applies.
    applies: (journey) => journey.repeatedSince !== null && journey.lastSignalFailed,
    since: (journey) => journey.repeatedSince ?? lastSignal(journey),
  },
  attempt_failed: {
    label: 'Attempt failed',
    priority: 'high',
    applies: (journey) => journey.isStopped,
    since: lastSignal,
  },
  no_data: {
    label: 'No data received',
    priority: 'high',
    applies: isAt('authorized', 'completed'),
    since: lastSignal,
  },
  approval_pending: {
    label: 'Waiting for approval',
    priority: 'high',
    applies: isAt('initiated'),
    since: lastSignal,
    scaledByComplexity: true,
  },
  not_initiated: {
    label: 'Didn’t start connecting',
    priority: 'medium',
    applies: isAt('selected'),
    since: lastSignal,
    scaledByComplexity: true,
  },
  no_software_selected: {
    label: 'No software selected',
    priority: 'medium',
    applies: isAt('opened'),
    since: lastSignal,
  },
  link_unopened: {
    label: 'Link not opened',
    priority: 'low',
    applies: isAt('invited'),
    since: (journey) => journey.lastSentAt ?? journey.stageEnteredAt,
  },
  not_invited: {
    label: 'Not invited',
    priority: 'low',
    applies: isAt('created'),
    since: (journey) => journey.startedAt,
  },
};

/** In the order in which they are checked. The first rule that matches a journey decides. */
export const STUCK_RULES = STUCK_REASONS.map((reason) => ({ reason, ...RULES[reason] }));

/** Whether a rule gives customers longer with software that is harder to connect. */
export const isScaledByComplexity = (reason: StuckReason): boolean =>
  RULES[reason].scaledByComplexity ?? false;

/** `onPremiseHours` is null where the rule makes no difference. */
export type Threshold = {
  hours: number;
  onPremiseHours: number | null;
  /** Whether the hours are of the team’s working time. */
  workingTime?: boolean;
};

/** The thresholds a new installation starts with. On-premise software reads at night, so its first data takes longer. */
export const DEFAULT_THRESHOLDS: Record<StuckReason, Threshold> = {
  disconnected: { hours: 0, onPremiseHours: null },
  repeated_failures: { hours: 0, onPremiseHours: null },
  attempt_failed: { hours: 1, onPremiseHours: null },
  no_data: { hours: 24, onPremiseHours: 48 },
  approval_pending: { hours: 4, onPremiseHours: null },
  not_initiated: { hours: 24, onPremiseHours: null },
  no_software_selected: { hours: 24, onPremiseHours: null },
  link_unopened: { hours: 72, onPremiseHours: null },
  not_invited: { hours: 48, onPremiseHours: null },
};

export type StuckSettings = {
  thresholds: Record<StuckReason, Threshold>;
  /** `oneTime`: it reads data once, so that access ends afterwards without the customer being lost. */
  software: Record<string, { complexity: Complexity; onPremise: boolean; oneTime?: boolean }>;
  calendar: Calendar;
};

/** The software that reads data once. */
export const oneTimeSoftware = ({ software }: StuckSettings): ReadonlySet<string> =>
  new Set(Object.keys(software).filter((key) => software[key]?.oneTime));

/** Which rule applies to a journey and since when its threshold counts. The settings don’t matter to it. */
export type Resting = {
  stuckReason: StuckReason;
  restingSince: Instant;
  /** When the clock stood or stands still meanwhile. */
  clockStops: Stop[];
};

export type StuckState = { [K in keyof Resting]: Resting[K] | null } & {
  clockStops: Stop[];
  stuckAt: Instant | null;
  priority: Priority | null;
};

export const NEVER_STUCK: StuckState = {
  stuckReason: null,
  restingSince: null,
  clockStops: [],
  stuckAt: null,
  priority: null,
};

type Paused = {
  snoozedUntil: string | null;
  waitingFor: string | null;
  waitingUntil: string | null;
};

/** Whether a customer is snoozed or waiting at `now`, in milliseconds since 1970. */
export const isPaused = ({ snoozedUntil, waitingFor, waitingUntil }: Paused, now: number) =>
  waitingFor
    ? waitingUntil === null || Date.parse(waitingUntil) > now
    : snoozedUntil !== null && Date.parse(snoozedUntil) > now;

type Listed = Paused & { stuck: boolean; stuckAt: string | null };

/**
 * Whether a customer is stuck at `now`, in milliseconds since 1970: `stuckAt` has passed and no pause lasts longer.
 * `stuck` says whether it had when the customer was read, as a page’s `now` may be up to a minute old.
 */
export const isStuck = (customer: Listed, now: number): boolean =>
  customer.stuckAt !== null &&
  (customer.stuck || Date.parse(customer.stuckAt) <= now) &&
  !isPaused(customer, now);

const thresholdOf = (reason: StuckReason, key: string | null, settings: StuckSettings): number => {
  const software = settings.software[key ?? ''];
  const { hours, onPremiseHours } = settings.thresholds[reason];
  if (software?.onPremise && onPremiseHours !== null) return onPremiseHours;
  return isScaledByComplexity(reason)
    ? hours * COMPLEXITY_FACTOR[software?.complexity ?? UNKNOWN_SOFTWARE.complexity]
    : hours;
};

/** When a clock has run for `hours` since a moment, but for its stops. Null if never. */
const afterPatience = (
  since: Instant,
  hours: number,
  { clock, stops }: { clock: Clock; stops: readonly Stop[] },
): Instant | null => {
  let from = Date.parse(since);
  let left = hours * 3_600_000;
  for (const stop of stops) {
    const [start, end] = [Date.parse(stop.from), stop.to === null ? null : Date.parse(stop.to)];
    if (left === 0 || clock.add(from, left) <= start) break;
    if (end !== null && end <= from) continue;
    if (start > from) left -= clock.between(from, start);
    if (end === null) return null;
    from = end;
  }
  return toInstant(clock.add(from, left));
};

/** The clock that a rule’s hours are counted on. */
export const clockOf = (reason: StuckReason, { thresholds, calendar }: StuckSettings): Clock =>
  thresholds[reason].workingTime ? workingClock(calendar) : ALWAYS;

/**
 * When a journey that rests gets stuck, given the software it is at. Null while its clock stands still and nobody knows
 * until when. This is all that settings decide, whenever they change.
 */
export const stuckAtOf = (
  { stuckReason, restingSince, clockStops, software }: Resting & { software: string | null },
  settings: StuckSettings,
): Instant | null =>
  afterPatience(restingSince, thresholdOf(stuckReason, software, settings), {
    clock: clockOf(stuckReason, settings),
    stops: clockStops,
  });

/** Who had been connected is never of low priority. */
const priorityOf = ({ priority }: Rule, { kind }: Journey): Priority =>
  kind === 'reconnect' && priority === 'low' ? 'medium' : priority;

/** Which rule applies to the customer’s current journey, whatever the settings. Null if none does. */
export const restingOf = (state: CustomerState): (Resting & { priority: Priority }) | null => {
  const journey = state.journeys.at(-1);
  if (!journey || journey.closedAt || state.deletedAt) return null;
  const rule = STUCK_RULES.find(({ applies }) => applies(journey));
  if (!rule) return null;
  return {
    stuckReason: rule.reason,
    restingSince: rule.since(journey),
    clockStops: stopsOf(state),
    priority: priorityOf(rule, journey),
  };
};

/**
 * Returns when, and by which rule, the customer’s current journey gets stuck if nothing happens. A journey is stuck
 * once `stuckAt` has passed, unless it is snoozed or waiting. Waiting for somebody also stops the clock, so that
 * `stuckAt` is null while no end is known. Where a rule counts working time, the clock runs only then. A journey that is closed or streaming, or whose customer is deleted, never
 * gets stuck.
 */
export const stuckState = (state: CustomerState, settings: StuckSettings): StuckState => {
  const resting = restingOf(state);
  if (!resting) return NEVER_STUCK;
  const software = state.journeys.at(-1)?.software ?? null;
  return { ...resting, stuckAt: stuckAtOf({ ...resting, software }, settings) };
};

/** Why a customer is stuck at a moment, given the state then. Null if they aren’t, or are snoozed or waiting. */
export const stuckReasonAt = (
  state: CustomerState,
  at: Instant,
  settings: StuckSettings,
): StuckReason | null => {
  const { stuckAt, stuckReason } = stuckState(state, settings);
  const { pause } = state;
  const isPausedThen = pause !== null && (pause.until === null || pause.until > at);
  return stuckAt !== null && stuckAt <= at && !isPausedThen ? stuckReason : null;
};
