import type { EventRecord } from '../../../api/events/resource.ts';
import { isSameMoment } from '../../../journey/same-moment.ts';

const connectionOf = ({ data }: EventRecord): string | null =>
  'connectionId' in data ? data.connectionId : null;

const isSameHappening = (a: EventRecord, b: EventRecord): boolean =>
  a.type === b.type &&
  a.source !== b.source &&
  (connectionOf(a) !== null || a.type === 'journey.completed') &&
  connectionOf(a) === connectionOf(b) &&
  isSameMoment(a.occurredAt, b.occurredAt);

/** Leaves out what another source had told of before. Events come, and are returned, with the newest first. */
export const withoutRepeats = (events: readonly EventRecord[]): EventRecord[] =>
  events.filter(
    (event, index) => !events.slice(index + 1).some((earlier) => isSameHappening(event, earlier)),
  );
