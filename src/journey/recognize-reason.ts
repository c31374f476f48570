import { softwareOf } from './content/software.ts';
import { FAILURE_REASONS, type FailureReason, REASONS, type TextRule } from './failure-reasons.ts';

/** What Codat said about a failed attempt, as received. */
export type FailureSignal = {
  statusCode?: string | null | undefined;
  text: string;
  /** The integration key, if known. */
  software?: string | null | undefined;
  /** Whether the code is Codat’s own, from the redirect after the journey, rather than the software’s. */
  redirected?: boolean;
};

const BY_TEXT = FAILURE_REASONS.flatMap((reason) =>
  REASONS[reason].texts.map((text) => ({ ...text, reason })),
).sort((a, b) => a.rank - b.rank);

const BY_CODE = new Map(
  FAILURE_REASONS.flatMap((reason) => REASONS[reason].codes.map((code) => [code, reason] as const)),
);

/** https://docs.codat.io/auth-flow/customize/set-up-redirects */
const BY_REDIRECT_CODE = new Map<string, FailureReason>([
  ['403', 'cancelled'],
  ['501', 'unsupported'],
]);

/** The text, and once more with the names of codes as words: “FeatureDisabled” as “Feature Disabled”. */
const withWords = (text: string): string => `${text}\n${text.replace(/([a-z])([A-Z])/g, '$1 $2')}`;

/** Whether a rule holds for the software and the status code, whatever the text. */
const holds = ({ onPremise, unless403 }: TextRule, { software, statusCode }: FailureSignal) => {
  const known = softwareOf(software ?? null);
  if (onPremise && !(known?.onPremise ?? onPremise === 'possibly')) return false;
  return !(unless403 && statusCode === '403');
};

/**
 * Recognizes a reason by text and status code. Text decides before the code, because software reports most causes under
 * the same few codes. Never throws; `unknown` when nothing matches, since a wrong reason leads to a wrong remedy.
 */
export const recognizeReason = (signal: FailureSignal): FailureReason => {
  const words = withWords(signal.text);
  const rule = BY_TEXT.find((rule) => holds(rule, signal) && rule.pattern.test(words));
  const codes = signal.redirected ? BY_REDIRECT_CODE : BY_CODE;
  return rule?.reason ?? codes.get(signal.statusCode ?? '') ?? 'unknown';
};
