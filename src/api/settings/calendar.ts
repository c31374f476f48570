import { z } from '@hono/zod-openapi';
import type { WorkspaceSettings } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';

const ZONE = 'Choose a time zone, such as Europe/London.';
const TIME = 'Enter a time, such as 09:00.';

/** Whether a time zone of this name exists. */
const isZone = (text: string): boolean => {
  // Differences from UTC, such as +01:00, have no summer time, and not every browser knows them.
  if (!/^[a-z]/i.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
};

const ascending = <T extends number | string>(values: readonly T[]): T[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));

export const calendarForms = {
  timeZone: z.string().max(100, ZONE).refine(isZone, ZONE),
  workingDays: z
    .array(z.int().min(1, 'Days are 1 (Monday) to 7.').max(7, 'Days are 1 (Monday) to 7.'))
    .min(1, 'Choose at least one working day.')
    .max(7, 'A week has seven days.')
    .transform(ascending),
  workingFrom: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME),
  workingTo: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, TIME),
  holidays: z
    .array(z.iso.date('Enter a date, such as 2026-12-25.'))
    .max(500, 'At most 500 holidays.')
    .transform(ascending),
};

type Hours = Pick<WorkspaceSettings, 'workingFrom' | 'workingTo'>;

/** @throws Problem 422 when a change leaves no working time */
export const checkWorkingTime = (stored: Hours, changes: Partial<Hours>): void => {
  const { workingFrom, workingTo } = { ...stored, ...changes };
  if (workingFrom < workingTo) return;
  const sentence = 'Must be later than the start of the working day.';
  throw new Problem(422, sentence, { errors: { workingTo: sentence } });
};

/** Whether a change moves when customers get stuck, where a rule counts working time. */
export const changesCalendar = (changed: object): boolean =>
  Object.keys(calendarForms).some((field) => field in changed);
