import { WAITING_FOR, type WaitingFor } from '../../../common/event-types.ts';
import type { PauseChange } from '../../../journey/events.ts';
import { type Instant, toInstant } from '../../../journey/instant.ts';
import { nearTime } from '../format/duration.ts';
import { localDay } from '../format/localDay.ts';
import { SNOOZES, snoozeFor, snoozeUntil, WAITING_LABELS, waitFor } from './pauses.ts';

/** How a case pauses: for some hours, until the next working day or another moment, waiting for somebody or something, or not at all. */
export type PauseKind =
  | `${(typeof SNOOZES)[number]['hours']}h`
  | 'workday'
  | 'until'
  | WaitingFor
  | 'none';

/** What somebody has chosen. `until` is as inputs of a date and time have it, in the reader’s time zone; empty for no end. */
export type PauseChoice = { kind: PauseKind; until: string; note: string };

export const PAUSE_CHOICES: { value: PauseKind; label: string }[] = [
  ...SNOOZES.map(({ hours, label }) => ({
    value: `${hours}h` as const,
    label: `Snooze for ${label}`,
  })),
  { value: 'workday', label: 'Snooze until the next working day' },
  { value: 'until', label: 'Snooze until a date and time' },
  ...WAITING_FOR.map((value) => ({ value, label: `Wait for ${WAITING_LABELS[value]}` })),
];

/** Whether the end is known, has to be chosen, may be, or there is none. */
export const endOf = (kind: PauseKind): 'known' | 'required' | 'optional' | 'none' => {
  if (kind === 'workday') return 'known';
  if (kind === 'until' || kind === 'call' || kind === 'date' || kind === 'migration')
    return 'required';
  return kind === 'connection' || !isWaitingFor(kind) ? 'none' : 'optional';
};

export const isWaitingFor = (kind: PauseKind): kind is WaitingFor =>
  WAITING_FOR.some((one) => one === kind);

/** A moment as inputs of a date and time have it. */
const asInput = (date: Date): string =>
  `${localDay(date)}T${date.toTimeString().slice(0, 'hh:mm'.length)}`;

/** What a choice starts with: the next working day where an end is required. Empty while that isn’t known. */
export const startWith = (kind: PauseKind, workday: Instant | null): PauseChoice => ({
  ...{ kind, note: '' },
  until: workday && ENDS_FROM_START.has(endOf(kind)) ? asInput(new Date(workday)) : '',
});

const ENDS_FROM_START: ReadonlySet<string> = new Set(['known', 'required']);

/** The change that a choice stands for. Null while it lacks an end, or one in the future. */
export const changeOf = ({ kind, until, note }: PauseChoice, now: number): PauseChange | null => {
  const end = endOf(kind) !== 'none' && until ? Date.parse(until) : null;
  if (end === null ? ENDS_FROM_START.has(endOf(kind)) : !(end > now)) return null;
  const at = end === null ? null : toInstant(end);
  if (isWaitingFor(kind)) return waitFor(kind, at, note.trim() || null);
  if (kind === 'none') return null;
  if (kind === 'until' || kind === 'workday') return at === null ? null : snoozeUntil(at);
  return snoozeFor(Number.parseInt(kind, 10), now);
};

/** What a choice means. */
export const hintOf = ({ kind, until }: PauseChoice): string | undefined => {
  if (kind === 'none') return undefined;
  if (kind === 'workday' && until === '') return 'Your team’s working days aren’t known yet.';
  if (kind === 'call' || kind === 'date')
    return 'Hidden from the queue until then, whatever the customer does.';
  return isWaitingFor(kind)
    ? 'Doesn’t count as stuck meanwhile. Ends once the customer does something.'
    : `Hidden from the queue until ${kind === 'workday' ? nearTime(until, Date.now()) : 'then'}, or until the customer does something.`;
};
