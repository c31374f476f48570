import type { WaitingFor } from '../../../common/event-types.ts';
import { LOCALE } from '../../../common/locale.ts';
import { NOT_PAUSED } from '../../../journey/clock/pause.ts';
import type { PauseChange } from '../../../journey/events.ts';
import { type Instant, toInstant } from '../../../journey/instant.ts';
import type { Pause } from '../../../journey/journey.ts';
import { nearTime } from '../format/duration.ts';

const HOUR = 3_600_000;

/** For how long a case can be snoozed with one click. */
export const SNOOZES = [
  { label: '4 hours', hours: 4 },
  { label: '1 day', hours: 24 },
  { label: '3 days', hours: 72 },
  { label: '1 week', hours: 168 },
] as const;

/** What a case waits for, as in “Wait for their IT”. */
export const WAITING_LABELS: Record<WaitingFor, string> = {
  customer_it: 'their IT',
  administrator: 'their administrator',
  codat: 'Codat',
  vendor: 'the software’s vendor',
  migration: 'a migration to other software',
  connection: 'the connection to move',
  call: 'a booked call',
  date: 'a date, whatever happens',
};

/** What a pause waits for, if anything, and the note. */
type Reason = Pick<Pause, 'waitingFor' | 'note'>;
/** The same, and until when, if known. */
type Described = Reason & Pick<Pause, 'until'>;

const waitedFor = ({ waitingFor, note }: Reason): string =>
  waitingFor === 'migration' && note
    ? `the migration to ${note}`
    : WAITING_LABELS[waitingFor ?? 'date'];

/** As in “Waiting for their IT until Tue 3 Nov, 09:00”, with the end in words. */
export const pauseInWords = (pause: Reason, end: string | null): string => {
  const { waitingFor } = pause;
  if (waitingFor === 'call') return end ? `Call booked for ${end}` : 'Call booked';
  const what =
    waitingFor === null || waitingFor === 'date'
      ? waitingFor
        ? 'Waiting'
        : 'Snoozed'
      : `Waiting for ${waitedFor(pause)}`;
  return end ? `${what} until ${end}` : what;
};

/** The same, with an end near `now`, in milliseconds since 1970, as in “until 09:00 tomorrow”. */
export const describePause = (pause: Described, now: number): string =>
  pauseInWords(pause, pause.until && nearTime(pause.until, now));

/** Why a case whose pause has ended is back, as in “Back: waited for their IT”. */
export const describeReturn = (pause: Described): string => {
  if (pause.waitingFor === 'call') return 'Back: time for the booked call';
  if (pause.waitingFor === null) return 'Back: was snoozed';
  return pause.waitingFor === 'date'
    ? 'Back: the date has come'
    : `Back: waited for ${waitedFor(pause)}`;
};

/** The change that snoozes until a moment. */
export const snoozeUntil = (until: Instant): PauseChange => ({
  ...NOT_PAUSED,
  snoozedUntil: until,
});

/** The change that snoozes for some hours from `now`. */
export const snoozeFor = (hours: number, now: number): PauseChange =>
  snoozeUntil(toInstant(now + hours * HOUR));

/** The change that waits for somebody or something. */
export const waitFor = (
  waitingFor: WaitingFor,
  until: Instant | null = null,
  note: string | null = null,
): PauseChange => ({ ...NOT_PAUSED, waitingFor, waitingUntil: until, waitingNote: note });

const long = new Intl.DurationFormat(LOCALE, { style: 'long' });

/** As in “3 days” or “17 hours”. */
const lengthOf = (milliseconds: number): string => {
  const hours = Math.max(1, Math.round(milliseconds / HOUR));
  return hours % 24 === 0 ? long.format({ days: hours / 24 }) : long.format({ hours });
};

/** These end at a moment that doesn’t come again. */
const ONCE: ReadonlySet<WaitingFor | null> = new Set(['call', 'date', 'migration']);

/** The same pause again from `now`, and how to call it. Null if it can’t be repeated. */
export const pauseAgain = (
  { waitingFor, from, until, note }: Pause,
  now: number,
): { label: string; change: PauseChange } | null => {
  if (ONCE.has(waitingFor)) return null;
  const length = until === null ? null : Math.max(Date.parse(until) - Date.parse(from), HOUR);
  const end = length === null ? null : toInstant(now + length);
  const details = length === null ? '' : ` (${lengthOf(length)})`;
  if (waitingFor !== null)
    return {
      label: `Wait for ${WAITING_LABELS[waitingFor]} again${details}`,
      change: waitFor(waitingFor, end, note),
    };
  return end === null
    ? null
    : { label: `Snooze again as before${details}`, change: snoozeUntil(end) };
};

/** What is said once a pause is saved. */
export const pauseSaved = ({ snoozedUntil, waitingFor, waitingUntil, waitingNote }: PauseChange) =>
  describePause(
    {
      waitingFor: waitingFor ?? null,
      until: waitingUntil ?? snoozedUntil ?? null,
      note: waitingNote ?? null,
    },
    Date.now(),
  );
