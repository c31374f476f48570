import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.ts';

const MEBIBYTE = 1024 * 1024;

const limitTo = (mebibytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: mebibytes * MEBIBYTE,
    onError: () => {
      throw new Problem(413, `The body is larger than ${mebibytes} MiB.`);
    },
  });

const limitRecord = limitTo(1);
const limitFile = limitTo(10);

/** Where files are sent to. */
const FILES = new Set(['/api/contact-imports']);

/** Refuses bodies over 1 MiB, files over 10 MiB, unread. @throws Problem 413 */
export const limitBody: MiddlewareHandler = (context, next) =>
  (FILES.has(context.req.path) ? limitFile : limitRecord)(context, next);
