import { expect, it } from 'vitest';
import type { EventRecord } from '../../../api/events/resource.ts';
import { withoutRepeats } from './withoutRepeats.ts';

const failed = (id: string, source: EventRecord['source'], minute: number): EventRecord => ({
  id,
  source,
  customerId: 'customer',
  type: 'connection.failed',
  occurredAt: `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`,
  recordedAt: '2026-03-02T10:00:00.000Z',
  sourceId: id,
  actorId: null,
  data: { connectionId: 'a', reason: 'cancelled', text: 'User cancelled' },
});

const shown = (...events: EventRecord[]) => withoutRepeats(events).map(({ id }) => id);

it('shows once what two sources tell of within minutes', () => {
  expect(shown(failed('later', 'sdk', 1), failed('first', 'codat', 0))).toEqual(['first']);
});

it('shows twice what one source tells of twice, or two sources far apart', () => {
  const [one, two] = [failed('one', 'codat', 0), failed('two', 'codat', 1)];
  expect(shown(two, one)).toEqual(['two', 'one']);
  expect(shown(failed('late', 'sdk', 30), one)).toEqual(['late', 'one']);
});

it('keeps apart what happens to another connection', () => {
  const other = { ...failed('other', 'sdk', 1), data: { connectionId: 'b' } } as EventRecord;
  expect(shown(other, failed('one', 'codat', 0))).toEqual(['other', 'one']);
});

it('shows once that the journey was finished, which no connection goes with', () => {
  const finished = (id: string, source: EventRecord['source'], minute: number) =>
    ({ ...failed(id, source, minute), type: 'journey.completed', data: {} }) as EventRecord;
  expect(shown(finished('later', 'return', 1), finished('first', 'sdk', 0))).toEqual(['first']);
  const shared = (id: string) =>
    ({ ...finished(id, 'agent', 0), type: 'link.sent' }) as EventRecord;
  expect(shown(shared('one'), { ...shared('two'), source: 'link' })).toEqual(['one', 'two']);
});
