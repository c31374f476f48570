import { asc, desc, is, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { PgColumn, PgText } from 'drizzle-orm/pg-core';
import { nameIn } from '../../../database/derived-columns.ts';
import { alphabetical } from '../../../database/schema/columns.ts';
import { Problem } from '../../http/problem.ts';
import { comparable, type Field, type Fields } from '../conditions.ts';
import type { ListQuery } from '../list-query.ts';
import type { ApiRequest } from '../request.ts';
import type { Names, Resource, Row } from '../resource.ts';

/** What rows are sorted by, before their id. */
export type Order = {
  value: SQL | PgColumn;
  /** Whether some rows have no value. */
  optional: boolean;
  /** The names that they are sorted by, if they refer to something with a name. */
  names: Names | undefined;
  tie: Field | undefined;
  id: Field;
  descending: boolean;
};

/** A field as it is sorted: an empty text is none. */
const sortable = (field: Field): SQL | PgColumn => {
  if (is(field, PgText) && !field.notNull) return alphabetical(sql`nullif(${field}, '')`);
  const compared = comparable(field);
  return is(compared, PgColumn) ? compared : sql`${compared}`;
};

/** @throws Problem 400 for a field that doesn’t exist */
export const orderOf = <R extends Row>(
  { tieBreak, sortedBy = {}, named = {} }: Resource<R>,
  { sort }: ListQuery,
  request: ApiRequest,
  fields: Fields,
): Order => {
  const [field, id] = [fields.get(sort.field), fields.get('id')];
  if (!field || !id)
    throw new Problem(400, `Unknown sort field “${sort.field}”.`, {
      errors: { sort: `Unknown field “${sort.field}”.` },
    });
  const ties = new Map<string, Field | undefined>(Object.entries(tieBreak?.(request) ?? {}));
  const instead = new Map<string, Field | undefined>(Object.entries(sortedBy));
  const names = new Map<string, Names | undefined>(Object.entries(named)).get(sort.field);
  const value = names ? nameIn(names.table, names.reference) : instead.get(sort.field);
  return {
    value: sortable(value ?? field),
    optional: value !== undefined || !(is(field, PgColumn) && field.notNull),
    ...{ names, tie: ties.get(sort.field), id, descending: sort.descending },
  };
};

const tiesOf = ({ tie, id, descending }: Order, backwards: boolean): SQL[] => {
  const by = descending === backwards ? asc : desc;
  // Rows without a value come last in both directions.
  const nulls = sql.raw(backwards ? 'nulls first' : 'nulls last');
  return [...(tie ? [sql`${by(tie)} ${nulls}`] : []), by(id)];
};

/** The order of all rows. Those without a value come last in both directions. */
export const overall = (order: Order): SQL[] => [
  sql`${order.descending ? desc(order.value) : asc(order.value)} nulls last`,
  ...tiesOf(order, false),
];

/** Some of the rows, and their order from either end. It is plain, so that one index serves both directions. */
export type Part = { condition: SQL | undefined; orderBy: (backwards: boolean) => SQL[] };

/** The rows with a value, then those without one. */
export const partsOf = (order: Order): [Part, ...Part[]] => {
  const { value, optional, names, descending } = order;
  const isNamed =
    names && sql`${names.reference} in (select ${names.table.id} from ${names.table})`;
  const present: Part = {
    condition: optional ? (isNamed ?? isNotNull(value)) : undefined,
    orderBy: (backwards) => [
      descending === backwards ? asc(value) : desc(value),
      ...tiesOf(order, backwards),
    ],
  };
  if (!optional) return [present];
  const absent = isNamed ? sql`(${isNamed}) is not true` : isNull(value);
  return [present, { condition: absent, orderBy: (backwards) => tiesOf(order, backwards) }];
};
