import { expect, it } from 'vitest';
import type { EventRecord } from '../../api/resources/events.ts';
import type { NoteRecord } from '../../api/resources/notes.ts';
import { mergeTimeline } from './mergeTimeline.ts';

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

const call = (hour: number, noteId: string): EventRecord => ({
  id: `event-${noteId}`,
  customerId: 'customer',
  type: 'call.made',
  occurredAt: at(hour),
  recordedAt: at(hour),
  source: 'agent',
  sourceId: noteId,
  actorId: 'mira',
  data: { outcome: 'no_answer', noteId },
});

const opened = (hour: number): EventRecord => ({
  ...call(hour, `opening-${hour}`),
  type: 'link.opened',
  source: 'link',
  data: {},
});

const note = (hour: number, id: string, outcome: NoteRecord['outcome'] = null): NoteRecord => ({
  id,
  customerId: 'customer',
  authorId: 'mira',
  kind: outcome ? 'call' : 'note',
  outcome,
  text: 'Rang',
  createdAt: at(hour),
});

const all = <T>(...rows: T[]) => ({ rows, complete: true });
const titles = (...merged: Parameters<typeof mergeTimeline>) =>
  mergeTimeline(...merged).map(({ title }) => title);

it('puts events and notes together, the newest first', () => {
  expect(titles(all(opened(3), opened(1)), all(note(2, 'a')))).toEqual([
    'Opened the link',
    'Note',
    'Opened the link',
  ]);
});

it('shows a call once, with the words of its note', () => {
  const shown = mergeTimeline(all(call(1, 'a')), all(note(1, 'a', 'no_answer')));
  expect(shown).toMatchObject([{ title: 'Call: no answer', detail: 'Rang', kind: 'call.made' }]);
});

it('still shows a call whose note was deleted', () => {
  expect(titles(all(call(1, 'a')), all(note(2, 'b')))).toEqual(['Note', 'Call: no answer']);
});

it('goes back no further than both are known', () => {
  const part = { rows: [note(9, 'a'), note(5, 'b')], complete: false };
  expect(titles(all(opened(7), opened(5), opened(4)), part)).toEqual([
    ...['Note', 'Opened the link', 'Opened the link', 'Note'],
  ]);
});
