import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

const compressed = compress();
const answered = async (): Promise<void> => {};

/** Compresses lists: a page of customers has 40 kB, and phones are slow. Single records are short, and keep their ETag. */
export const compressLists: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.res.headers.has('content-range')) await compressed(context, answered);
};
