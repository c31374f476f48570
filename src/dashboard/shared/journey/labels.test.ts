import { describe, expect, it } from 'vitest';
import { groupLabel } from './labels.ts';

describe('a group of stuck customers', () => {
  it.each([
    ['attempt_failed', 'Connector blocked'],
    ['repeated_failures', 'Connector blocked, repeatedly'],
    ['no_data', 'No data: connector blocked'],
  ] as const)(
    'whose connector was blocked under the rule %s is labelled “%s”',
    (stuckReason, label) => {
      expect(groupLabel({ stuckReason, failureReason: 'connector_blocked' })).toBe(label);
    },
  );

  it('whose repeated failures have no reason is labelled after the rule', () => {
    expect(groupLabel({ stuckReason: 'repeated_failures', failureReason: null })).toBe(
      'Repeated failures',
    );
  });
});
