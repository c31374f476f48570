import type { Context, MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Env } from '../../session/session.ts';
import { questionOf } from './question.ts';

const SECOND_MS = 1000;

/** An answer that people had to wait so long for is worth showing again while they wait for the next. */
const SLOW_MS = 150;

/** How long one is kept, and how many characters all of them have at most. */
const LIMITS = { ttl: 3_600_000, maxSize: 16_000_000 };

type Found = { body: string; foundAt: number };

/** How old an answer may be, in milliseconds. https://www.rfc-editor.org/rfc/rfc9111#name-max-stale */
const patienceOf = ({ req }: Context): number => {
  const [, seconds = '0'] = /\bmax-stale=(\d+)/.exec(req.header('cache-control') ?? '') ?? [];
  return Number(seconds) * SECOND_MS;
};

/**
 * For numbers that take long to find: keeps the last ones, for those who would rather see them at once than wait for new
 * ones. `Age` says how old they are, in seconds. Numbers that are found quickly are never old.
 */
export const lastAnswers = (now = () => performance.now()): MiddlewareHandler<Env> => {
  const kept = new LRUCache<string, Found>({
    ...LIMITS,
    sizeCalculation: ({ body }) => body.length,
  });

  return async (context, next) => {
    const question = questionOf(context);
    const known = kept.get(question);
    const askedAt = now();
    const patience = patienceOf(context);
    if (known && patience > 0 && askedAt - known.foundAt <= patience) {
      context.header('age', String(Math.floor((askedAt - known.foundAt) / SECOND_MS)));
      return context.body(known.body, 200, { 'content-type': 'application/json' });
    }
    await next();
    const { res } = context;
    if (!res.ok) return;
    const foundAt = now();
    if (foundAt - askedAt < SLOW_MS) kept.delete(question);
    else kept.set(question, { body: await res.clone().text(), foundAt });
  };
};
