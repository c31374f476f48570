import type { FailureReason } from '../../src/journey/failure-reasons.ts';

/**
 * A real error text: the right reason by what it means, the source platform’s status code if known, the text as it
 * appears, with made-up names and ids where the source has placeholders, and the address of the source.
 */
export type ErrorText = readonly [
  reason: FailureReason,
  statusCode: string | null,
  text: string,
  source: string,
  /** Set if no general rule recognizes it yet. */
  soFar?: 'unknown so far',
];
