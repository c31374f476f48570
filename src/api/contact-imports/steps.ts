import { and, eq, sql } from 'drizzle-orm';
import { announce } from '../../database/changes/changes.ts';
import { expiredBefore, KEPT_DAYS } from '../../database/privacy/expire.ts';
import {
  type ContactImport,
  contactImportLines,
  contactImports,
} from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import { applyStep, type Step } from './apply.ts';

const APPLY: Step = {
  sourceIdOf: ({ id }) => id,
  from: ({ before }) => before,
  to: ({ after }) => after,
  leftAlone: {
    edited: { outcome: 'faulty', problem: 'Skipped: edited after the preview.' },
    left: { outcome: 'faulty', problem: 'Skipped: the account manager has left.' },
  },
};

const UNDO: Step = {
  sourceIdOf: ({ id }) => `${id}:undo`,
  from: ({ after }) => after,
  to: ({ before }) => before,
  leftAlone: {
    edited: { problem: 'Not reverted: edited after the import.' },
    left: { problem: 'Not reverted: the account manager has left.' },
  },
};

const set = async (
  { ports: { database } }: ApiRequest,
  id: string,
  fields: Parameters<ReturnType<typeof database.update<typeof contactImports>>['set']>[0],
): Promise<void> => {
  await database.update(contactImports).set(fields).where(eq(contactImports.id, id));
};

/** Why an import can’t go from its state to another, or null when it can. */
const objection = (
  { state, appliedAt, undoneAt, createdAt }: ContactImport,
  wanted: 'applied' | 'undone',
  now: Instant,
): string | null => {
  if (createdAt < expiredBefore(now))
    return `This import’s rows are no longer stored. They are deleted after ${KEPT_DAYS} days.`;
  if (state === 'undone' && wanted === 'applied')
    return 'This import was undone or discarded. Upload the file again to apply it.';
  if (state === 'undone') return undoneAt && 'This import was already undone.';
  if (wanted === 'applied') return appliedAt && 'This import was already applied.';
  return state === 'applied' && !appliedAt
    ? 'This import is being applied. Undo it when it’s finished.'
    : null;
};

/**
 * Starts to apply or undo an import, or resumes a step that was interrupted: its time is still missing. Undoing an
 * import that was never applied discards it.
 * @throws Problem 409 when the import can’t go from its state to the wanted one
 */
export const beginStep = async (
  request: ApiRequest,
  one: ContactImport,
  wanted: 'applied' | 'undone',
): Promise<void> => {
  const sentence = objection(one, wanted, request.now);
  if (sentence) throw new Problem(409, sentence);
  const discarded = wanted === 'undone' && one.state === 'previewed';
  await set(request, one.id, { state: wanted, ...(discarded && { undoneAt: request.now }) });
};

/** The number of lines with an outcome, in SQL. */
const counted = (id: string, outcome: 'change' | 'faulty') =>
  sql<number>`(select count(*) from ${contactImportLines} where ${and(
    eq(contactImportLines.importId, id),
    eq(contactImportLines.outcome, outcome),
  )})::int`;

/** Whether a step was started, just now or before it was interrupted, and its time is still missing. */
export const isUnfinished = ({ state, appliedAt, undoneAt }: ContactImport): boolean =>
  (state === 'applied' && !appliedAt) || (state === 'undone' && !undoneAt);

/** Runs the step that `beginStep` started, and stores when it was finished. */
export const finishStep = async (request: ApiRequest, { id, state, undoneAt }: ContactImport) => {
  if (state === 'applied') {
    await applyStep(request, id, APPLY);
    // Lines whose contact someone changed in the meantime count as faulty now.
    await set(request, id, {
      appliedAt: request.ports.now(),
      changes: counted(id, 'change'),
      faulty: counted(id, 'faulty'),
    });
  }
  if (state === 'undone' && !undoneAt) {
    await applyStep(request, id, UNDO);
    await set(request, id, { undoneAt: request.ports.now() });
  }
  await announce(request.ports.database, { resources: ['contact-import-lines'] });
};
