import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { tooLarge } from './read-body.ts';

const limitTo = (kibibytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: kibibytes * 1024,
    onError: () => {
      throw tooLarge(kibibytes);
    },
  });

const limitRecord = limitTo(1024);
const limitFile = limitTo(10 * 1024);

/** The paths that files are uploaded to. */
const FILES = new Set(['/api/contact-imports']);

/**
 * Rejects bodies over 1 MiB, and files over 10 MiB, of people who are signed in; other bodies are read by `readBody`.
 * @throws Problem 413
 */
export const limitBody: MiddlewareHandler = (context, next) =>
  (FILES.has(context.req.path) ? limitFile : limitRecord)(context, next);
