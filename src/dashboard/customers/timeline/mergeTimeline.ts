import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EventRecord } from '../../../api/events/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
import {
  describeEmail,
  describeEvent,
  describeNote,
  type TimelineEntry,
} from './timelineEntries.ts';
import { withoutRepeats } from './withoutRepeats.ts';

/** A part of a list, the newest first, and whether it is all there is. */
type Part<T> = { rows: readonly T[]; complete: boolean };

/** Before this moment a part may lack something. */
const horizon = (times: readonly string[], complete: boolean): string =>
  complete ? '' : (times.at(-1) ?? '');

const timesOf = <K extends string>(rows: readonly Record<K, string>[], key: K): string[] =>
  rows.map((row) => row[key]);

/** The note of a call, or the e-mail, that an event tells of. */
const toldOf = ({ data }: EventRecord, key: 'noteId' | 'emailId'): string | undefined =>
  (data as Partial<Record<typeof key, string>>)[key];

/**
 * A customer's events, notes and e-mails as one timeline, the newest first, as far back as all are known. A call is shown
 * by its note, and by its event where the note was deleted; an e-mail by the event of its sending, and by itself as
 * long as there is none.
 */
export const mergeTimeline = (
  events: Part<EventRecord>,
  notes: Part<NoteRecord>,
  emails: Part<EmailRecord>,
): TimelineEntry[] => {
  const noted = new Set(notes.rows.map(({ id }) => id));
  const written = new Map(emails.rows.map((email) => [email.id, email]));
  const sent = new Set(events.rows.map((event) => toldOf(event, 'emailId')));
  const shown = events.rows.filter((event) => !noted.has(toldOf(event, 'noteId') ?? ''));
  const since = [
    horizon(timesOf(events.rows, 'occurredAt'), events.complete),
    horizon(timesOf(notes.rows, 'createdAt'), notes.complete),
    horizon(timesOf(emails.rows, 'createdAt'), emails.complete),
  ].reduce((a, b) => (a > b ? a : b));
  return [
    ...withoutRepeats(shown).map((event) =>
      describeEvent(event, written.get(toldOf(event, 'emailId') ?? '')),
    ),
    ...notes.rows.map(describeNote),
    ...emails.rows.filter(({ id }) => !sent.has(id)).map(describeEmail),
  ]
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at.localeCompare(a.at));
};
