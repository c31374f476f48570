import { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { notes } from '../../database/schema/index.ts';
import { checkCustomer } from '../check-customer.ts';
import { Problem } from '../problem.ts';
import { recordOf } from '../records.ts';
import { type Call, change, creation, type Resource, type Row } from '../resource.ts';
import { writable } from '../writable.ts';

export const noteRecord = recordOf(notes);
export type NoteRecord = z.output<typeof noteRecord>;

const text = z
  .string()
  .trim()
  .min(1, 'Write something here.')
  .max(10_000, 'At most 10,000 characters.')
  .transform((value) => value.toWellFormed());
const kind = noteRecord.shape.kind;

const newNote = z.strictObject({ customerId: z.string(), text, kind: kind.default('note') });

const checkAuthor = ({ person }: Call, row: Row): void => {
  if (person.role !== 'admin' && (row as NoteRecord).authorId !== person.id)
    throw new Problem(403, 'Only its author or an administrator may change a note.');
};

export const notesResource: Resource = {
  name: 'notes',
  table: notes,
  record: noteRecord,
  fields: () => getTableColumns(notes),
  searched: [notes.text],
  defaultSort: ['createdAt', 'DESC'],
  create: creation(newNote, async (call, note) => {
    const { ports, person, now } = call;
    await checkCustomer(ports.database, note.customerId);
    const [added] = await ports.database
      .insert(notes)
      .values({ ...note, authorId: person.id, createdAt: now })
      .returning();
    if (!added) throw new Error('The note was not stored.');
    return added.id;
  }),
  update: change(writable(noteRecord, { text, kind }), async (call, row, changes) => {
    checkAuthor(call, row);
    if (Object.keys(changes).length > 0)
      await call.ports.database.update(notes).set(changes).where(eq(notes.id, row.id));
  }),
  remove: async (call, row) => {
    checkAuthor(call, row);
    await call.ports.database.delete(notes).where(eq(notes.id, row.id));
  },
};
