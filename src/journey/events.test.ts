import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { EVENT_TYPES, isCustomerSignal } from '../common/event-types.ts';
import { instant } from './clock/instant-schema.ts';
import { event, parseEvent } from './events.ts';
import { eventLists } from './testing/arbitraries.ts';

const VALID = {
  type: 'software.selected',
  customerId: 'customer-1',
  occurredAt: '2026-11-24T09:12:00.000Z',
  source: 'codat',
  sourceId: 'delivery-1',
  actorId: null,
  data: { connectionId: 'connection-a', software: 'gbol' },
};

describe('an event', () => {
  it('of every type is parsed unchanged when in normal form', () => {
    fc.assert(
      fc.property(eventLists, (list) => {
        for (const item of list) expect(parseEvent(item)).toEqual(item);
      }),
      { numRuns: 100 },
    );
  });

  it('has no actor unless one is named', () => {
    const { actorId: _, ...anonymous } = VALID;
    expect(parseEvent(anonymous)).toEqual(VALID);
  });

  it('of the Link SDK may leave its connection open', () => {
    const unnamed = { ...VALID, type: 'connection.initiated', source: 'sdk', data: {} };
    expect(parseEvent(unnamed)).toEqual(unnamed);
  });

  it('drops fields that do not belong to its type', () => {
    const data = { ...VALID.data, reason: 'cancelled' };
    expect(parseEvent({ ...VALID, data, recordedAt: 'now' })).toEqual(VALID);
  });

  it.each([
    ['an unknown type', { type: 'connection.celebrated' }],
    ['no type', { type: undefined }],
    ['an unknown source', { source: 'rumour' }],
    ['no customer', { customerId: '' }],
    ['no source id', { sourceId: '' }],
    ['no data', { data: undefined }],
    ['an invalid time', { occurredAt: 'yesterday' }],
    ['a date without a time', { occurredAt: '2026-11-24' }],
    ['a day that does not exist', { occurredAt: '2026-02-30T09:12:00Z' }],
    ['no connection id', { type: 'data.received', data: { software: 'gbol' } }],
    ['an invalid link', { data: { ...VALID.data, connectionLinkUrl: 'click here' } }],
    ['a failure without its text', { type: 'connection.failed' }],
    ['an unknown failure reason', correcting('bad_luck')],
    ['a closing without a reason', { type: 'journey.closed', data: {} }],
    ['an unknown reason for closing', { type: 'journey.closed', data: { reason: 'bored' } }],
    ['an unknown channel', { type: 'link.sent', data: { channel: 'pigeon', kind: 'company' } }],
    ['an unknown connection status', { type: 'connection.deleted', data: odd('Lost') }],
  ])('with %s is rejected', (_, flaw) => {
    expect(() => parseEvent(VALID)).not.toThrow();
    expect(() => parseEvent({ ...VALID, ...flaw })).toThrow(ZodError);
  });

  it('counts as a customer signal unless we, Codat or its reports cause it', () => {
    expect(EVENT_TYPES.filter((type) => !isCustomerSignal(type)).sort()).toEqual([
      'attempt.corrected',
      'call.made',
      'case.raised',
      'case.resolved',
      'customer.created',
      'customer.deleted',
      'customer.updated',
      'email.sent',
      'journey.closed',
      'journey.reopened',
      'link.sent',
      'read.failed',
      'report.failed',
      'report.ready',
    ]);
  });
});

function correcting(reason: string) {
  const data = { connectionId: 'connection-a', failedAt: VALID.occurredAt, reason };
  return { type: 'attempt.corrected', data };
}

function odd(status: string) {
  return { connectionId: 'connection-a', status };
}

describe('the constructor of events', () => {
  const { type: _type, actorId: _actorId, data, ...signal } = VALID;

  it('makes an event without an actor unless one is named', () => {
    expect(event('software.selected', { ...signal, source: 'codat' }, data)).toEqual(VALID);
  });

  it('rejects data that does not fit its type, at compile time and at run time', () => {
    // @ts-expect-error A failure needs a text.
    const failed = () => event('connection.failed', { ...signal, source: 'codat' }, data);
    expect(failed).toThrow(ZodError);
    // @ts-expect-error There is no such source.
    expect(() => event('link.opened', { ...signal, source: 'rumour' }, {})).toThrow(ZodError);
  });
});

describe('a time', () => {
  it.each([
    ['in normal form', '2026-11-24T09:12:00.123Z', '2026-11-24T09:12:00.123Z'],
    [
      'with seven decimals, cut to three',
      '2026-11-24T09:12:00.1239999Z',
      '2026-11-24T09:12:00.123Z',
    ],
    [
      'with seven decimals and no offset',
      '2026-11-24T09:12:00.1239999',
      '2026-11-24T09:12:00.123Z',
    ],
    ['without decimals', '2026-11-24T09:12:00Z', '2026-11-24T09:12:00.000Z'],
    ['without offset, which means UTC', '2026-11-24T09:12:00', '2026-11-24T09:12:00.000Z'],
    ['without seconds or offset', '2026-11-24T09:12', '2026-11-24T09:12:00.000Z'],
    ['with an offset ahead of UTC', '2026-11-24T00:30:00+01:00', '2026-11-23T23:30:00.000Z'],
    ['with an offset behind UTC', '2026-12-31T23:30:00-05:30', '2027-01-01T05:00:00.000Z'],
    ['on a leap day', '2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s is normalized', (_, text, expected) => {
    expect(instant.parse(text)).toBe(expected);
  });

  it('is the same whichever offset it is written with, and normalizing twice changes nothing', () => {
    const written = fc.tuple(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
    );
    fc.assert(
      fc.property(written, ([date, minutes]) => {
        const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const two = (number: number) => String(Math.trunc(number)).padStart(2, '0');
        const size = Math.abs(minutes);
        const offset = `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
        expect(instant.parse(local + offset)).toBe(date.toISOString());
        expect(instant.parse(date.toISOString())).toBe(date.toISOString());
      }),
      { numRuns: 300 },
    );
  });
});
