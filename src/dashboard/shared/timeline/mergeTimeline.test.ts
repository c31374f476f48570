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
  text: 'Called',
  createdAt: at(hour),
});

const email = (hour: number, id: string, state: EmailRecord['state']): EmailRecord => ({
  id,
  customerId: 'customer',
  journeyId: 'journey',
  template: 'reminder',
  state,
  toName: 'Kofi',
  toEmail: 'kofi@acme.example',
  toRole: 'main',
  createdById: 'mira',
  replyTo: 'mira@desk.example',
  subject: 'Hello',
  note: null,
  linkId: null,
  createdAt: at(hour),
  sentAt: state === 'sent' ? at(hour + 1) : null,
  failedAttempts: 0,
  nextAttemptAt: null,
  problem: null,
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

it('merges events and notes, the newest first', () => {
  expect(titles(all(opened(3), opened(1)), all(note(2, 'a')))).toEqual([
    'Opened link',
    'Note',
    'Opened link',
  ]);
});

it('shows a call once, with the text of its note', () => {
  const shown = merge(all(call(1, 'a')), all(note(1, 'a', 'no_answer')));
  expect(shown).toMatchObject([{ title: 'Call: no answer', detail: 'Called', kind: 'call.made' }]);
});

it('shows a call by its event when its note was deleted', () => {
  expect(titles(all(call(1, 'a')), all(note(2, 'b')))).toEqual(['Note', 'Call: no answer']);
});

it('goes back only as far as both events and notes are loaded', () => {
  const part = { rows: [note(9, 'a'), note(5, 'b')], complete: false };
  expect(titles(all(opened(7), opened(5), opened(4)), part)).toEqual([
    'Note',
    'Opened link',
    'Opened link',
    'Note',
  ]);
});

it('shows a sent email once, with its recipient', () => {
  const shown = merge(all(sent(4, 'a')), all(), all(email(3, 'a', 'sent')));
  expect(shown).toMatchObject([
    { title: 'Reminder email sent', at: at(4), actorId: 'mira', email: { toName: 'Kofi' } },
  ]);
});

it('shows an email that was not sent, with its status', () => {
  const emails = all(email(9, 'a', 'kept'), email(5, 'b', 'failed'), email(1, 'c', 'queued'));
  expect(titles(all(opened(7)), all(), emails)).toEqual([
    'Reminder email not sent',
    'Opened link',
    'Reminder email failed',
    'Reminder email queued',
  ]);
});

it('shows no email from a time whose events may be missing', () => {
  const events = { rows: [opened(7), opened(5)], complete: false };
  const emails = all(email(6, 'a', 'kept'), email(3, 'b', 'sent'));
  expect(titles(events, all(), emails)).toEqual([
    'Opened link',
    'Reminder email not sent',
    'Opened link',
  ]);
});

it('shows that a link was emailed when no email is stored for it', () => {
  const old = { ...sent(4, 'a'), data: { channel: 'email', kind: 'company' } } as const;
  expect(titles(all(old))).toEqual(['Link emailed']);
});

it('names the reason of a failure by the software that another event of its connection names', () => {
  const failed: EventRecord = {
    ...opened(11),
    type: 'connection.failed',
    source: 'sdk',
    data: { connectionId: 'a', text: 'The request timed out' },
  };
  const selected = (software: string): EventRecord => ({
    ...opened(10),
    type: 'software.selected',
    data: { connectionId: 'a', software },
  });
  const titleAfter = (software: string) => titles(all(failed, selected(software)))[0];
  expect(titleAfter('pqsw')).toBe('Attempt failed: connector blocked');
  expect(titleAfter('gbol')).toBe('Attempt failed: software error');
});
