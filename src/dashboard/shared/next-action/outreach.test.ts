import { describe, expect, it } from 'vitest';
import { describeAction } from './outreach.ts';

const NOW = new Date(2026, 2, 10, 15, 0).getTime();
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();
const wait = { kind: 'wait', because: 'The software is down.', missing: null } as const;
const send = {
  kind: 'send',
  template: 'reminder',
  to: 'main',
  because: 'They left halfway.',
  missing: null,
} as const;

describe('an action', () => {
  it('to wait after an outreach says until when, and what was done last', () => {
    const tried = { call: hoursAgo(20), reminder: hoursAgo(5) };
    expect(describeAction(wait, tried, NOW)).toEqual({
      label: 'Waiting until 10:00 tomorrow',
      because: 'Reminder email sent 5h ago. Wait until 10:00 tomorrow before following up.',
    });
  });

  it.each([{}, { reminder: hoursAgo(25) }])(
    'to wait for another reason keeps that reason, with %j done',
    (tried) => {
      expect(describeAction(wait, tried, NOW).because).toBe('The software is down.');
    },
  );

  it('to send an email keeps its reason', () => {
    const { because } = describeAction(send, { call: hoursAgo(5) }, NOW);
    expect(because).toBe('They left halfway.');
  });
});
