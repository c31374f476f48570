import { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { ingest } from '../../database/ingest.ts';
import { notes } from '../../database/schema/index.ts';
import { checkCustomer } from '../customers/check-customer.ts';
import { Problem } from '../http/problem.ts';
import { agentEvent } from '../kit/agent-event.ts';
import { create } from '../kit/create.ts';
import { locked } from '../kit/locked.ts';
import { recordOf } from '../kit/record-schema.ts';
import { remove } from '../kit/remove.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';

export const noteRecord = recordOf(notes);
export type NoteRecord = z.output<typeof noteRecord>;

const EMPTY = 'This field is required.';

const text = z
  .string()
  .trim()
  .max(10_000, 'At most 10,000 characters.')
  .transform((value) => value.toWellFormed());
const { kind, outcome } = noteRecord.shape;

/** A call has an outcome, `reached` by default, and may have no text. A note needs text. */
const newNote = z
  .strictObject({
    customerId: z.string(),
    text: text.default(''),
    kind: kind.default('note'),
    outcome: outcome.optional(),
  })
  .superRefine((note, { addIssue }) => {
    if (note.kind === 'call') return;
    if (note.text === '') addIssue({ code: 'custom', path: ['text'], message: EMPTY });
    if (note.outcome)
      addIssue({ code: 'custom', path: ['outcome'], message: 'Only calls have an outcome.' });
  })
  .transform((note) => ({
    ...note,
    outcome: note.kind === 'call' ? (note.outcome ?? 'reached') : null,
  }));

type NewNote = z.output<typeof newNote>;

const write = async (request: ApiRequest, note: NewNote): Promise<string> => {
  const { ports, person, now } = request;
  const id = crypto.randomUUID();
  await ports.database.insert(notes).values({ ...note, id, authorId: person.id, createdAt: now });
  if (note.outcome) {
    const data = { outcome: note.outcome, noteId: id };
    await ingest(
      ports.database,
      [agentEvent(request, note.customerId, 'call.made', data, id)],
      now,
    );
  }
  return id;
};

export const notesResource: Resource<NoteRecord> = {
  name: 'notes',
  table: notes,
  record: noteRecord,
  fields: () => getTableColumns(notes),
  select: ({ ports: { database } }) => database.select().from(notes).$dynamic(),
  searched: [notes.text],
  customer: notes.customerId,
  defaultSort: ['createdAt', 'DESC'],
  create: create(newNote, (request, note) =>
    locked(request, note.customerId, async (within) => {
      await checkCustomer(within, note.customerId);
      return write(within, note);
    }),
  ),
  update: update(writable(noteRecord, { text }), async (request, row, changes) => {
    if (changes.text === '' && row.kind === 'note')
      throw new Problem(422, `text: ${EMPTY}`, { errors: { text: EMPTY } });
    if (changes.text !== undefined)
      await request.ports.database.update(notes).set(changes).where(eq(notes.id, row.id));
  }),
  remove: remove(async (request, row) => {
    await request.ports.database.delete(notes).where(eq(notes.id, row.id));
  }),
};
