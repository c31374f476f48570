import { z } from '@hono/zod-openapi';
import { WAITING_FOR, type WaitingFor } from '../../common/event-types.ts';
import type { Customer } from '../../database/schema/index.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import type { PauseChange } from '../../journey/events.ts';
import type { Instant } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';
import { optionalLine } from '../kit/writable.ts';

export const pauseForms = {
  snoozedUntil: instant.nullable(),
  waitingFor: z.enum(WAITING_FOR).nullable(),
  waitingUntil: instant.nullable(),
  waitingNote: optionalLine(200),
};

const FIELDS = ['snoozedUntil', 'waitingFor', 'waitingUntil', 'waitingNote'] as const;
type Field = (typeof FIELDS)[number];

/** Who plans by these needs to know when. */
const WITH_DATE: ReadonlySet<WaitingFor> = new Set<WaitingFor>(['call', 'date', 'migration']);

const refuse = (field: Field, sentence: string): never => {
  throw new Problem(422, sentence, { errors: { [field]: sentence } });
};

/** @throws Problem 422 that names the field when nobody could wait like this */
const checkWait = (waitingFor: WaitingFor, until: Instant | null, now: Instant): void => {
  if (until === null && WITH_DATE.has(waitingFor)) refuse('waitingUntil', 'Choose until when.');
  if (until !== null && waitingFor === 'connection')
    refuse('waitingUntil', 'Waiting for the connection to move has no end. Leave this blank.');
  if (until !== null && until <= now) refuse('waitingUntil', 'Choose a time in the future.');
};

/** @throws Problem 422 that names the field when the change makes no sense */
const checkPause = (row: Pick<Customer, Field>, changes: PauseChange, now: Instant): void => {
  const { snoozedUntil, waitingFor = row.waitingFor, waitingUntil, waitingNote } = changes;
  const begins = waitingFor !== row.waitingFor;
  if (snoozedUntil && begins && waitingFor)
    refuse('snoozedUntil', 'Snooze the case or wait for somebody, not both.');
  if (snoozedUntil) return;
  const until = waitingUntil === undefined && !begins ? row.waitingUntil : waitingUntil;
  if (waitingFor) checkWait(waitingFor, until ?? null, now);
  else if (row.waitingFor === null && (waitingUntil || waitingNote))
    refuse('waitingFor', 'Choose what the case waits for.');
};

/**
 * The changes of a customer without a pause that stays as it is. Clients may send the whole record back, and a pause
 * that nobody changed would begin again.
 * @throws Problem 422 that names the field when the change makes no sense
 */
export const pauseChange = <C extends PauseChange>(
  row: Pick<Customer, Field>,
  changes: C,
  now: Instant,
): C => {
  const stays = (field: Field) => changes[field] === undefined || changes[field] === row[field];
  const kept = { ...changes };
  if (stays('snoozedUntil')) delete kept.snoozedUntil;
  if (FIELDS.every(stays)) for (const field of FIELDS) delete kept[field];
  else checkPause(row, kept, now);
  return kept;
};
