import { FAILURE_REASONS, type FailureReason, REASONS } from './failure-reasons.ts';

/** What Codat said about a failed attempt, as received. */
export type FailureSignal = { statusCode?: string | undefined; text: string };

const BY_TEXT = FAILURE_REASONS.flatMap((reason) =>
  REASONS[reason].texts.map((text) => ({ ...text, reason })),
).sort((a, b) => a.rank - b.rank);

const BY_CODE = new Map(
  FAILURE_REASONS.flatMap((reason) => REASONS[reason].codes.map((code) => [code, reason] as const)),
);

/**
 * Recognizes a reason by text and status code. Text decides before the code, because software reports most causes under
 * the same few codes. Never throws; `unknown` when nothing matches.
 */
export const recognizeReason = ({ statusCode, text }: FailureSignal): FailureReason =>
  BY_TEXT.find(({ pattern }) => pattern.test(text))?.reason ??
  BY_CODE.get(statusCode ?? '') ??
  'unknown';
