import type { Software } from '../../src/database/schema/index.ts';
import { type Calendar, DEFAULT_CALENDAR } from '../../src/journey/clock/working-time.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { isWorking } from '../../src/journey/testing/slow-working-time.ts';
import {
  APPROVED,
  currentOf,
  type History,
  INITIATED,
  INVITED,
  type Journey,
  later,
  OPENED,
  SELECTED,
  STREAMING,
} from './slow-history.ts';

/** Test support: who is stuck or waits, worked out a second time from the customers’ histories. */

const HOUR = 3_600_000;

export const isPausedIn = ({ pauses }: History, now: Instant): boolean =>
  pauses.some(({ until, ended }) => ended === null && (until === null || until > now));

const STOPPING = ['customer_it', 'administrator', 'codat', 'vendor', 'migration', 'connection'];

/** For how many hours between two moments the customer waited for somebody or something. */
const hoursStopped = ({ pauses }: History, start: Instant, end: Instant): number => {
  const lengths = pauses.map(({ what, from, until, ended }) => {
    if (!STOPPING.includes(what ?? '')) return 0;
    const to = Math.min(...[until, ended, end].map((at) => (at ? Date.parse(at) : Infinity)));
    const length = (to - Math.max(Date.parse(from), Date.parse(start))) / HOUR;
    const isEndless = until === null && ended === null;
    return length > 0 && isEndless ? Infinity : Math.max(0, length);
  });
  return lengths.reduce((sum, length) => sum + length, 0);
};

/** When a number of hours have passed in which the clock ran: as much later as it stood still before. Null if never. */
const laterOnClock = (history: History, since: Instant, hours: number): Instant | null => {
  let at = later(since, hours);
  for (;;) {
    const stopped = hoursStopped(history, since, at);
    if (stopped === Infinity) return null;
    const next = later(since, hours + stopped);
    if (next === at) return at;
    at = next;
  }
};

const isStoppedAt = ({ pauses }: History, at: Instant): boolean =>
  pauses.some(
    ({ what, from, until, ended }) =>
      STOPPING.includes(what ?? '') &&
      from <= at &&
      (until === null || at < until) &&
      (ended === null || at < ended),
  );

/** When the team has worked for a number of hours, counted by quarters, while the customer didn’t wait. Null if later than `now`. */
const laterAtWork = (
  history: History,
  { since, hours, now }: { since: Instant; hours: number; now: Instant },
  calendar: Calendar,
): Instant | null => {
  let left = hours * 4;
  let at = since;
  for (; left > 0; at = later(at, 0.25)) {
    if (at > now) return null;
    if (isWorking(Date.parse(at), calendar) && !isStoppedAt(history, at)) left -= 1;
  }
  return at;
};

type Known = Pick<Software, 'complexity' | 'onPremise'>;
type Patience = { hours: number; onPremiseHours: number | null; workingTime?: boolean };

/** What a team has set. */
export type Team = {
  software: ReadonlyMap<string, Known>;
  thresholds: Record<string, Patience>;
  calendar: Calendar;
};

const patience = (hours: number, onPremiseHours: number | null = null) => ({
  ...{ hours, onPremiseHours },
});

/** Where a team has changed nothing. */
export const AT_FIRST: Pick<Team, 'thresholds' | 'calendar'> = {
  thresholds: {
    disconnected: patience(0),
    repeated_failures: patience(0),
    attempt_failed: patience(1),
    no_data: patience(24, 48),
    approval_pending: patience(4),
    not_initiated: patience(24),
    no_software_selected: patience(24),
    link_unopened: patience(72),
    not_invited: patience(48),
  },
  calendar: DEFAULT_CALENDAR,
};

/** Which rule applies to a journey, how urgent that is, and since when it counts. */
const ruleFor = (journey: Journey): [string, 'high' | 'medium' | 'low', Instant] => {
  const seen = journey.lastSignal ?? journey.begun;
  const third = journey.failures[2];
  if (journey.kind === 'reconnect' && journey.now === 0)
    return ['disconnected', 'high', journey.begun];
  if (third && journey.failedLast) return ['repeated_failures', 'high', third];
  if (journey.stopped) return ['attempt_failed', 'high', seen];
  if (journey.now >= APPROVED) return ['no_data', 'high', seen];
  if (journey.now === INITIATED) return ['approval_pending', 'high', seen];
  if (journey.now === SELECTED) return ['not_initiated', 'medium', seen];
  if (journey.now === OPENED) return ['no_software_selected', 'medium', seen];
  if (journey.now === INVITED) return ['link_unopened', 'low', journey.sent ?? journey.begun];
  return ['not_invited', 'low', journey.begun];
};

/**
 * Since when, and why, a customer is stuck if nothing happens; null if they never are. `at` is null if the clock stands
 * still for good, or if it counts working time and that is later than `now`.
 */
export const stuckness = (history: History, team: Team, now: Instant) => {
  const journey = currentOf(history);
  if (journey.closed || history.deleted || journey.now === STREAMING) return null;
  const [reason, priority, since] = ruleFor(journey);
  const known = team.software.get(journey.software ?? '');
  const isScaled = ['approval_pending', 'not_initiated'].includes(reason);
  const factor = isScaled
    ? { simple: 1, moderate: 2, complex: 4 }[known?.complexity ?? 'moderate']
    : 1;
  const { hours, onPremiseHours, workingTime } = team.thresholds[reason] as Patience;
  const patience = (known?.onPremise ? onPremiseHours : null) ?? hours * factor;
  return {
    reason,
    priority: priority === 'low' && journey.kind === 'reconnect' ? 'medium' : priority,
    at: workingTime
      ? laterAtWork(history, { since, hours: patience, now }, team.calendar)
      : laterOnClock(history, since, patience),
  } as const;
};
