import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.ts';

const MEBIBYTE = 1024 * 1024;

const limitTo = (mebibytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: mebibytes * MEBIBYTE,
    onError: () => {
      throw new Problem(413, `Request too large (max ${mebibytes} MB).`);
    },
  });

const limitRecord = limitTo(1);
const limitFile = limitTo(10);

/** The paths that files are uploaded to. */
const FILES = new Set(['/api/contact-imports']);

/** Rejects bodies over 1 MiB, and files over 10 MiB, without reading them. @throws Problem 413 */
export const limitBody: MiddlewareHandler = (context, next) =>
  (FILES.has(context.req.path) ? limitFile : limitRecord)(context, next);
