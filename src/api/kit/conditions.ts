import {
  and,
  arrayOverlaps,
  eq,
  gt,
  gte,
  inArray,
  is,
  isNotNull,
  isNull,
  lt,
  lte,
  not,
  notInArray,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { PgArray, type PgColumn, PgText } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { cut } from '../../common/cut.ts';
import { alphabetical } from '../../database/schema/columns.ts';
import { Problem } from '../http/problem.ts';

/** What a client may filter and sort by: a column, or an expression over columns. */
export type Field = PgColumn | SQL;
export type Fields = ReadonlyMap<string, Field>;

/** A field as it sorts, so that filters like `name_gt` agree with the order of the list. Ids compare by bytes. */
export const comparable = (field: SQLWrapper): SQLWrapper =>
  is(field, PgText) && !field.primary ? alphabetical(field) : field;

type Operator = (field: SQLWrapper, value: unknown) => SQL | undefined;

/** Of a field with several values: whether one of them is asked for. Null asks for none at all. */
const holdsAny: Operator = (field, value) => {
  const values = Array.isArray(value) ? value : [value];
  const present = values.filter((one) => one !== null);
  const held = present.length > 0 ? arrayOverlaps(field, present) : sql`false`;
  return present.length < values.length ? or(held, eq(field, [])) : held;
};

const equals: Operator = (field, value) => {
  if (is(field, PgArray)) return holdsAny(field, value);
  if (Array.isArray(value)) return anyOf(field, value);
  return value === null ? isNull(field) : eq(field, value);
};

const anyOf = (field: SQLWrapper, values: unknown[]): SQL | undefined => {
  const present = values.filter((value) => value !== null);
  const included = present.length > 0 ? inArray(field, present) : sql`false`;
  return present.length < values.length ? or(included, isNull(field)) : included;
};

const differs: Operator = (field, value) => {
  const held = is(field, PgArray) && holdsAny(field, value);
  if (held) return not(held);
  const values = Array.isArray(value) ? value : [value];
  const present = values.filter((item) => item !== null);
  const excluded = notInArray(field, present);
  return present.length < values.length
    ? and(isNotNull(field), excluded)
    : or(isNull(field), excluded);
};

const OPERATORS: Record<string, Operator> = {
  gte: (field, value) => gte(comparable(field), value),
  gt: (field, value) => gt(comparable(field), value),
  lte: (field, value) => lte(comparable(field), value),
  lt: (field, value) => lt(comparable(field), value),
  neq: differs,
};

const SUFFIX = /^(?<name>.+)_(?<operator>gte|gt|lte|lt|neq)$/;

export const complain = (key: string, what: string): Problem =>
  new Problem(400, `The filter on “${key}” is wrong. ${what}`, {
    errors: { filter: `${key}: ${what}` },
  });

const checkValue = (key: string, form: z.ZodType, value: unknown, comparing: boolean): unknown => {
  const accepted = comparing ? form : z.union([form, z.null(), z.array(z.union([form, z.null()]))]);
  const parsed = accepted.safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = form.safeParse(value).error?.issues[0]?.message ?? 'Invalid value.';
  throw complain(key, reason);
};

/** Of an unknown field’s name, as many characters are repeated. */
const LONGEST_KEY = 200;

/** How many fields a filter may name, how many values for one of them, and how many characters each. */
const MOST = { fields: 50, values: 1000, characters: 2000 };

/** @throws Problem 400 for more than anyone filters by: on the embedded database, one slow query delays everybody */
export const checkFilterSize = (filter: Record<string, unknown>): void => {
  const entries = Object.entries(filter);
  if (entries.length > MOST.fields)
    throw new Problem(400, `A filter may name at most ${MOST.fields} fields.`, {
      errors: { filter: `At most ${MOST.fields} fields.` },
    });
  for (const [key, value] of entries) {
    const values = Array.isArray(value) ? value : [value];
    if (values.length > MOST.values)
      throw complain(cut(key, LONGEST_KEY), `At most ${MOST.values} values.`);
    if (values.some((one) => typeof one === 'string' && one.length > MOST.characters))
      throw complain(cut(key, LONGEST_KEY), `At most ${MOST.characters} characters.`);
  }
};

/** A filter of its own, such as a search: which rows a value means. */
export type OwnFilter = (value: unknown) => SQL | undefined;

/** A filter about more than a field. @throws Problem 400 when the value doesn’t have this form */
export const ownFilter =
  <V>(key: string, form: z.ZodType<V>, condition: (value: V) => SQL | undefined): OwnFilter =>
  (value) => {
    const parsed = form.safeParse(value);
    if (parsed.success) return condition(parsed.data);
    const [issue] = parsed.error.issues;
    throw complain([key, ...(issue?.path ?? [])].join('.'), issue?.message ?? 'Invalid value.');
  };

/**
 * The SQL condition of a filter: equality, any of a list, `_gte`, `_gt`, `_lte`, `_lt`, `_neq`, and filters of their own.
 * @throws Problem 400 naming the part of the filter that is unknown or invalid
 */
export const conditions = (
  filter: Record<string, unknown>,
  fields: Fields,
  forms: Record<string, z.ZodType>,
  own: ReadonlyMap<string, OwnFilter> = new Map(),
): SQL | undefined =>
  and(
    ...Object.entries(filter).map(([key, value]) => {
      const special = own.get(key);
      if (special) return special(value);
      const suffix = fields.has(key) ? undefined : SUFFIX.exec(key)?.groups;
      const name = suffix?.name ?? key;
      const field = fields.get(name);
      // Fields with several values hold texts, and a filter names one of them.
      const form = is(field, PgArray) ? z.string() : forms[name];
      if (!field || !form) throw complain(key, 'Unknown field.');
      const operator = suffix?.operator;
      const comparing = operator !== undefined && operator !== 'neq';
      const checked = checkValue(key, form, value, comparing);
      return (OPERATORS[operator ?? ''] ?? equals)(field, checked);
    }),
  );
