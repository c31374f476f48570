import { expect, it } from 'vitest';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EventRecord } from '../../../api/events/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
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

const email = (hour: number, id: string, state: EmailRecord['state']): EmailRecord => ({
  ...{ id, customerId: 'customer', journeyId: 'journey', template: 'reminder', state },
  ...{ toName: 'Kofi', toEmail: 'kofi@acme.example', toRole: 'main', createdById: 'mira' },
  ...{ replyTo: 'mira@desk.example', subject: 'Hello', note: null, linkId: null },
  ...{ createdAt: at(hour), sentAt: state === 'sent' ? at(hour + 1) : null },
  ...{ failedAttempts: 0, nextAttemptAt: null, problem: null },
});

const sent = (hour: number, emailId: string): EventRecord => ({
  ...call(hour, `sending-${emailId}`),
  type: 'link.sent',
  data: { channel: 'email', kind: 'company', emailId, template: 'reminder', to: 'main' },
});

const all = <T>(...rows: T[]) => ({ rows, complete: true });
type Lists = Parameters<typeof mergeTimeline>;
const merge = (events: Lists[0], notes: Lists[1] = all(), emails: Lists[2] = all()) =>
  mergeTimeline(events, notes, emails);
const titles = (...lists: Parameters<typeof merge>) => merge(...lists).map(({ title }) => title);

it('puts events and notes together, the newest first', () => {
  expect(titles(all(opened(3), opened(1)), all(note(2, 'a')))).toEqual([
    'Opened the link',
    'Note',
    'Opened the link',
  ]);
});

it('shows a call once, with the words of its note', () => {
  const shown = merge(all(call(1, 'a')), all(note(1, 'a', 'no_answer')));
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

it('shows an e-mail once: by its sending, with whom it went to', () => {
  const shown = merge(all(sent(4, 'a')), all(), all(email(3, 'a', 'sent')));
  expect(shown).toMatchObject([
    { title: 'Email sent: Reminder', at: at(4), actorId: 'mira', email: { toName: 'Kofi' } },
  ]);
});

it('shows an e-mail that was not sent by itself, with what became of it', () => {
  const emails = all(email(9, 'a', 'kept'), email(5, 'b', 'failed'), email(1, 'c', 'queued'));
  expect(titles(all(opened(7)), all(), emails)).toEqual([
    ...['Email not sent: Reminder', 'Opened the link'],
    ...['Email failed: Reminder', 'Email queued: Reminder'],
  ]);
});

it('shows none of a time of which events may be missing', () => {
  const events = { rows: [opened(7), opened(5)], complete: false };
  const emails = all(email(6, 'a', 'kept'), email(3, 'b', 'sent'));
  expect(titles(events, all(), emails)).toEqual([
    ...['Opened the link', 'Email not sent: Reminder', 'Opened the link'],
  ]);
});

it('knows an old sending by e-mail of which no e-mail is kept', () => {
  const old = { ...sent(4, 'a'), data: { channel: 'email', kind: 'company' } } as const;
  expect(titles(all(old))).toEqual(['Link sent by e-mail']);
});
