import {
  FAILURE_REASONS,
  REASONS,
  type ReportedReason,
} from '../../../src/journey/failure-reasons.ts';

/** Further ways to fail, for reasons that have an example already. */
const FURTHER = {
  session_expired: ['401', 'The session has expired, log in again'],
  connector_offline: ['500', 'The connector is offline'],
} as const;

export type FurtherFailure = keyof typeof FURTHER;
export type Failure = ReportedReason | FurtherFailure;

export const isFurther = (name: string): name is FurtherFailure => Object.hasOwn(FURTHER, name);

export const isReported = (name: string): name is ReportedReason =>
  FAILURE_REASONS.some((reason) => reason === name && 'example' in REASONS[reason]);

/** The reasons that software reports in the sandbox. */
export const REPORTED_REASONS: readonly ReportedReason[] = FAILURE_REASONS.filter(isReported);

/** Every failure in the sandbox. */
export const FAILURES: readonly Failure[] = [
  ...REPORTED_REASONS,
  ...Object.keys(FURTHER).filter(isFurther),
];

/** The status code and text that software reports for a failure in the sandbox, as Codat forwards them. */
export const reportOf = (failure: Failure): readonly [statusCode: string, text: string] =>
  isFurther(failure) ? FURTHER[failure] : REASONS[failure].example;
