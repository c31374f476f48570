import type { Instant } from './instant.ts';
import { type CustomerState, type Journey, newJourney } from './journey.ts';
import { hasReached, isConnected, type Stage } from './stages.ts';

/** The current journey. The first signal of an unknown customer starts one. */
export const currentJourney = (state: CustomerState, at: Instant): Journey => {
  const current = state.journeys.at(-1);
  if (current) return current;
  const first = newJourney('first', at);
  state.journeys.push(first);
  return first;
};

/**
 * Moves a journey forward to a stage observed at `at`. Skipped stages are implied, so their times stay unknown. A stage
 * behind the current one changes nothing.
 */
export const advance = (journey: Journey, stage: Stage, at: Instant): void => {
  if (!hasReached(journey.furthestStage, stage)) {
    journey.furthestStage = stage;
    journey.reachedAt[stage] = at;
  }
  if (!hasReached(journey.stage, stage)) {
    journey.stage = stage;
    journey.stageEnteredAt = at;
  }
};

/** When a journey entered the funnel: when the first link was sent, or at the customer’s first signal if earlier. Null before either. */
export const enteredAt = ({ reachedAt, firstSignalAt }: Journey): Instant | null => {
  const [first = null] = [reachedAt.invited, firstSignalAt].flatMap((at) => at ?? []).sort();
  return first;
};

/** Moves a journey that isn’t connected to a stage, which may be an earlier one. */
export const moveTo = (journey: Journey, stage: Stage, at: Instant): void => {
  advance(journey, stage, at);
  if (isConnected(journey.stage)) return;
  journey.stage = stage;
  journey.stageEnteredAt = at;
};

/** Like `advance`, for a stage that was reached at an unknown time. */
export const imply = (journey: Journey, stage: Stage, at: Instant): void => {
  const wasKnown = hasReached(journey.furthestStage, stage);
  advance(journey, stage, at);
  if (!wasKnown) delete journey.reachedAt[stage];
};
