import type { MiddlewareHandler } from 'hono';
import type { Env } from '../session/session.ts';
import { Problem } from './problem.ts';

/** How many requests of one person run at once. A browser sends at most six, of which one is the stream. */
const AT_ONCE = 4;

/** How many more of them wait. A page sends some twenty. */
const MAX_WAITING = 100;

/** Lasts as long as the page is open, and doesn’t use the database. */
const STREAM = '/api/stream';

type Share = { running: number; waiting: (() => void)[] };

/**
 * Runs only a few requests of one person at once, so that slow ones never take all connections to the database.
 * Further ones wait for their turn. @throws Problem 429 when too many are waiting
 */
export const fairShare = (): MiddlewareHandler<Env> => {
  const shares = new Map<string, Share>();

  /** Waits for a place. */
  const queue = (share: Share): Promise<void> => {
    if (share.waiting.length >= MAX_WAITING)
      throw new Problem(429, 'Too many requests at once. Try again in a few seconds.', {
        headers: { 'retry-after': '5' },
      });
    // The one that leaves hands over its place.
    return new Promise<void>((resolve) => share.waiting.push(resolve));
  };
  const leave = (id: string, share: Share): void => {
    const next = share.waiting.shift();
    if (next) next();
    else share.running -= 1;
    if (share.running === 0) shares.delete(id);
  };

  return async (context, next) => {
    if (context.req.path === STREAM) return next();
    const { id } = context.get('person');
    const share = shares.get(id) ?? { running: 0, waiting: [] };
    shares.set(id, share);
    const waits = share.running >= AT_ONCE;
    if (waits) await queue(share);
    else share.running += 1;
    try {
      if (waits) await context.get('checkSession')?.();
      await next();
    } finally {
      leave(id, share);
    }
  };
};
