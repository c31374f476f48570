import { FAILURE_SIGNS, type TextRule } from './content/failure-signs.ts';
import { softwareOf } from './content/software.ts';
import type { JourneyEvent } from './events.ts';
import { FAILURE_REASONS, type FailureReason } from './failure-reasons.ts';

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
  FAILURE_SIGNS[reason].texts.map((text) => ({ ...text, reason })),
).sort((a, b) => a.rank - b.rank);

const BY_CODE = new Map(
  FAILURE_REASONS.flatMap((reason) =>
    FAILURE_SIGNS[reason].codes.map((code) => [code, reason] as const),
  ),
);

/** The codes that Codat’s redirect has for failures, besides 500. */
const BY_REDIRECT_CODE = new Map<string, FailureReason>([
  ['403', 'cancelled'],
  ['501', 'unsupported'],
]);

/** A longer text is a page or a dump that says what failed first. The fold reads each text again and again. */
const READ = 10_000;

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
  const words = withWords(signal.text.slice(0, READ));
  const rule = BY_TEXT.find((rule) => holds(rule, signal) && rule.pattern.test(words));
  const codes = signal.redirected ? BY_REDIRECT_CODE : BY_CODE;
  return rule?.reason ?? codes.get(signal.statusCode ?? '') ?? 'unknown';
};

/** The reason of a recorded failure. The software is that of its attempt, if the event doesn’t name it. */
export const reasonOf = (
  { data, source }: Pick<JourneyEvent<'connection.failed'>, 'data' | 'source'>,
  software: string | null | undefined = data.software,
): FailureReason => recognizeReason({ ...data, software, redirected: source === 'return' });
