import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alphabetical } from '../../../database/schema/columns.ts';
import type { ListQuery } from '../list-query.ts';
import type { ApiRequest } from '../request.ts';
import type { Names, Resource, Row } from '../resource.ts';
import { type Order, type Part, partsOf } from './order.ts';

type Asked<R extends Row> = {
  resource: Resource<R>;
  request: ApiRequest;
  where: SQL | undefined;
  order: Order;
};

/** Where a page begins, counted from the nearer end: a database reads and throws away all rows before it. */
const placeOf = ({ first, last }: NonNullable<ListQuery['range']>, total: number) => {
  const end = Math.min(last + 1, total);
  const limit = Math.max(end - first, 0);
  const isNearEnd = first > total / 2;
  return { limit, offset: isNearEnd ? total - end : first, isNearEnd };
};

type Place = ReturnType<typeof placeOf>;

const idsOf = <R extends Row>(
  { resource: { table }, request, where, order: { id } }: Asked<R>,
  { condition, orderBy }: Part,
  { limit, offset, isNearEnd }: Place,
) =>
  request.ports.database
    .select({ id: sql`${id}` })
    .from(table)
    .where(and(where, condition))
    .orderBy(...orderBy(isNearEnd))
    .limit(limit)
    .offset(offset);

/** The same by the names of what rows refer to: name after name, so that an index on the reference serves. */
const idsByName = <R extends Row>(
  { resource: { table }, request, where, order: { id, descending } }: Asked<R>,
  names: Names,
  { limit, offset, isNearEnd }: Place,
) => {
  const by = descending === isNearEnd ? asc : desc;
  const named = request.ports.database
    .select({ id: sql`${id}`.as('row_id') })
    .from(table)
    .where(and(where, eq(names.reference, names.table.id)))
    .orderBy(by(id))
    .limit(offset + limit)
    .as('named');
  return request.ports.database
    .select({ id: named.id })
    .from(names.table)
    .crossJoinLateral(named)
    .orderBy(by(alphabetical(names.table.name)), by(named.id))
    .limit(limit)
    .offset(offset);
};

/** From here on, sorting all rows takes less than reading as many of each name. */
const MANY = 500;

/** The rows of a page. */
export const pageOf = async <R extends Row>(
  asked: Asked<R>,
  range: NonNullable<ListQuery['range']>,
  total: number,
): Promise<R[]> => {
  const { resource, request, where, order } = asked;
  let { limit, offset, isNearEnd } = placeOf(range, total);
  const found: R[][] = [];
  const [present, ...others] = partsOf(order);
  const parts = isNearEnd ? [...others, present] : [present, ...others];
  for (const part of parts) {
    if (limit === 0) break;
    const place = { limit, offset, isNearEnd };
    // Citus can’t read the first rows of each name.
    const byName = part === present && offset < MANY && !request.ports.distributed && order.names;
    // The page first, and what is computed for each row only then.
    const ids = byName ? idsByName(asked, byName, place) : idsOf(asked, part, place);
    const rows = await resource
      .select(request)
      .where(sql`${order.id} in (${ids})`)
      .orderBy(...part.orderBy(false));
    found.push(rows);
    limit -= rows.length;
    // The next part begins where this one ends.
    if (rows.length > 0) offset = 0;
    else if (offset > 0)
      offset -= await request.ports.database.$count(resource.table, and(where, part.condition));
  }
  return (isNearEnd ? found.toReversed() : found).flat();
};
