import { inSentence } from '../../common/in-sentence.ts';
import { type FailureReason, REASONS } from '../failure-reasons.ts';
import { hasFailed } from '../next-action.ts';
import { STUCK_RULES, type StuckReason } from '../stuck.ts';

export const stuckLabel = (reason: StuckReason): string =>
  STUCK_RULES.find((rule) => rule.reason === reason)?.label ?? reason;

export type Reasons = { stuckReason: StuckReason; failureReason: FailureReason | null };

/** Why a customer is stuck. */
export const reasonLabel = (reasons: Reasons): string => {
  const { stuckReason, failureReason } = reasons;
  if (!hasFailed(reasons) || !failureReason) return stuckLabel(stuckReason);
  const { label } = REASONS[failureReason];
  return stuckReason === 'no_data' ? `No data: ${inSentence(label)}` : label;
};
