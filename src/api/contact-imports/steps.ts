import { and, eq, sql } from 'drizzle-orm';
import { announce } from '../../database/changes.ts';
import {
  type ContactImport,
  contactImportLines,
  contactImports,
} from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import { type Act, carryOut } from './apply.ts';

const APPLY: Act = {
  sourceIdOf: ({ id }) => id,
  from: ({ before }) => before,
  to: ({ after }) => after,
  leave: {
    outcome: 'faulty',
    problem: 'Someone changed this contact after the preview, so it was left alone.',
  },
};

const UNDO: Act = {
  sourceIdOf: ({ id }) => `${id}:undo`,
  from: ({ after }) => after,
  to: ({ before }) => before,
  leave: { problem: 'Someone changed this contact since, so undoing left it alone.' },
};

const set = async (
  { ports: { database } }: ApiRequest,
  id: string,
  fields: Parameters<ReturnType<typeof database.update<typeof contactImports>>['set']>[0],
): Promise<void> => {
  await database.update(contactImports).set(fields).where(eq(contactImports.id, id));
};

/** What is wrong with taking an import from its state to another; nothing when it can go on. */
const objection = (
  { state, appliedAt, undoneAt }: ContactImport,
  wanted: 'applied' | 'undone',
): string | null => {
  if (state === 'undone' && wanted === 'applied')
    return 'This import was undone or discarded. Bring the file again to apply it.';
  if (state === 'undone') return undoneAt && 'This import was undone already.';
  if (wanted === 'applied') return appliedAt && 'This import was applied already.';
  return state === 'applied' && !appliedAt
    ? 'This import is being applied. Undo it once that is done.'
    : null;
};

/**
 * Begins to apply or undo an import; an import that was never applied is discarded. One that was begun and stopped
 * halfway, as its missing time tells, is gone on with.
 * @throws Problem 409 when that was done already
 */
export const beginStep = async (
  request: ApiRequest,
  one: ContactImport,
  wanted: 'applied' | 'undone',
): Promise<void> => {
  const sentence = objection(one, wanted);
  if (sentence) throw new Problem(409, sentence);
  const discarded = wanted === 'undone' && one.state === 'previewed';
  await set(request, one.id, { state: wanted, ...(discarded && { undoneAt: request.now }) });
};

/** How many lines there are of an outcome. */
const counted = (id: string, outcome: 'change' | 'faulty') =>
  sql<number>`(select count(*) from ${contactImportLines} where ${and(
    eq(contactImportLines.importId, id),
    eq(contactImportLines.outcome, outcome),
  )})::int`;

/** Does what was begun with an import, and notes when it was done. */
export const finishStep = async (request: ApiRequest, { id, state, undoneAt }: ContactImport) => {
  if (state === 'applied') {
    await carryOut(request, id, APPLY);
    // Lines whose contact someone changed in the meantime don't count as changes any more.
    await set(request, id, {
      appliedAt: request.ports.now(),
      changes: counted(id, 'change'),
      faulty: counted(id, 'faulty'),
    });
  }
  if (state === 'undone' && !undoneAt) {
    await carryOut(request, id, UNDO);
    await set(request, id, { undoneAt: request.ports.now() });
  }
  await announce(request.ports.database, { resources: ['contact-import-lines'] });
};
