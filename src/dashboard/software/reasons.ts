import type { ReasonsWeek } from '../../api/metrics/reasons.ts';
import type { FailureReason } from '../../journey/failure-reasons.ts';

/** How many attempts failed for a reason in a week. */
export const countIn = ({ reasons }: ReasonsWeek, reason: FailureReason): number =>
  reasons.find(({ failureReason }) => failureReason === reason)?.count ?? 0;

/** The reasons that occur, the most frequent over all weeks first. */
export const frequent = (weeks: readonly ReasonsWeek[]): FailureReason[] => {
  const totals = new Map<FailureReason, number>();
  for (const { failureReason, count } of weeks.flatMap(({ reasons }) => reasons))
    totals.set(failureReason, (totals.get(failureReason) ?? 0) + count);
  return [...totals].sort(([, a], [, b]) => b - a).map(([reason]) => reason);
};
