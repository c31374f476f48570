import type { JourneyEvent } from '../events.ts';
import { foldInto, inOrder } from '../fold.ts';
import type { Attempt, CustomerState, Journey, Spell } from '../journey.ts';
import { correctKind } from '../other-connections.ts';
import { type Excerpt, excerptOf, listOf } from './excerpt.ts';

/**
 * How many of the newest journeys, and of the newest attempts and spells of each, a checkpoint has. Of spells, which last
 * a day at least, all that a further stage can be the outcome of.
 */
const AT_HAND = { journeys: 4, attempts: 6, spells: 10 };

type JourneyExcerpt = Omit<Journey, 'attempts' | 'spells'> & {
  attempts: Excerpt<Attempt>;
  spells: Excerpt<Spell>;
};

/**
 * Where a fold can be resumed: the state so far, without most of a long past, and the newest event it contains. Its size
 * doesn’t grow with the number of events.
 */
export type Checkpoint = {
  state: Omit<CustomerState, 'journeys'> & { journeys: Excerpt<JourneyExcerpt> };
  newest: JourneyEvent;
};

const mapExcerpt = <T, U>(
  { first, leftOut, last }: Excerpt<T>,
  change: (item: T) => U,
): Excerpt<U> => ({ first: first.map(change), leftOut, last: last.map(change) });

/** The checkpoint after folding events into a state, of which `newest` is the newest. */
export const checkpointOf = (
  state: CustomerState,
  newest: JourneyEvent,
  atHand = AT_HAND,
): Checkpoint => ({
  newest,
  state: {
    ...state,
    journeys: mapExcerpt(excerptOf(state.journeys, atHand.journeys), (journey) => ({
      ...journey,
      attempts: excerptOf(journey.attempts, atHand.attempts),
      spells: excerptOf(journey.spells, atHand.spells),
    })),
  },
});

/** The state at a checkpoint, to look at. Looking at a part of the past that it lacks throws `LeftOut`. */
export const stateAt = ({ state }: Checkpoint): CustomerState => ({
  ...state,
  journeys: listOf(
    mapExcerpt(state.journeys, (journey) => ({
      ...journey,
      attempts: listOf(journey.attempts),
      spells: listOf(journey.spells),
    })),
  ),
});

/** A copy of what can be stored as JSON, several times faster than a structured clone. */
const copyOf = (checkpoint: Checkpoint): Checkpoint => JSON.parse(JSON.stringify(checkpoint));

/**
 * Folds further events into the state at a checkpoint. Returns null if all events must be folded again: one is not
 * newer than all before, or tells what a connection was from the start.
 * @throws LeftOut when they concern a part of the past that the checkpoint lacks. Then, too, all must be folded.
 */
export const resume = (
  checkpoint: Checkpoint,
  further: readonly JourneyEvent[],
  oneTime: ReadonlySet<string> = new Set(),
): CustomerState | null => {
  const [first] = inOrder([checkpoint.newest, ...further]);
  if (first !== checkpoint.newest || correctKind(checkpoint.state, further)) return null;
  return foldInto(stateAt(copyOf(checkpoint)), further, oneTime);
};
