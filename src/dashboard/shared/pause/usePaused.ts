import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { isPaused } from '../../../journey/stuck.ts';
import { useNow } from '../format/useNow.ts';
import { describePause, describeReturn } from './pauses.ts';

export type Pausable = Pick<
  CustomerRecord,
  'snoozedUntil' | 'waitingFor' | 'waitingUntil' | 'waitingNote' | 'closedAt'
>;

/**
 * That a customer is snoozed or waiting, and until when; or that they are back because a pause has ended. Neither once
 * somebody or something has moved on since.
 */
export const usePaused = (customer: Pausable): { paused: string | null; back: string | null } => {
  const now = useNow();
  const { snoozedUntil, waitingFor, waitingUntil, waitingNote, closedAt } = customer;
  const isNone = waitingFor === null && snoozedUntil === null;
  if (isNone || closedAt) return { paused: null, back: null };
  const until = waitingFor ? waitingUntil : snoozedUntil;
  const pause = { waitingFor, until, note: waitingNote };
  return isPaused(customer, now)
    ? { paused: describePause(pause, now), back: null }
    : { paused: null, back: describeReturn(pause) };
};
