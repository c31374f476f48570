import { and, asc, count, desc, eq, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { isInvalidValue } from '../../database/errors.ts';
import { Problem } from '../http/problem.ts';
import { conditions } from './conditions.ts';
import type { ListQuery } from './list-query.ts';
import type { Call, Resource, Row } from './resource.ts';

export type Page = { rows: Row[]; total: number; first: number };

const orderBy = (resource: Resource, { sort }: ListQuery, call: Call): SQL[] => {
  const fields = resource.fields(call);
  const field = Object.hasOwn(fields, sort.field) ? fields[sort.field] : undefined;
  if (!field)
    throw new Problem(400, `The parameter sort names “${sort.field}”: there is no such field.`, {
      errors: { sort: `there is no field ${sort.field}` },
    });
  const direction = sort.descending ? desc : asc;
  const ties = [resource.tieBreak?.[sort.field], fields.id].filter((tie) => tie !== undefined);
  return [direction(field), ...ties.map((tie) => direction(tie))];
};

const visible = ({ hidden }: Resource, filter: ListQuery['filter']): SQL | undefined => {
  if (!hidden) return undefined;
  const { field, condition } = hidden;
  const names = (key: string) => key === 'id' || key === field || key.startsWith(`${field}_`);
  return Object.keys(filter).some(names) ? undefined : condition;
};

/** All values in the query of a list come from its filter. */
const blameFilter = (error: unknown): never => {
  if (!isInvalidValue(error)) throw error;
  const sentence = 'holds a value that no field can have, such as a NUL character';
  throw new Problem(400, `The parameter filter ${sentence}.`, { errors: { filter: sentence } });
};

/** The rows of one page with the total of all that match. */
export const findRows = async (resource: Resource, query: ListQuery, call: Call): Promise<Page> => {
  const { database } = call.ports;
  const fields = resource.fields(call);
  const where = and(
    conditions(query.filter, fields, resource.record.shape, resource.searched ?? []),
    visible(resource, query.filter),
    resource.seen?.(call),
  );
  const order = orderBy(resource, query, call);
  const all = database
    .select(fields)
    .from(resource.table)
    .where(where)
    .orderBy(...order);
  const { range } = query;
  const page = range ? all.limit(range.last - range.first + 1).offset(range.first) : all;
  const rows = await page.catch(blameFilter);
  const [counted] = await database.select({ total: count() }).from(resource.table).where(where);
  // The fields are the record's own: each resource is declared with both side by side.
  return { rows: rows as Row[], total: counted?.total ?? 0, first: range?.first ?? 0 };
};

/** @throws Problem 404 when there is no such record */
export const findRow = async (resource: Resource, id: string, call: Call): Promise<Row> => {
  const fields = resource.fields(call);
  const missing = new Problem(404, `There is no record ${id} among the ${resource.name}.`);
  const form = resource.record.shape.id;
  if (!form?.safeParse(id).success || id.includes('\0')) throw missing;
  const rows = await call.ports.database
    .select(fields)
    .from(resource.table)
    .where(and(eq(fields.id as PgColumn, id), resource.seen?.(call)));
  if (!rows[0]) throw missing;
  return rows[0] as Row;
};
