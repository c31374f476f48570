import { and, asc, gt, type SQL, sql } from 'drizzle-orm';
import { textArray } from '../../../database/bulk.ts';
import { alphabetical } from '../../../database/schema/columns.ts';
import { customers, events } from '../../../database/schema/index.ts';
import { Problem } from '../../http/problem.ts';
import type { ApiRequest } from '../../kit/request.ts';
import { matching, seenBy } from '../../kit/rows.ts';
import { type CustomerRecord, customersResource } from '../resource.ts';
import { type BulkChange, MOST_AT_ONCE } from './body.ts';

/** What a filter selects among the customers that the person sees; without one, all of them. @throws Problem 400 for a wrong filter */
const selected = (request: ApiRequest, body: BulkChange): SQL | undefined =>
  body.action !== 'restore' && body.filter
    ? matching(customersResource, body.filter, request)
    : seenBy(customersResource, request);

/** The IDs of the customers that a request names, each once. @throws Problem 422 when its filter matches too many */
export const idsOf = async (request: ApiRequest, body: BulkChange): Promise<string[]> => {
  if (body.action === 'restore') return [...new Set(body.changes.flatMap(({ ids }) => ids))];
  if (body.ids) return [...new Set(body.ids)];
  const rows = await request.ports.database
    .select({ id: customers.id })
    .from(customers)
    .where(selected(request, body))
    .limit(MOST_AT_ONCE + 1);
  if (rows.length <= MOST_AT_ONCE) return rows.map(({ id }) => id);
  const sentence = `More than ${MOST_AT_ONCE.toLocaleString('en-GB')} customers match. Narrow the filter.`;
  throw new Problem(422, sentence, { errors: { filter: sentence } });
};

const oneOf = (ids: readonly string[]): SQL => sql`${customers.id} = any(${textArray(ids)})`;

/** The customers as they are now, by name. Leaves out those that the filter no longer matches. */
export const customersOf = (
  request: ApiRequest,
  ids: readonly string[],
  body: BulkChange,
): Promise<CustomerRecord[]> =>
  customersResource
    .select(request)
    .where(and(oneOf(ids), selected(request, body)))
    .orderBy(asc(alphabetical(customers.name)), asc(customers.id));

/** The customers after the change, which may have taken them out of what the filter matches. */
export const changedOf = async (
  request: ApiRequest,
  ids: readonly string[],
): Promise<Map<string, CustomerRecord>> => {
  const rows = await customersResource
    .select(request)
    .where(and(oneOf(ids), seenBy(customersResource, request)));
  return new Map(rows.map((row) => [row.id, row]));
};

/** Those with an event since a preview. */
export const movedSince = async (
  { ports: { database } }: ApiRequest,
  ids: readonly string[],
  body: BulkChange,
): Promise<Set<string>> => {
  if (body.action === 'restore' || !body.asOf) return new Set();
  const rows = await database
    .selectDistinct({ id: events.customerId })
    .from(events)
    .where(
      and(sql`${events.customerId} = any(${textArray(ids)})`, gt(events.recordedAt, body.asOf)),
    );
  return new Set(rows.map(({ id }) => id));
};
