import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EventRecord } from '../../../api/events/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
import { dropDuplicates } from './dropDuplicates.ts';
import {
  describeEmail,
  describeEvent,
  describeNote,
  type TimelineEntry,
} from './timelineEntries.ts';

/** The first rows of a list, the newest first, and whether these are all. */
type Part<T> = { rows: readonly T[]; complete: boolean };

/** Before this moment rows may be missing. */
const horizon = (times: readonly string[], complete: boolean): string =>
  complete ? '' : (times.at(-1) ?? '');

const timesOf = <K extends string>(rows: readonly Record<K, string>[], key: K): string[] =>
  rows.map((row) => row[key]);

const noteIdOf = ({ data }: EventRecord): string | undefined =>
  'noteId' in data ? data.noteId : undefined;

const emailIdOf = ({ data }: EventRecord): string | undefined =>
  'emailId' in data ? data.emailId : undefined;

/** Names the software of failures by other events of their connection, because reasons depend on it. */
const nameSoftware = (events: readonly EventRecord[]): EventRecord[] => {
  const known = new Map(
    events.flatMap(({ data }) =>
      'connectionId' in data && 'software' in data ? [[data.connectionId, data.software]] : [],
    ),
  );
  return events.map((event) => {
    const { data } = event;
    if (!('text' in data) || data.software) return event;
    const software = known.get(data.connectionId);
    return software ? { ...event, data: Object.assign({}, data, { software }) } : event;
  });
};

/**
 * Merges a customer’s events, notes and emails into one timeline, the newest first, back to where one of the lists is
 * incomplete. A call is shown by its note, or by its event when the note was deleted. An email is shown by the event
 * that it was sent, or by itself until there is one.
 */
export const mergeTimeline = (
  events: Part<EventRecord>,
  notes: Part<NoteRecord>,
  emails: Part<EmailRecord>,
): TimelineEntry[] => {
  const noteIds = new Set(notes.rows.map(({ id }) => id));
  const emailsById = new Map(emails.rows.map((email) => [email.id, email]));
  const sent = new Set(events.rows.map(emailIdOf));
  const shown = events.rows.filter((event) => !noteIds.has(noteIdOf(event) ?? ''));
  const since = [
    horizon(timesOf(events.rows, 'occurredAt'), events.complete),
    horizon(timesOf(notes.rows, 'createdAt'), notes.complete),
    horizon(timesOf(emails.rows, 'createdAt'), emails.complete),
  ].reduce((a, b) => (a > b ? a : b));
  return [
    ...dropDuplicates(nameSoftware(shown)).map((event) =>
      describeEvent(event, emailsById.get(emailIdOf(event) ?? '')),
    ),
    ...notes.rows.map(describeNote),
    ...emails.rows.filter(({ id }) => !sent.has(id)).map(describeEmail),
  ]
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at.localeCompare(a.at));
};
