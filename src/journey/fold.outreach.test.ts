import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { A, at, event, journeyAfter, SEND } from './testing/example-events.ts';

const updated = (hour: number, customer: object) => event(hour, 'customer.updated', { customer });

describe('the outreach of a journey', () => {
  it('keeps the time of the last one of each kind', () => {
    const { tried } = journeyAfter(
      event(1, 'link.sent', SEND),
      event(2, 'link.sent', { ...SEND, template: 'administrator', to: 'administrator' }),
      event(3, 'email.sent', { emailId: 'e', template: 'it' }),
      event(4, 'call.made', { outcome: 'voicemail' }),
      event(5, 'call.made', { outcome: 'reached' }),
      event(6, 'link.sent', { channel: 'shared', kind: 'company' }),
    );
    expect(tried).toEqual({
      link: at(1),
      administrator: at(2),
      it: at(3),
      call: at(5),
      shared: at(6),
    });
  });

  it('is no call that nobody answered, which is only noted', () => {
    const { tried } = journeyAfter(
      event(1, 'call.made', { outcome: 'reached' }),
      event(2, 'call.made', { outcome: 'no_answer' }),
    );
    expect(tried).toEqual({ call: at(1), unanswered: at(2) });
  });

  it('is cleared when the customer does something', () => {
    const { tried } = journeyAfter(
      event(1, 'link.sent', SEND),
      event(2, 'link.opened', {}),
      event(3, 'call.made', { outcome: 'reached' }),
    );
    expect(tried).toEqual({ call: at(3) });
  });

  it('notes that the case is raised with Codat, until it is resolved or the customer moves on', () => {
    const raised = event(1, 'case.raised', { caseId: 'case-1', reference: '4711' });
    expect(journeyAfter(raised).tried).toEqual({ raised: at(1) });
    expect(journeyAfter(raised, event(2, 'case.resolved', { caseId: 'case-1' })).tried).toEqual({});
    expect(journeyAfter(raised, event(2, 'link.opened', {})).tried).toEqual({});
  });

  it('belongs to one journey', () => {
    const { kind, tried } = journeyAfter(
      event(1, 'connection.authorized', A),
      event(2, 'call.made', { outcome: 'reached' }),
      event(3, 'connection.disconnected', A),
    );
    expect({ kind, tried }).toEqual({ kind: 'reconnect', tried: {} });
  });
});

describe('contacts', () => {
  const bo = { name: 'Bo', email: 'bo@acme.example', phone: null };
  const it_ = { name: null, email: 'it@acme.example', phone: null };

  it('change role by role', () => {
    const { profile } = fold([
      updated(1, { contacts: { administrator: bo } }),
      updated(2, { contacts: { it: it_ } }),
      updated(3, { contactName: 'Kofi' }),
    ]);
    expect(profile.contacts).toEqual({ administrator: bo, it: it_ });
  });

  it('can be removed', () => {
    const { profile } = fold([
      updated(1, { contacts: { administrator: bo, it: it_ } }),
      updated(2, { contacts: { administrator: null } }),
    ]);
    expect(profile.contacts).toEqual({ administrator: null, it: it_ });
  });
});
