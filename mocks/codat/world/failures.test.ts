import { describe, expect, it } from 'vitest';
import type { FailureReason } from '../../../src/journey/failure-reasons.ts';
import { recognizeReason } from '../../../src/journey/recognize-reason.ts';
import { FAILURES, type Failure, reportOf } from './failures.ts';

/** Reasons whose failures have other names in the sandbox, because several failures lead to them. */
const REASON: Record<string, FailureReason> = {
  session_expired: 'credentials_rejected',
  connector_offline: 'connector_blocked',
} satisfies Partial<Record<Failure, FailureReason>>;

describe('a sandbox failure', () => {
  it.each(FAILURES)('%s is recognized as its failure reason', (failure) => {
    const [statusCode, text] = reportOf(failure);
    expect(recognizeReason({ statusCode, text })).toBe(REASON[failure] ?? failure);
  });
});
