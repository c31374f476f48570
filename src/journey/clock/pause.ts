import type { WaitingFor } from '../../common/event-types.ts';
import type { JourneyEvent, PauseChange } from '../events.ts';
import type { Instant } from '../instant.ts';
import type { CustomerState, Pause, Stop } from '../journey.ts';
import { currentJourney } from '../progress.ts';

/** The change that ends a snooze or a wait. */
export const NOT_PAUSED = {
  snoozedUntil: null,
  waitingFor: null,
  waitingUntil: null,
  waitingNote: null,
} satisfies PauseChange;

/** These last until their date whatever the customer does, and only hide the customer: the clock runs on. */
const DATED: ReadonlySet<WaitingFor | null> = new Set(['call', 'date']);

/** Waiting for somebody or something stops the clock. A snooze only hides the customer. */
const stopsClock = ({ waitingFor }: Pause): boolean =>
  waitingFor !== null && !DATED.has(waitingFor);

/** Ends the pause in force, at the latest at `at`. */
export const endPause = (state: CustomerState, at: Instant): void => {
  const { pause } = state;
  if (!pause) return;
  state.pause = null;
  const to = pause.until !== null && pause.until < at ? pause.until : at;
  if (stopsClock(pause) && pause.from < to) state.stops.push({ from: pause.from, to });
};

/** A signal ends the pause, unless it lasts whatever happens. Once data streams, there is nothing left to wait for. */
export const endPauseBySignal = (state: CustomerState, at: Instant): void => {
  const journey = currentJourney(state, at);
  const { pause } = state;
  const lasts = pause && DATED.has(pause.waitingFor) && pause.until !== null && pause.until > at;
  if (!lasts || journey.stage === 'streaming') endPause(state, at);
  // Only repeated failures count from before the last signal.
  const since = journey.repeatedSince ?? at;
  state.stops = state.stops.filter(({ to }) => to !== null && to > since);
};

type Wanted = Pick<Pause, 'waitingFor' | 'until' | 'note'>;

/** What a change makes of a pause. What it doesn’t name stays, unless it begins another pause. */
const changed = (pause: Pause | null, change: PauseChange): Wanted | null => {
  const { snoozedUntil, waitingFor, waitingUntil, waitingNote } = change;
  if (waitingFor && waitingFor !== pause?.waitingFor)
    return { waitingFor, until: waitingUntil ?? null, note: waitingNote ?? null };
  if (snoozedUntil) return { waitingFor: null, until: snoozedUntil, note: null };
  if (!pause || (pause.waitingFor ? waitingFor : snoozedUntil) === null) return null;
  if (!pause.waitingFor) return pause;
  const { until, note } = pause;
  return {
    waitingFor: pause.waitingFor,
    until: waitingUntil === undefined ? until : waitingUntil,
    note: waitingNote === undefined ? note : waitingNote,
  };
};

/** Begins, changes or ends the pause. There is only one at a time. Another note alone doesn’t begin another. */
export const changePause = (
  state: CustomerState,
  { occurredAt, actorId }: JourneyEvent,
  change: PauseChange,
): void => {
  const { pause } = state;
  const wanted = changed(pause, change);
  const stays = wanted?.waitingFor === pause?.waitingFor && wanted?.until === pause?.until;
  if (!stays) endPause(state, occurredAt);
  if (!wanted) return;
  const { waitingFor, until, note } = wanted;
  const [from, byId] = stays && pause ? [pause.from, pause.byId] : [occurredAt, actorId];
  state.pause = { waitingFor, from, until, note, byId };
  state.lastPause = state.pause;
};

/** When the clock of the stuck rules stands still, in order. */
export const stopsOf = ({ pause, stops }: CustomerState): Stop[] =>
  pause && stopsClock(pause) && (pause.until === null || pause.from < pause.until)
    ? [...stops, { from: pause.from, to: pause.until }]
    : stops;
