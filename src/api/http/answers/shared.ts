import type { Context, MiddlewareHandler } from 'hono';
import type { Ports } from '../../ports.ts';
import type { Env } from '../../session/session.ts';
import { questionOf } from './question.ts';

const SECOND_MS = 1000;

/** While changes keep coming, an answer is found at most so often. Those who ask in between wait for the next. */
const PAUSE_MS = 500;

/** The most questions whose answers are kept. */
const MOST = 200;

/** Headers of the answer. Others, such as cookies, are for the one who asked. */
const SHARED_HEADERS = ['content-type', 'content-range'];

type Answer = { body: string; headers: Record<string, string> };

type Kept = {
  /** By `performance.now()`. In the future for one that waits for the end of a pause. */
  askedAt: number;
  /** Null for one that is for the person who asked alone, or an error. */
  answer: Promise<Answer | null>;
};

/** How old an answer the client takes, in milliseconds, at most a second. https://www.rfc-editor.org/rfc/rfc9111#name-max-age */
const patienceOf = ({ req }: Context): number => {
  const [, seconds = '0'] = /\bmax-age=(\d+)/.exec(req.header('cache-control') ?? '') ?? [];
  return Math.min(Number(seconds), 1) * SECOND_MS;
};

const answerOf = async ({ res }: Context): Promise<Answer | null> => {
  if (!res.ok || res.headers.get('cache-control') === 'private') return null;
  const headers = SHARED_HEADERS.flatMap((name) => {
    const value = res.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { body: await res.clone().text(), headers: Object.fromEntries(headers) };
};

const until = (moment: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.max(Math.ceil(moment - performance.now()), 0) + 1);
  });

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
    entry.answer.then(() => setTimeout(forget, SECOND_MS));
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
      return answer ? context.body(answer.body, 200, answer.headers) : next();
    }
    const askedAt = Math.max(now, known ? known.askedAt + PAUSE_MS : 0);
    const find = async () => {
      if (askedAt > now) await until(askedAt);
      await next();
      return answerOf(context);
    };
    const answer = find();
    keep(question, { askedAt, answer: answer.catch(() => null) });
    await answer;
  };

  /** Keeps those who change something from reading what was before. */
  const noticeWrites: MiddlewareHandler<Env> = async ({ req }, next) => {
    await next();
    if (req.method !== 'GET' && req.method !== 'HEAD') writtenAt = performance.now();
  };

  return { share, noticeWrites };
};
