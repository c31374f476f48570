import { z } from 'zod';
import { Problem } from '../http/problem.ts';

/** A list's parameters: which rows, in which order, and which page of them. */
export type ListQuery = {
  sort: { field: string; descending: boolean };
  range: { first: number; last: number } | null;
  filter: Record<string, unknown>;
};

/** A page holds at most this many rows. Clients fetch more page by page. */
export const MAX_ROWS = 1000;
const DEFAULT_ROWS = 25;

const sortForm = z.tuple([z.string(), z.enum(['ASC', 'DESC'])]);
const rangeForm = z
  .tuple([z.int().min(0), z.int().min(0)])
  .refine(([first, last]) => last >= first && last - first < MAX_ROWS);
const filterForm = z.record(z.string(), z.unknown());

/** A parameter of a query as JSON. @throws Problem 400 naming it */
export const parameter = <T>(
  name: string,
  text: string,
  form: z.ZodType<T>,
  expected: string,
): T => {
  const invalid = new Problem(400, `The parameter ${name} must be ${expected}.`, {
    errors: { [name]: `must be ${expected}` },
  });
  try {
    const parsed = form.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON.
  }
  throw invalid;
};

/**
 * Reads `sort`, `range` and `filter` in the dialect of ra-data-simple-rest. Rows requested by id are not paged: `getMany`
 * sends no range.
 * @throws Problem 400 naming the parameter
 */
export const parseListQuery = (
  query: { sort?: string | undefined; range?: string | undefined; filter?: string | undefined },
  defaultSort: readonly [field: string, order: 'ASC' | 'DESC'],
): ListQuery => {
  const [field, order] = query.sort
    ? parameter('sort', query.sort, sortForm, 'like ["name","ASC"], the order ASC or DESC')
    : defaultSort;
  const filter = query.filter
    ? parameter('filter', query.filter, filterForm, 'a JSON object like {"name":"Acme"}')
    : {};
  const [first, last] = query.range
    ? parameter('range', query.range, rangeForm, `like [0,24], at most ${MAX_ROWS} rows`)
    : [0, DEFAULT_ROWS - 1];
  const byId = !query.range && Array.isArray(filter.id);
  return {
    sort: { field, descending: order === 'DESC' },
    range: byId ? null : { first, last },
    filter,
  };
};
