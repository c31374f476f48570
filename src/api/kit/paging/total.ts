import { and, type SQL, sql } from 'drizzle-orm';
import { conditions } from '../conditions.ts';
import type { ListQuery } from '../list-query.ts';
import type { ApiRequest } from '../request.ts';
import type { Resource, Row } from '../resource.ts';

/** How many rows match a filter, whose condition is `where`. From counts, if they can tell. */
export const totalOf = <R extends Row>(
  { table, record, counted }: Resource<R>,
  filter: ListQuery['filter'],
  where: SQL | undefined,
  request: ApiRequest,
): SQL<number> => {
  const counting = request.ports.database.$count(table, where);
  const fields = new Map(Object.entries(counted?.by ?? {}));
  if (!counted || !Object.keys(filter).every((name) => fields.has(name))) return counting;
  const asked = and(conditions(filter, fields, record.shape), counted.seen(request));
  const stored = sql`select coalesce(sum(${counted.count}), 0) from ${counted.count.table} where ${asked ?? sql`true`}`;
  // Nothing is stored where the database can’t count.
  return sql`case when exists (select 1 from ${counted.count.table}) then (${stored}) else ${counting} end`.mapWith(
    Number,
  );
};

/** What a statement without rows of its own reads from. */
export const NO_TABLE = sql`(values (0)) as one`;
