import { addHours, type Instant } from '../../instant.ts';
import { LEAST_CUSTOMERS, nextSum, weights } from './cusum.ts';
import { firstWithinADay, type Outcome } from './outcomes.ts';
import { followUsual, USUAL_HOURS, type Usual } from './usual.ts';

/** Evidence that is older is forgotten. */
export const REPLAYED_HOURS = 28 * 24;

/** Outcomes before this long ago, in hours, change nothing but which of the next day’s count. */
export const REMEMBERED_HOURS = REPLAYED_HOURS + USUAL_HOURS;

/** Once nobody has failed for this long, an incident is over, even if nobody tried. */
const QUIET_HOURS = 7 * 24;

/** Software that fails for more customers than usual, or did. */
export type Found = {
  software: string;
  /** When the sum last left 0 before it reached the threshold, and when it did. */
  startedAt: Instant;
  detectedAt: Instant;
  /** When the sum was 0 again, or nobody had failed for a week. Null while it lasts. */
  endedAt: Instant | null;
  /** What was usual when it was detected. */
  usual: Usual;
};

/** What was seen of some software since its sum last left 0. */
type Run = {
  sum: number;
  startedAt: Instant;
  lastFailedAt: Instant;
  failed: Set<string>;
  incident: Found | null;
};

const runFrom = (at: Instant): Run => ({
  ...{ sum: 0, startedAt: at, lastFailedAt: at, failed: new Set(), incident: null },
});

/** Adds one customer to a run, and opens an incident when it has come to that. Who failed in the run adds no more to it. */
const add = (run: Run, { software, customerId, at, failed }: Outcome, usual: Usual): void => {
  if (failed) run.lastFailedAt = at;
  if (run.failed.has(customerId)) return;
  run.sum = nextSum(run.sum, weights(usual.share)[failed ? 'failed' : 'approved'], usual.h);
  if (!failed) return;
  run.failed.add(customerId);
  if (run.sum < usual.h || run.failed.size < LEAST_CUSTOMERS) return;
  run.incident ??= { software, startedAt: run.startedAt, detectedAt: at, endedAt: null, usual };
};

/** Ends the incident of a run if nobody has failed for long. Returns whether it did. */
const endsQuietly = ({ incident, lastFailedAt }: Run, at: Instant): boolean => {
  const quietAt = addHours(lastFailedAt, QUIET_HOURS);
  if (!incident || quietAt > at) return false;
  incident.endedAt = quietAt;
  return true;
};

/**
 * Finds incidents by a CUSUM by software over the outcomes of the last weeks, which are shown to it in the order of time.
 * It depends on nothing else: each is judged by what was usual at its time, so that an incident found late is the one that
 * had been found at once.
 */
export const startReplay = (now: Instant) => {
  const counts = firstWithinADay();
  const counted: Outcome[] = [];
  const since = addHours(now, -REPLAYED_HOURS);
  const usualAt = followUsual(counted);
  const runs = new Map<string, Run>();
  const found: Found[] = [];
  const show = (outcome: Outcome): void => {
    const { software, at } = outcome;
    if (at > now || !counts(outcome)) return;
    counted.push(outcome);
    const usual = at < since ? null : usualAt(software, at);
    if (!usual) return;
    const before = runs.get(software);
    const run = before && !endsQuietly(before, at) ? before : runFrom(at);
    const known = run.incident;
    add(run, outcome, usual);
    if (run.incident && !known) found.push(run.incident);
    if (run.sum > 0) runs.set(software, run);
    else {
      if (run.incident) run.incident.endedAt = at;
      runs.delete(software);
    }
  };
  const end = (): Found[] => {
    for (const run of runs.values()) endsQuietly(run, now);
    return found;
  };
  return { show, end };
};

/** The incidents in outcomes that are few enough to be looked at in one go. */
export const replay = (outcomes: readonly Outcome[], now: Instant): Found[] => {
  const { show, end } = startReplay(now);
  outcomes.forEach(show);
  return end();
};
