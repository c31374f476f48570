import type { Context } from 'hono';
import { Fault } from './fault.ts';

export const MAX_PAGE_SIZE = 5000;
const DEFAULT_PAGE_SIZE = 100;
const INT32_MAX = 2 ** 31 - 1;

const wholeNumber = (context: Context, name: string, standard: number, most: number): number => {
  const text = context.req.query(name);
  if (text === undefined) return standard;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most)
    throw new Fault(400, `${name} must be a whole number from 1 to ${most}, but is ${text}`);
  return value;
};

/** Answers with the requested page and links to its neighbours. @throws Fault 400 naming the invalid parameter */
export const pageResponse = <T>(
  context: Context,
  items: readonly T[],
  body: (item: T) => unknown,
): Response => {
  const page = wholeNumber(context, 'page', 1, INT32_MAX);
  const size = wholeNumber(context, 'pageSize', DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  const { pathname, searchParams } = new URL(context.req.url);
  const link = (number: number) => {
    const parameters = new URLSearchParams(searchParams);
    parameters.set('page', number.toString());
    parameters.set('pageSize', size.toString());
    return { href: `${pathname}?${parameters}` };
  };
  return context.json({
    results: items.slice((page - 1) * size, page * size).map(body),
    pageNumber: page,
    pageSize: size,
    totalResults: items.length,
    _links: {
      current: link(page),
      self: { href: pathname },
      ...(page * size < items.length && { next: link(page + 1) }),
      ...(page > 1 && { previous: link(page - 1) }),
    },
  });
};
