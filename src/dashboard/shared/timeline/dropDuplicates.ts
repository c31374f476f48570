import type { EventRecord } from '../../../api/events/resource.ts';
import { isSameMoment } from '../../../journey/instant.ts';

const connectionOf = ({ data }: EventRecord): string | null =>
  ('connectionId' in data && data.connectionId) || null;

const isDuplicate = (a: EventRecord, b: EventRecord): boolean =>
  a.type === b.type &&
  a.source !== b.source &&
  (connectionOf(a) !== null || a.type === 'journey.completed') &&
  connectionOf(a) === connectionOf(b) &&
  isSameMoment(a.occurredAt, b.occurredAt);

/** Drops events that another source had reported already. Takes and returns events with the newest first. */
export const dropDuplicates = (events: readonly EventRecord[]): EventRecord[] =>
  events.filter(
    (event, index) => !events.slice(index + 1).some((earlier) => isDuplicate(event, earlier)),
  );
