import { eq } from 'drizzle-orm';
import { views } from '../../database/schema/index.ts';
import { customersResource } from '../customers/resource.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import { matching } from '../kit/rows.ts';
import { checkPerson } from '../users/check-user.ts';
import type { ViewRecord } from './record.ts';

/** The most views that one person may have. */
export const MOST_VIEWS = 50;

/** In characters, as JSON. */
const LONGEST_FILTER = 10_000;

/** NUL characters and halves of characters, as JSON writes them. The database can’t store them. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i;

/** Filters whose values are people. */
const OF_PEOPLE = /^(?:assignee|accountManager|ownerManager|snoozedBy)Id(?:_neq)?$/;

const invalid = (field: string, sentence: string): Problem =>
  new Problem(422, sentence, { errors: { [field]: sentence } });

const checkFilter = async (request: ApiRequest, filter: ViewRecord['filter']): Promise<void> => {
  const text = JSON.stringify(filter);
  if (text.length > LONGEST_FILTER) throw invalid('filter', 'Too many filters for one view.');
  if (UNSTORABLE.test(text)) throw invalid('filter', 'A filter has a character we can’t store.');
  try {
    matching(customersResource, filter, request);
  } catch (error) {
    throw error instanceof Problem ? invalid('filter', error.message) : error;
  }
  for (const [name, value] of Object.entries(filter))
    if (OF_PEOPLE.test(name))
      for (const id of [value].flat())
        await checkPerson(request.ports.database, 'filter', id === null ? null : String(id));
};

const checkNames = ({ sort, columns }: Partial<ViewRecord>): void => {
  const known = customersResource.record.shape;
  if (sort && !(sort.field in known)) throw invalid('sort', `Unknown field “${sort.field}”.`);
  const unknown = columns?.find((column) => !(column in known));
  if (unknown !== undefined) throw invalid('columns', `Unknown column “${unknown}”.`);
};

/** @throws Problem 422 naming what the list that the view is of doesn’t have */
export const checkContent = async (
  request: ApiRequest,
  content: Partial<ViewRecord>,
): Promise<void> => {
  checkNames(content);
  if (content.filter) await checkFilter(request, content.filter);
};

/** @throws Problem 403 when someone else than an admin chooses what a page opens with for everybody */
export const checkDefault = (
  { person }: ApiRequest,
  { shared, isDefault }: Pick<ViewRecord, 'shared' | 'isDefault'>,
): void => {
  if (!shared || !isDefault || person.role === 'admin') return;
  const sentence = 'Only an admin can choose the view that everyone starts with.';
  throw new Problem(403, sentence, { errors: { isDefault: sentence } });
};

/** @throws Problem 422 when the person has as many views as anyone may have */
export const checkNumber = async ({ ports: { database }, person }: ApiRequest): Promise<void> => {
  if ((await database.$count(views, eq(views.ownerId, person.id))) < MOST_VIEWS) return;
  throw invalid('name', `You have ${MOST_VIEWS} views. Delete one first.`);
};
