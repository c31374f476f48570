import { and, is, SQL, sql } from 'drizzle-orm';
import { isInvalidValue } from '../../database/errors.ts';
import { isOfVisible } from '../../database/portfolios/visibility.ts';
import { Problem } from '../http/problem.ts';
import { checkFilterSize, conditions, type Field, type OwnFilter } from './conditions.ts';
import type { ListQuery } from './list-query.ts';
import { orderOf, overall } from './paging/order.ts';
import { pageOf } from './paging/page.ts';
import { NO_TABLE, totalOf } from './paging/total.ts';
import type { ApiRequest } from './request.ts';
import type { Resource, Row } from './resource.ts';
import { search } from './search.ts';

export type Page<R> = { rows: R[]; total: number; first: number };

/** The fields of a resource. Expressions are in brackets, so that conditions can be about them, whatever they say. */
const fieldsOf = <R extends Row>(
  resource: Resource<R>,
  request: ApiRequest,
): Map<string, Field> => {
  const fields: [string, Field][] = Object.entries(resource.fields(request));
  return new Map(fields.map(([name, field]) => [name, is(field, SQL) ? sql`(${field})` : field]));
};

/** The filters of a resource that are about more than one field. */
const ownFilters = <R extends Row>(
  { searched, filters }: Resource<R>,
  request: ApiRequest,
): Map<string, OwnFilter> => {
  const own = new Map(Object.entries(filters?.(request) ?? {}));
  if (searched) own.set('q', (query) => search(searched, query));
  return own;
};

/** The order that a query asks for. @throws Problem 400 for an unknown field */
export const sorted = <R extends Row>(
  resource: Resource<R>,
  query: ListQuery,
  request: ApiRequest,
): SQL[] => overall(orderOf(resource, query, request, fieldsOf(resource, request)));

const present = <R extends Row>(
  { hidden }: Resource<R>,
  filter: ListQuery['filter'],
): SQL | undefined => {
  if (!hidden) return undefined;
  const { field, condition } = hidden;
  const names = (key: string) => key === 'id' || key === field || key.startsWith(`${field}_`);
  return Object.keys(filter).some(names) ? undefined : condition;
};

/** Reports an invalid value as the filter’s fault, because all values in a list’s query come from its filter. */
export const blameFilter = (error: unknown): never => {
  if (!isInvalidValue(error)) throw error;
  const sentence = 'The filter holds a value that no field can have, such as a NUL character.';
  throw new Problem(400, sentence, { errors: { filter: sentence } });
};

/** The condition of the rows that the person may see at all, whatever they ask for. */
export const seenBy = <R extends Row>(
  { customer, seen }: Resource<R>,
  request: ApiRequest,
): SQL | undefined =>
  and(customer ? isOfVisible(request.person.portfolio, customer) : undefined, seen?.(request));

/** The condition of the rows that match a filter and that the person may see. @throws Problem 400 for a wrong filter */
export const matching = <R extends Row>(
  resource: Resource<R>,
  filter: ListQuery['filter'],
  request: ApiRequest,
): SQL | undefined => {
  checkFilterSize(filter);
  const fields = fieldsOf(resource, request);
  return and(
    conditions(filter, fields, resource.record.shape, ownFilters(resource, request)),
    present(resource, filter),
    seenBy(resource, request),
  );
};

/** The rows of one page with the total of all that match. */
export const findRows = async <R extends Row>(
  resource: Resource<R>,
  query: ListQuery,
  request: ApiRequest,
): Promise<Page<R>> => {
  const { database } = request.ports;
  const fields = fieldsOf(resource, request);
  const where = matching(resource, query.filter, request);
  const order = orderOf(resource, query, request, fields);
  const [counted] = await database
    .select({ total: totalOf(resource, query.filter, where, request) })
    .from(NO_TABLE)
    .catch(blameFilter);
  const total = counted?.total ?? 0;
  const { range } = query;
  const rows = range
    ? await pageOf({ resource, request, where, order }, range, total)
    : await resource
        .select(request)
        .where(where)
        .orderBy(...overall(order));
  return { rows, total, first: range?.first ?? 0 };
};

/** Such as “Email template” for `email-templates`. */
const singular = (name: string): string => {
  const words = name.replaceAll('-', ' ').replace(/ies$/, 'y').replace(/s$/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** @throws Problem 404 when there is no such record */
export const findRow = async <R extends Row>(
  resource: Resource<R>,
  id: string,
  request: ApiRequest,
): Promise<R> => {
  const missing = (unseen = false) =>
    new Problem(404, `${singular(resource.name)} ${id} not found.`, { unseen });
  const form = resource.record.shape.id;
  if (!form?.safeParse(id).success || id.includes('\0')) throw missing();
  const named = conditions({ id }, fieldsOf(resource, request), resource.record.shape);
  const seen = seenBy(resource, request);
  const [row] = await resource.select(request).where(and(named, seen));
  if (row) return row;
  const [other] = seen ? await resource.select(request).where(named) : [];
  throw missing(other !== undefined);
};

/**
 * A record that the request itself has just written, even if it thereby left the person’s portfolio: someone who hands
 * a customer over gets the answer to that.
 */
export const findWritten = <R extends Row>(
  resource: Resource<R>,
  id: string,
  request: ApiRequest,
): Promise<R> =>
  findRow(resource, id, { ...request, person: { ...request.person, portfolio: null } });
