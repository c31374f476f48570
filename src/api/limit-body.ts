import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.ts';

const MAX_BODY_BYTES = 1024 * 1024;

/** Refuses bodies over 1 MiB, unread. @throws Problem 413 */
export const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new Problem(413, 'The body is larger than 1 MiB.');
  },
});
