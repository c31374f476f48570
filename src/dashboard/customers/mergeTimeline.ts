import type { EmailRecord } from '../../api/resources/emails.ts';
import type { EventRecord } from '../../api/resources/events.ts';
import type { NoteRecord } from '../../api/resources/notes.ts';
import {
  describeEvent,
  describeNote,
  describeUnsent,
  type TimelineEntry,
} from './timelineEntries.ts';
import { withoutRepeats } from './withoutRepeats.ts';

/** A part of a list, the newest first, and whether it is all there is. */
type Part<T> = { rows: readonly T[]; complete: boolean };

/** Before this moment a part may lack something. */
const horizon = (times: readonly string[], complete: boolean): string =>
  complete ? '' : (times.at(-1) ?? '');

/**
 * A customer's events and notes as one timeline, the newest first, as far back as both are known, with the e-mails that
 * were not sent. A call is shown by its note, and by its event where the note was deleted.
 */
export const mergeTimeline = (
  events: Part<EventRecord>,
  notes: Part<NoteRecord>,
  unsent: readonly EmailRecord[] = [],
): TimelineEntry[] => {
  const noted = new Set(notes.rows.map(({ id }) => id));
  const shown = events.rows.filter(
    ({ type, data }) =>
      !(type === 'call.made' && 'noteId' in data && data.noteId && noted.has(data.noteId)),
  );
  const since = [
    horizon(
      events.rows.map(({ occurredAt }) => occurredAt),
      events.complete,
    ),
    horizon(
      notes.rows.map(({ createdAt }) => createdAt),
      notes.complete,
    ),
  ].reduce((a, b) => (a > b ? a : b));
  return [
    ...withoutRepeats(shown).map(describeEvent),
    ...notes.rows.map(describeNote),
    ...unsent.map(describeUnsent),
  ]
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at.localeCompare(a.at));
};
