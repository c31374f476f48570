import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Ports } from '../../ports.ts';
import type { Env } from '../../session/session.ts';
import { questionOf } from './question.ts';

const SECOND_MS = 1000;

/** While changes keep coming, an answer is found at most so often. Those who ask in between wait for the next. */
const PAUSE_MS = 500;

/** Nor is it found for more than a tenth of the time, so that slow answers leave the database to webhooks. */
const TIMES_AS_LONG = 10;

/** The longest that anybody waits before an answer is found. */
const LONGEST_PAUSE_MS = 5000;

/** The most questions whose answers are kept. */
const MOST = 200;

/** Headers of the answer. Others, such as cookies, are for the one who asked. */
const SHARED_HEADERS = ['content-type', 'content-range', 'retry-after'];

type Answer = { body: string; status: ContentfulStatusCode; headers: Record<string, string> };

type Kept = {
  /** By `performance.now()`. Infinite while it waits for the end of a pause, and the past after a failure of ours. */
  askedAt: number;
  /** Until when it isn’t found again. */
  pausedUntil: number;
  /** Null for one that is for the person who asked alone. */
  answer: Promise<Answer | null>;
};

/** How old an answer the client takes, in milliseconds, at most a second. https://www.rfc-editor.org/rfc/rfc9111#name-max-age */
const patienceOf = ({ req }: Context): number => {
  const [, seconds = '0'] = /\bmax-age=(\d+)/.exec(req.header('cache-control') ?? '') ?? [];
  return Math.min(Number(seconds), 1) * SECOND_MS;
};

/** To ask again would most likely fail again, for all who waited at once. */
const isOurFault = ({ status }: Response): boolean => status >= 500;

const answerOf = async ({ res }: Context): Promise<Answer | null> => {
  const isShared = isOurFault(res) || (res.ok && res.headers.get('cache-control') !== 'private');
  if (!isShared) return null;
  const headers = SHARED_HEADERS.flatMap((name) => {
    const value = res.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  // The only statuses without a body are successes with nothing to say, which no shared route answers.
  const status = res.status as ContentfulStatusCode;
  return { body: await res.clone().text(), status, headers: Object.fromEntries(headers) };
};

/** How long after one search began the next may begin. */
const pauseAfter = (milliseconds: number): number =>
  Math.min(Math.max(milliseconds * TIMES_AS_LONG, PAUSE_MS), LONGEST_PAUSE_MS);

const until = (moment: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.max(Math.ceil(moment - performance.now()), 0) + 1);
  });

/** @throws Problem 401 if someone’s session ended while they waited. Short waits aren’t worth the search for it. */
const checkSession = async (context: Context<Env>, cameAt: number): Promise<void> => {
  if (performance.now() - cameAt > SECOND_MS) await context.get('checkSession')?.();
};

/**
 * Finds answers once for all who ask at about the same time and take answers that are a second old. No answer is older
 * than a change that this server has heard of, or that was made through it.
 */
export const createSharedAnswers = ({ changes }: Pick<Ports, 'changes'>) => {
  const kept = new Map<string, Kept>();
  let writtenAt = 0;

  const keep = (question: string, entry: Kept): void => {
    const [oldest] = kept.keys();
    if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
    kept.delete(question);
    kept.set(question, entry);
    const forget = () => kept.get(question) === entry && kept.delete(question);
    entry.answer.then(() => {
      const pause = entry.pausedUntil - performance.now();
      setTimeout(forget, Math.max(pause, SECOND_MS));
    });
  };

  /** For routes whose answers are the same for all who see the same customers. */
  const share: MiddlewareHandler<Env> = async (context, next) => {
    const patience = context.req.method === 'GET' ? patienceOf(context) : 0;
    if (patience === 0) return next();
    const now = performance.now();
    const question = questionOf(context);
    const known = kept.get(question);
    const isFresh = known && known.askedAt > Math.max(changes.heardAt(), writtenAt, now - patience);
    if (isFresh) {
      const answer = await known.answer;
      await checkSession(context, now);
      return answer ? context.body(answer.body, answer.status, answer.headers) : next();
    }
    const { promise: answer, resolve } = Promise.withResolvers<Answer | null>();
    const entry: Kept = { askedAt: Number.POSITIVE_INFINITY, pausedUntil: 0, answer };
    keep(question, entry);
    try {
      if (known) {
        await known.answer;
        await until(known.pausedUntil);
        await checkSession(context, now);
      }
      entry.askedAt = performance.now();
      await next();
      entry.pausedUntil = entry.askedAt + pauseAfter(performance.now() - entry.askedAt);
      if (isOurFault(context.res)) entry.askedAt = Number.NEGATIVE_INFINITY;
      resolve(await answerOf(context));
    } finally {
      // For those who wait, if it failed.
      resolve(null);
    }
  };

  /** Keeps those who change something from reading what was before. */
  const noticeWrites: MiddlewareHandler<Env> = async ({ req }, next) => {
    await next();
    if (req.method !== 'GET' && req.method !== 'HEAD') writtenAt = performance.now();
  };

  return { share, noticeWrites };
};
