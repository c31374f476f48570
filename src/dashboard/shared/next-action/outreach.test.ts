import { describe, expect, it } from 'vitest';
import { describeAction } from './outreach.ts';

const NOW = new Date(2026, 2, 10, 15, 0).getTime();
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();
const down = { kind: 'wait', because: 'The software is down.', missing: null } as const;
const waiting = {
  kind: 'wait',
  because: 'In UTC.',
  last: { outreach: 'reminder', at: hoursAgo(5) },
  until: hoursAgo(-19),
  missing: null,
} as const;
const send = {
  kind: 'send',
  template: 'reminder',
  to: 'main',
  because: 'They left halfway.',
  missing: null,
} as const;

describe('an action', () => {
  it('to wait after an outreach says until when, and what was done last', () => {
    expect(describeAction(waiting, NOW)).toEqual({
      label: 'Waiting until 10:00 tomorrow',
      because: 'Reminder email sent 5h ago. Wait until 10:00 tomorrow before following up.',
    });
  });

  it('to wait for Codat says since when, with the reference of the ticket', () => {
    const raised = { ...down, raisedAt: hoursAgo(50) };
    expect(describeAction(raised, NOW, '4711')).toEqual({
      label: 'Waiting for Codat',
      because: 'Raised with Codat 2d ago (ref 4711). Wait for their answer.',
    });
    expect(describeAction(raised, NOW).because).toContain('2d ago. Wait');
  });

  it('to wait for another reason keeps that reason', () => {
    expect(describeAction(down, NOW)).toEqual({
      label: 'No action yet',
      because: 'The software is down.',
    });
  });

  it('to send an email keeps its reason', () => {
    expect(describeAction(send, NOW).because).toBe('They left halfway.');
  });
});
