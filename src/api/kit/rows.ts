import { and, asc, desc, is, SQL, sql } from 'drizzle-orm';
import { PgColumn, PgText } from 'drizzle-orm/pg-core';
import { isInvalidValue } from '../../database/errors.ts';
import { isOfVisible } from '../../database/portfolios/visibility.ts';
import { alphabetical } from '../../database/schema/columns.ts';
import { Problem } from '../http/problem.ts';
import {
  checkFilterSize,
  comparable,
  conditions,
  type Field,
  type OwnFilter,
} from './conditions.ts';
import type { ListQuery } from './list-query.ts';
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

/** An order, and the same one from its other end. */
type Order = { forwards: SQL; backwards: SQL };

/** Rows without a value come last in both directions. */
const directed = (field: Field, descending: boolean): Order => {
  const optional = is(field, PgText) && !field.notNull;
  const ordered = optional ? alphabetical(sql`nullif(${field}, '')`) : comparable(field);
  const [up, down] = [asc(ordered), desc(ordered)];
  if (!descending) return { forwards: up, backwards: down };
  // Columns that always have a value are sorted plainly, so that their index serves both directions.
  const always = is(field, PgColumn) && field.notNull;
  return always
    ? { forwards: down, backwards: up }
    : { forwards: sql`${down} nulls last`, backwards: sql`${up} nulls first` };
};

const orderBy = <R extends Row>(
  { tieBreak, sortedBy = {} }: Resource<R>,
  { sort }: ListQuery,
  request: ApiRequest,
  fields: Map<string, Field>,
): Order[] => {
  const field = fields.get(sort.field);
  if (!field)
    throw new Problem(400, `Unknown sort field “${sort.field}”.`, {
      errors: { sort: `Unknown field “${sort.field}”.` },
    });
  const ties = new Map<string, Field | undefined>(Object.entries(tieBreak?.(request) ?? {}));
  const instead = new Map<string, Field | undefined>(Object.entries(sortedBy));
  return [instead.get(sort.field) ?? field, ties.get(sort.field), fields.get('id')].flatMap(
    (one) => (one ? [directed(one, sort.descending)] : []),
  );
};

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
const blameFilter = (error: unknown): never => {
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

/** Where a page begins, counted from the nearer end: a database reads and throws away all rows before it. */
const placeOf = ({ first, last }: NonNullable<ListQuery['range']>, total: number) => {
  const end = Math.min(last + 1, total);
  const limit = Math.max(end - first, 0);
  const isNearEnd = first > total / 2;
  return { limit, offset: isNearEnd ? total - end : first, isNearEnd };
};

/** The rows of one page with the total of all that match. */
export const findRows = async <R extends Row>(
  resource: Resource<R>,
  query: ListQuery,
  request: ApiRequest,
): Promise<Page<R>> => {
  const { database } = request.ports;
  const { table } = resource;
  const fields = fieldsOf(resource, request);
  const where = matching(resource, query.filter, request);
  const orders = orderBy(resource, query, request, fields);
  const forwards = orders.map((order) => order.forwards);
  const total = await database.$count(table, where).catch(blameFilter);
  const { range } = query;
  if (!range) {
    const rows = await resource
      .select(request)
      .where(where)
      .orderBy(...forwards);
    return { rows, total, first: 0 };
  }
  const { limit, offset, isNearEnd } = placeOf(range, total);
  const id = fields.get('id');
  // The page first, and what is computed for each row only then.
  const ids = database
    .select({ id: sql`${id}` })
    .from(table)
    .where(where)
    .orderBy(...(isNearEnd ? orders.map((order) => order.backwards) : forwards))
    .limit(limit)
    .offset(offset);
  const rows = await resource
    .select(request)
    .where(sql`${id} in (${ids})`)
    .orderBy(...forwards);
  return { rows, total, first: range.first };
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
