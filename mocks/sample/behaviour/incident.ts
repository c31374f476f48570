import { addHours, type Instant } from '../../../src/journey/instant.ts';
import type { Failure } from '../../codat/world/failures.ts';
import type { Random } from '../random.ts';
import { difficultyOf } from './difficulty.ts';

/** Sage 200 Standard has been down for most of its users since yesterday. */
export const INCIDENT = { software: 'jcrp', hours: 22, failing: 0.65 } as const;

/** Whether an attempt at the given time is during the incident. */
const isInIncident = (software: string, at: Instant, now: Instant): boolean =>
  software === INCIDENT.software && at >= addHours(now, -INCIDENT.hours);

/** How an attempt fails; null if it succeeds. `ease` scales the chance of failure: 1 leaves it, 0 prevents failures. */
export const chooseFailure = (
  { software, at, now, ease }: { software: string; at: Instant; now: Instant; ease: number },
  random: Random,
): Failure | null => {
  if (isInIncident(software, at, now))
    return random.chance(INCIDENT.failing) ? 'software_error' : null;
  const { failing, reasons } = difficultyOf(software);
  return random.chance(failing * ease) ? random.weighted<Failure>(reasons) : null;
};
