import { expect, it } from 'vitest';
import type { EventRecord } from '../../../api/events/resource.ts';
import { dropDuplicates } from './dropDuplicates.ts';

const FAILURE = { connectionId: 'a', text: 'User cancelled' } as const;

const failed = (id: string, source: EventRecord['source'], minute: number): EventRecord => ({
  id,
  source,
  customerId: 'customer',
  type: 'connection.failed',
  occurredAt: `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`,
  recordedAt: '2026-03-02T10:00:00.000Z',
  sourceId: id,
  actorId: null,
  data: FAILURE,
});

const shown = (...events: EventRecord[]) => dropDuplicates(events).map(({ id }) => id);

it('keeps only the first of two reports of one failure from two sources within minutes', () => {
  expect(shown(failed('later', 'sdk', 1), failed('first', 'codat', 0))).toEqual(['first']);
});

it('keeps two failures that one source reports, or two sources half an hour apart', () => {
  const [one, two] = [failed('one', 'codat', 0), failed('two', 'codat', 1)];
  expect(shown(two, one)).toEqual(['two', 'one']);
  expect(shown(failed('late', 'sdk', 30), one)).toEqual(['late', 'one']);
});

it('keeps failures of two connections', () => {
  const other = { ...failed('other', 'sdk', 1), data: { ...FAILURE, connectionId: 'b' } };
  expect(shown(other, failed('one', 'codat', 0))).toEqual(['other', 'one']);
});

it('keeps only the first report that the journey was finished, although it names no connection', () => {
  const finished = (id: string, source: EventRecord['source'], minute: number): EventRecord => ({
    ...failed(id, source, minute),
    type: 'journey.completed',
    data: {},
  });
  expect(shown(finished('later', 'return', 1), finished('first', 'sdk', 0))).toEqual(['first']);
});

it('keeps two links sent by hand within minutes', () => {
  const shared = (id: string): EventRecord => ({
    ...failed(id, 'agent', 0),
    type: 'link.sent',
    data: { channel: 'shared', kind: 'company' },
  });
  expect(shown(shared('one'), { ...shared('two'), source: 'link' })).toEqual(['one', 'two']);
});
