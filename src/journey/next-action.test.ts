import { describe, expect, it } from 'vitest';
import { SOFTWARE } from './content/software.ts';
import { FAILURE_REASONS, type FailureReason, REASONS } from './failure-reasons.ts';
import { actionLabel, nextAction, type Situation } from './next-action.ts';
import { EMAIL_TEMPLATE_FACTS, EMAIL_TEMPLATES, type Tried } from './outreach.ts';
import { STUCK_REASONS, type StuckReason } from './stuck.ts';
import { at } from './testing/example-events.ts';

const NOW = at(1000);
const bo = { name: 'Bo', email: 'bo@acme.example', phone: null };
const EVERYONE = { administrator: bo, it: bo, accountant: bo };

const stuck = (stuckReason: StuckReason | null, more: Partial<Situation> = {}): Situation => ({
  stuckReason,
  failureReason: null,
  closedAt: null,
  waitingFor: null,
  waitingUntil: null,
  tried: {},
  contactName: 'Kofi',
  contactEmail: 'kofi@acme.example',
  contactPhone: null,
  contacts: EVERYONE,
  ...more,
});
const failed = (failureReason: FailureReason, more: Partial<Situation> = {}) =>
  stuck('attempt_failed', { failureReason, ...more });

const softwareNamed = (name: string) => SOFTWARE.find((entry) => entry.name === name) ?? null;
const next = (situation: Situation, software: string | null = 'Xero') =>
  nextAction(situation, software === null ? null : softwareNamed(software), NOW);

const nextAfter = (situation: Situation, tried: Tried) => next({ ...situation, tried });

describe('the next best action', () => {
  it.each(STUCK_REASONS)('exists for a customer stuck by %s, and says why', (reason) => {
    const action = next(stuck(reason));
    expect(action?.because).toMatch(/^[A-Z].*\.$/);
    expect(actionLabel(action ?? { kind: 'wait', because: '' })).not.toBe('');
  });

  it('is null while the customer waits, and back once that has ended', () => {
    const waiting = { waitingFor: 'vendor' } as const;
    expect(next(stuck('link_unopened', waiting))).toBeNull();
    expect(next(stuck('link_unopened', { ...waiting, waitingUntil: at(1001) }))).toBeNull();
    expect(next(stuck('link_unopened', { ...waiting, waitingUntil: NOW }))).not.toBeNull();
  });

  it('is null for a journey that is closed or not stuck', () => {
    expect(next(stuck('link_unopened', { closedAt: at(1) }))).toBeNull();
    expect(next(stuck(null))).toBeNull();
  });

  it('sends the first link, then a reminder, then suggests a call', () => {
    expect(next(stuck('not_invited'))).toMatchObject({ kind: 'send', template: 'link' });
    const silent = stuck('link_unopened');
    expect(nextAfter(silent, { link: at(1) })).toMatchObject({
      kind: 'send',
      template: 'reminder',
    });
    expect(nextAfter(silent, { link: at(1), reminder: at(2) })).toMatchObject({ kind: 'call' });
  });

  it('stays at the last action once all were taken', () => {
    expect(nextAfter(stuck('link_unopened'), { reminder: at(2), call: at(3) })?.kind).toBe('call');
  });

  it('is to wait for a day after an action', () => {
    const silent = stuck('link_unopened');
    expect(nextAfter(silent, { link: at(976.01) })?.kind).toBe('wait');
    expect(nextAfter(silent, { link: at(976) })?.kind).toBe('send');
  });

  it('to wait names what was done last, and until when', () => {
    expect(nextAfter(stuck('link_unopened'), { link: at(977), reminder: at(980) })).toEqual({
      kind: 'wait',
      because: expect.stringMatching(
        /^Reminder email sent on \d+ \w+, \d\d:\d\d UTC\. Wait until \d+ \w+, \d\d:\d\d UTC before following up\.$/,
      ),
      last: { outreach: 'reminder', at: at(980) },
      until: at(1004),
      missing: null,
    });
  });

  it('is to wait for as long as the case is raised with Codat, whatever was suggested', () => {
    for (const situation of [failed('unknown'), stuck('no_data'), stuck('link_unopened')])
      expect(nextAfter(situation, { raised: at(1), call: at(999) })).toEqual({
        ...{ kind: 'wait', raisedAt: at(1), missing: null },
        because: expect.stringMatching(/^Raised with Codat on .* UTC\. Wait for their answer\.$/),
      });
  });

  describe('after a call that nobody answered', () => {
    const unanswered = at(999);

    it.each(STUCK_REASONS)('is not to wait for a customer stuck by %s', (reason) => {
      expect(nextAfter(stuck(reason), { unanswered })?.kind).not.toBe('wait');
    });

    it('is the email that nobody sent yet', () => {
      expect(nextAfter(stuck('not_invited'), { unanswered })).toMatchObject({ template: 'link' });
      const undecided = stuck('no_software_selected');
      expect(next(undecided)?.kind).toBe('call');
      expect(nextAfter(undecided, { unanswered })).toMatchObject({ template: 'reminder' });
    });

    it('is to call again where no email can help', () => {
      expect(nextAfter(failed('unknown'), { unanswered })?.kind).toBe('call');
      expect(nextAfter(stuck('link_unopened'), { reminder: at(2), unanswered })?.kind).toBe('call');
    });

    it('is to wait for the answer to an email sent before it', () => {
      const action = nextAfter(stuck('link_unopened'), { reminder: at(998), unanswered });
      expect(action).toMatchObject({ kind: 'wait', until: at(1022) });
    });
  });

  describe('is ours, so not to wait,', () => {
    const done = EMAIL_TEMPLATES.map((template) => ({ [template]: at(999) }));
    const everything: Tried[] = [...done, { call: at(999) }, { shared: at(999) }];

    it.each(everything)('if the software is not supported, with %j done', (tried) => {
      expect(nextAfter(failed('unsupported'), tried)?.kind).not.toBe('wait');
      const again = stuck('repeated_failures', { failureReason: 'unsupported' });
      expect(nextAfter(again, tried)?.kind).not.toBe('wait');
    });

    it('until the first link is sent', () => {
      expect(nextAfter(stuck('not_invited'), { call: at(999) })).toMatchObject({
        template: 'link',
      });
      const expired = failed('link_expired');
      expect(nextAfter(expired, { guide: at(999) })).toMatchObject({ template: 'link' });
      expect(nextAfter(expired, { link: at(999) })?.kind).toBe('wait');
    });

    it('until data that doesn’t arrive was raised with Codat', () => {
      expect(nextAfter(stuck('no_data'), { call: at(999) })?.kind).toBe('raise');
    });
  });

  it('emails the admin where only they can act, and asks for one if there is none', () => {
    const situation = failed('not_administrator');
    expect(next(situation)).toMatchObject({ template: 'administrator', missing: null });
    expect(next({ ...situation, contacts: {} })).toMatchObject({
      to: 'administrator',
      missing: 'administrator',
    });
  });

  it('asks for an email if the contact only has a phone number', () => {
    const situation = stuck('not_invited', {
      contactEmail: null,
      contactPhone: '+44 20 7946 0000',
    });
    expect(next(situation)).toMatchObject({ kind: 'send', missing: 'main' });
    expect(next({ ...situation, stuckReason: 'no_software_selected' })).toMatchObject({
      kind: 'call',
      missing: null,
    });
  });

  it.each(['unsupported', 'software_error', 'unknown', 'connector_blocked'] as const)(
    'never sends a link after %s',
    (reason) => {
      const everything = Object.fromEntries(EMAIL_TEMPLATES.map((template) => [template, at(1)]));
      for (const tried of [{}, everything, { ...everything, call: at(2) }]) {
        const action = nextAfter(failed(reason), tried);
        expect(action?.kind === 'send' && EMAIL_TEMPLATE_FACTS[action.template].carriesLink).toBe(
          false,
        );
      }
    },
  );

  it.each(FAILURE_REASONS)('addresses the person who has to act first, after %s', (reason) => {
    const action = next(failed(reason));
    const { mustAct } = REASONS[reason];
    const other = mustAct === 'administrator' || mustAct === 'it';
    if (action && 'to' in action) expect(action.to).toBe(other ? mustAct : 'main');
    else expect(other).toBe(false);
  });

  it('depends on how access to the software is approved', () => {
    const waiting = stuck('approval_pending');
    expect(next(waiting, 'Xero')).toMatchObject({ template: 'guide', to: 'main' });
    expect(next(waiting, 'Oracle NetSuite')).toMatchObject({ template: 'administrator' });
    expect(next(waiting, 'Sage 50 Accounts')).toMatchObject({ kind: 'call' });
    expect(next(waiting, null)).toMatchObject({ template: 'guide' });
  });

  it('asks about the computer before involving Codat for on-premise software', () => {
    expect(next(stuck('no_data'), 'Xero')?.kind).toBe('raise');
    expect(next(stuck('no_data'), 'QuickBooks Desktop')?.kind).toBe('call');
    const unclear = stuck('no_data', { failureReason: 'unknown' });
    expect(next(unclear, 'Xero')?.kind).toBe('raise');
    const revoked = stuck('no_data', { failureReason: 'access_revoked' });
    for (const software of ['Xero', 'QuickBooks Desktop'])
      expect(next(revoked, software)).toMatchObject({ kind: 'send', template: 'reconnect' });
  });

  it('suggests a call to customers who give up repeatedly', () => {
    const again = stuck('repeated_failures', { failureReason: 'cancelled' });
    expect(next(again)?.kind).toBe('call');
    expect(next({ ...again, failureReason: 'not_administrator' })).toMatchObject({ kind: 'send' });
  });
});
