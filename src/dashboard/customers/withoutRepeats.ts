import type { EventRecord } from '../../api/resources/events.ts';

/** Codat's webhook and the Link SDK tell of one happening within this time of each other. */
const SAME_HAPPENING_MS = 5 * 60_000;

const connectionOf = ({ data }: EventRecord): string | null =>
  'connectionId' in data ? data.connectionId : null;

const isSameHappening = (a: EventRecord, b: EventRecord): boolean =>
  a.type === b.type &&
  a.source !== b.source &&
  connectionOf(a) !== null &&
  connectionOf(a) === connectionOf(b) &&
  Math.abs(Date.parse(a.occurredAt) - Date.parse(b.occurredAt)) <= SAME_HAPPENING_MS;

/** Leaves out what another source had told of before. Events come, and are returned, with the newest first. */
export const withoutRepeats = (events: readonly EventRecord[]): EventRecord[] =>
  events.filter(
    (event, index) => !events.slice(index + 1).some((earlier) => isSameHappening(event, earlier)),
  );
