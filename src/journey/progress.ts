import type { Instant } from './instant.ts';
import { type CustomerState, type Journey, newJourney } from './journey.ts';
import { hasReached, isConnected, type Stage } from './stages.ts';

/** The journey under way; the first signal of an unknown customer begins one. */
export const currentJourney = (state: CustomerState, at: Instant): Journey => {
  const current = state.journeys.at(-1);
  if (current) return current;
  const first = newJourney('first', at);
  state.journeys.push(first);
  return first;
};

/**
 * Moves a journey forward to a stage that was observed at `at`. The stages it skips are implied: their time stays
 * unknown. A stage behind the present one changes nothing.
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

/** Puts the customer of a journey that is not connected where they are now, which may be an earlier stage. */
export const moveTo = (journey: Journey, stage: Stage, at: Instant): void => {
  advance(journey, stage, at);
  if (isConnected(journey.stage)) return;
  journey.stage = stage;
  journey.stageEnteredAt = at;
};

/** As `advance`, for a stage known to be passed at a moment that nobody observed. */
export const imply = (journey: Journey, stage: Stage, at: Instant): void => {
  const wasKnown = hasReached(journey.furthestStage, stage);
  advance(journey, stage, at);
  if (!wasKnown) delete journey.reachedAt[stage];
};
