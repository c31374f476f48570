import type { Context, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

const compressed = compress();
const answered = async (): Promise<void> => {};

/** Numbers that tables and charts are drawn from. */
const NUMBERS = /^\/api\/(?:metrics\/|customers\/groups$)/;

const isLong = ({ req, res }: Context): boolean =>
  res.headers.has('content-range') || NUMBERS.test(req.path);

/**
 * Compresses lists and numbers: a page of customers has 40 kB, and phones are slow. Other answers are short, and single
 * records keep the ETag that they are changed by.
 */
export const compressAnswers: MiddlewareHandler = async (context, next) => {
  await next();
  if (isLong(context)) await compressed(context, answered);
};
