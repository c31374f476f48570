import type { JourneyEvent } from '../events.ts';
import { addHours, type Instant } from '../instant.ts';
import type { CustomerState, Journey, Rest, Spell } from '../journey.ts';
import { stageNumber } from '../stages.ts';
import { restingOf } from '../stuck.ts';
import { actionOf } from './actions.ts';

/** No landmark is earlier after the start of being stuck, so that a shorter spell would never be looked at. */
const SHORTEST_HOURS = 24;

/** For how long after a spell has ended its outcome is watched. No outcome of a landmark within it is later. */
const WATCHED_HOURS = 7 * 24;

/** More than anybody does while one customer is silent. */
const MOST_ACTIONS = 50;

const openIn = ({ spells }: Journey): Spell | undefined => {
  const last = spells.at(-1);
  return last?.to === null ? last : undefined;
};

const end = ({ spells }: Journey, spell: Spell, at: Instant): void => {
  if (addHours(spell.from, SHORTEST_HOURS) > at) spells.pop();
  else spell.to = at;
};

const restAt = (state: CustomerState, journey: Journey, at: Instant): Rest | null => {
  const resting = restingOf(state);
  if (!resting) return null;
  // The state’s own list of stops grows.
  const clockStops = [...resting.clockStops];
  return { ...resting, clockStops, software: journey.software, from: at };
};

/** By value: the database returns a stored rest with its fields in another order. */
const textOf = ({ stuckReason, priority, restingSince, software, clockStops }: Rest): string =>
  JSON.stringify([
    ...[stuckReason, priority, restingSince, software],
    ...clockStops.flatMap(({ from, to }) => [from, to]),
  ]);

/** Sending a link makes a customer invited. Only what they do themselves takes them further. */
const isFurther = (journey: Journey, { stage }: Spell): boolean =>
  stageNumber(journey.stage) > Math.max(stageNumber(stage), stageNumber('invited'));

/** Notes that the customer has reached a further stage than during the spells that ended not long ago. */
const noteMove = (journey: Journey, at: Instant): void => {
  const since = addHours(at, -WATCHED_HOURS);
  for (let index = journey.spells.length - 1; index >= 0; index -= 1) {
    const spell = journey.spells[index];
    if (!spell || (spell.to !== null && spell.to < since)) return;
    if (spell.to !== null && isFurther(journey, spell)) spell.movedOnAt ??= at;
  }
};

/** The first link begins the wait for the customer. Until then, they waited for us. */
const isInvited = ({ rests }: Spell, rest: Rest | null): boolean =>
  rests.at(-1)?.stuckReason === 'not_invited' && rest?.stuckReason !== 'not_invited';

/**
 * Notes what an event means for the times in which a customer does nothing: their signals end one and begin the next,
 * what we do happens during it. `before` is the journey that was current before, `isSignal` whether the event is news of
 * the customer.
 */
export const trackSpells = (
  state: CustomerState,
  event: JourneyEvent,
  { before, isSignal }: { before: Journey | undefined; isSignal: boolean },
): void => {
  const at = event.occurredAt;
  const journey = state.journeys.at(-1);
  if (!journey) return;
  const rest = restAt(state, journey, at);
  const open = before && openIn(before);
  const action = actionOf(event);
  if (open && action && open.actions.length < MOST_ACTIONS) open.actions.push({ action, at });
  const isOver = isSignal || rest === null || before !== journey;
  if (before && open && (isOver || isInvited(open, rest))) end(before, open, at);
  for (const one of new Set([before ?? journey, journey])) noteMove(one, at);
  if (!rest) return;
  const lasting = openIn(journey);
  if (!lasting) {
    const { stage } = journey;
    journey.spells.push({ from: at, to: null, stage, rests: [rest], actions: [], movedOnAt: null });
    return;
  }
  const last = lasting.rests.at(-1);
  if (!last || textOf(last) !== textOf(rest)) lasting.rests.push(rest);
};
