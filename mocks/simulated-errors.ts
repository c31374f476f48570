import type { Context, MiddlewareHandler } from 'hono';
import { except } from 'hono/combine';
import { Problem, problemResponse } from '../src/api/http/problem.ts';
import { createReadBody, WITHOUT_BODY } from '../src/api/http/read-body.ts';

export type ErrorSettings = {
  /** The delay of each response, in milliseconds. */
  latency: number;
  /** The percentage of responses that are errors, 0 to 100. */
  chaos: number;
};

export type SimulatedErrorOptions = {
  /** Read for each request. */
  settings: () => ErrorSettings;
  /** From 0 up to, but not including, 1. */
  random: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
};

const STATUSES = [500, 503, 429] as const;
type Status = (typeof STATUSES)[number];

const fail = (context: Context, status: Status, cause: 'request' | 'chance'): Response =>
  problemResponse(
    context,
    new Problem(status, `Simulated error (${status}).`, {
      headers: { 'x-chaos': cause, ...(status !== 500 && { 'retry-after': '1' }) },
    }),
  );

/** Matches at the end of a value in a query string, which may itself be JSON, or in a JSON body. */
const REQUESTED = /\berror-(500|503|429)(?="|$)/;

/** Sign-in always works, or nobody could try anything. */
const EXEMPT = '/api/auth/*';

const LARGEST_KIBIBYTES = 1024;

// It looks at requests before the API has looked at the session: their senders may be strangers.
const readBody = createReadBody({ addressOf: () => null });

/** The text of a JSON body, which stays readable for the API. Files and other bodies are left alone. */
const jsonOf = async (context: Context): Promise<string> => {
  const { req } = context;
  if (WITHOUT_BODY.has(req.method) || !req.header('content-type')?.includes('json')) return '';
  // The API judges by itself what is too large, and whether the sender may send it.
  if (Number(req.header('content-length') ?? 0) > LARGEST_KIBIBYTES * 1024) return '';
  const body = await readBody(context, LARGEST_KIBIBYTES);
  context.req.raw = new Request(context.req.raw, { body });
  return new TextDecoder().decode(body);
};

/** Answers with an error when a search, a note or a name ends with, for example, `error-503`. */
export const errorsOnRequest: MiddlewareHandler = except(EXEMPT, async (context, next) => {
  const values = [...new URL(context.req.url).searchParams.values(), await jsonOf(context)];
  const requested = values.map((value) => REQUESTED.exec(value)?.[1]).find(Boolean);
  const status = STATUSES.find((one) => String(one) === requested);
  return status ? fail(context, status, 'request') : next();
});

/** Delays responses and turns a share of them into errors. */
export const randomErrors = ({
  settings,
  random,
  wait,
}: SimulatedErrorOptions): MiddlewareHandler =>
  except(EXEMPT, async (context, next) => {
    const { latency, chaos } = settings();
    if (latency > 0) await wait(latency);
    if (random() * 100 >= chaos) return next();
    return fail(context, STATUSES[Math.floor(random() * STATUSES.length)] ?? 500, 'chance');
  });
