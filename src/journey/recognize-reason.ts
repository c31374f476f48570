import { FAILURE_SIGNS, type TextRule } from './content/failure-signs.ts';
import { softwareOf } from './content/software.ts';
import type { JourneyEvent, Recognized } from './events.ts';
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

/** Whether software is on-premise. Undefined if nothing is known of it. */
const placeOf = (software: FailureSignal['software']): boolean | undefined =>
  softwareOf(software ?? null)?.onPremise;

/** Whether a rule holds for the status code and the place of the software, whatever the text. */
const holds = (rule: TextRule, { statusCode }: FailureSignal, isOnPremise: boolean | undefined) => {
  if (rule.onPremise && !(isOnPremise ?? rule.onPremise === 'possibly')) return false;
  return !(rule.unless403 && statusCode === '403');
};

const recognizeAt = (signal: FailureSignal, isOnPremise: boolean | undefined): FailureReason => {
  const words = withWords(signal.text.slice(0, READ));
  const rule = BY_TEXT.find((rule) => holds(rule, signal, isOnPremise) && rule.pattern.test(words));
  const codes = signal.redirected ? BY_REDIRECT_CODE : BY_CODE;
  return rule?.reason ?? codes.get(signal.statusCode ?? '') ?? 'unknown';
};

/**
 * Recognizes a reason by text and status code. Text decides before the code, because software reports most causes under
 * the same few codes. Never throws; `unknown` when nothing matches, since a wrong reason leads to a wrong remedy.
 */
export const recognizeReason = (signal: FailureSignal): FailureReason =>
  recognizeAt(signal, placeOf(signal.software));

/** What an erased text said, for the software. */
const recognizedFor = (
  { onPremise, online, unknown }: Recognized,
  software: FailureSignal['software'],
): FailureReason => {
  const isOnPremise = placeOf(software);
  if (isOnPremise === undefined) return unknown;
  return isOnPremise ? onPremise : online;
};

/** The reason of a recorded failure. The software is that of its attempt, if the event doesn’t name it. */
export const reasonOf = (
  { data, source }: Pick<JourneyEvent<'connection.failed'>, 'data' | 'source'>,
  software: string | null | undefined = data.software,
): FailureReason =>
  data.recognized
    ? recognizedFor(data.recognized, software)
    : recognizeReason({ ...data, software, redirected: source === 'return' });

/** What the status of a failed read means, where that is clear. */
const BY_READ_STATUS = new Map<string | undefined, FailureReason>([
  ['AuthError', 'access_revoked'],
  ['PermissionsError', 'not_administrator'],
  ['RateLimitError', 'software_error'],
]);

const readReasonAt = (
  { text, statuses }: JourneyEvent<'read.failed'>['data'],
  isOnPremise: boolean | undefined,
): FailureReason => {
  const stated = recognizeAt({ text }, isOnPremise);
  if (stated !== 'unknown') return stated;
  const meant = statuses.flatMap((one) => BY_READ_STATUS.get(one.split(' ')[0]) ?? []);
  return meant[0] ?? 'unknown';
};

/** The reason of a recorded failure to read data. The text decides before the status. */
export const readReasonOf = (
  { data }: Pick<JourneyEvent<'read.failed'>, 'data'>,
  software: string | null | undefined = data.software,
): FailureReason => {
  if (data.recognized) return recognizedFor(data.recognized, software);
  return readReasonAt(data, placeOf(software));
};

const everywhere = (reasonAt: (isOnPremise: boolean | undefined) => FailureReason): Recognized => ({
  onPremise: reasonAt(true),
  online: reasonAt(false),
  unknown: reasonAt(undefined),
});

/** All that is recognized in a recorded failure, so that its text can be erased. */
export const recognizedIn = (
  event: Pick<JourneyEvent<'connection.failed'>, 'data' | 'source'>,
): Recognized => {
  const { data, source } = event;
  const signal = { ...data, redirected: source === 'return' };
  return data.recognized ?? everywhere((isOnPremise) => recognizeAt(signal, isOnPremise));
};

/** As `recognizedIn`, for a recorded failure to read data. */
export const recognizedInRead = ({ data }: Pick<JourneyEvent<'read.failed'>, 'data'>): Recognized =>
  data.recognized ?? everywhere((isOnPremise) => readReasonAt(data, isOnPremise));
