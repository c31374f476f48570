import type { EventType } from '../common/event-types.ts';
import type { JourneyEvent } from './events.ts';
import { addHours, type Instant } from './instant.ts';
import { type CustomerState, EMPTY_STATE, type Turn } from './journey.ts';
import { type StuckSettings, stuckReasonAt } from './stuck.ts';

/** By these a case moves on, or ends. Failures and losses don’t resolve anything. */
const TURNS: ReadonlySet<EventType> = new Set<EventType>([
  'link.opened',
  'software.selected',
  'connection.initiated',
  'connection.authorized',
  'journey.completed',
  'data.received',
  'journey.closed',
]);

/** How long turns are kept, in hours before the newest event, and how many: enough for “today” wherever someone is. */
const KEPT = { hours: 48, most: 20 };

/** What a case is like just before an event. Null if the event can’t resolve it. */
export const turnBefore = (
  state: CustomerState,
  { type, occurredAt }: JourneyEvent,
): Turn | null => {
  const journey = state.journeys.at(-1);
  if (!journey) return null;
  const invites = type === 'link.sent' && journey.stage === 'created';
  if (!invites && !TURNS.has(type)) return null;
  const { stops, pause } = state;
  const before = { ...journey, attempts: [], spells: [] };
  return structuredClone({
    at: occurredAt,
    journey: before,
    stops,
    pause: pause && { ...pause, note: null },
  });
};

/** Keeps a turn, and of earlier ones those that are recent. */
export const noteTurn = (state: CustomerState, turn: Turn): void => {
  const since = addHours(turn.at, -KEPT.hours);
  state.turns = [...state.turns.filter(({ at }) => at >= since), turn].slice(-KEPT.most);
};

/** Closing a case that is opened again resolved nothing. */
export const forgetClosing = (state: CustomerState, closedAt: Instant): void => {
  state.turns = state.turns.filter(({ at }) => at !== closedAt);
};

/** Whether a case was in the queue when it turned: stuck, and neither snoozed nor waiting. */
const endsStuck = ({ at, journey, stops, pause }: Turn, settings: StuckSettings): boolean =>
  stuckReasonAt({ ...EMPTY_STATE, journeys: [journey], stops, pause }, at, settings) !== null;

/** When a case that was stuck last moved on, connected or was closed. Only of the last days; null if it didn’t. */
export const resolvedAt = ({ turns }: CustomerState, settings: StuckSettings): Instant | null =>
  turns.findLast((turn) => endsStuck(turn, settings))?.at ?? null;
