import type { Palette } from '@mui/material';
import type { ReasonsAnswer, ReasonsWeek } from '../../../api/metrics/reasons.ts';
import type { FailureReason } from '../../../journey/failure-reasons.ts';

/** The most frequent reasons have a colour each. The rest share one. */
export const coloursOf = ({ error, primary, warning, success, stages }: Palette): string[] => [
  ...[error.main, primary.main, warning.main, success.main, stages[1]],
];

/** What failures are counted by, and how it is called. */
export const UNITS = { customers: 'Customers', count: 'Attempts' };
export type Unit = keyof typeof UNITS;

/** How many failed for a reason in a week. */
export const countIn = ({ reasons }: ReasonsWeek, reason: FailureReason, unit: Unit): number =>
  reasons.find(({ failureReason }) => failureReason === reason)?.[unit] ?? 0;

/** The reasons that occur in the whole period, the most frequent first. */
export const frequent = (
  { reasons }: Pick<ReasonsAnswer, 'reasons'>,
  unit: Unit,
): ReasonsAnswer['reasons'] => reasons.toSorted((a, b) => b[unit] - a[unit]);
