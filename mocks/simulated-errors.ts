import type { Context, MiddlewareHandler } from 'hono';
import { except } from 'hono/combine';
import { limitBody } from '../src/api/limit-body.ts';
import { Problem, problemResponse } from '../src/api/problem.ts';

export type ErrorSettings = {
  /** How long each answer waits, in milliseconds. */
  latency: number;
  /** How many of a hundred answers are errors, 0 to 100. */
  chaos: number;
};

export type SimulatedErrorOptions = {
  /** Read anew for each request. */
  settings: () => ErrorSettings;
  /** From 0, up to but not 1. */
  random: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
};

const STATUSES = [500, 503, 429] as const;
type Status = (typeof STATUSES)[number];

const fail = (context: Context, status: Status, cause: 'request' | 'chance'): Response =>
  problemResponse(
    context,
    new Problem(status, `This error was made on purpose (${status}). Try again.`, {
      headers: { 'x-chaos': cause, ...(status !== 500 && { 'retry-after': '1' }) },
    }),
  );

/** At the end of a value: one of the address, which can be JSON in turn, or one within a JSON body. */
const REQUESTED = /\berror-(500|503|429)(?="|$)/;

/** Signing in always works, or there would be nobody to try anything out. */
const EXEMPT = '/api/auth/*';

/** Brings about the error that someone asks for by ending a search, a note or a name with, say, `error-503`. */
export const errorsOnRequest: MiddlewareHandler = except(
  EXEMPT,
  limitBody,
  async (context, next) => {
    const request = context.req.raw;
    const values = [...new URL(request.url).searchParams.values(), await request.clone().text()];
    const asked = values.map((value) => REQUESTED.exec(value)?.[1]).find(Boolean);
    const status = STATUSES.find((one) => String(one) === asked);
    return status ? fail(context, status, 'request') : next();
  },
);

/** Makes answers slow, and a part of them errors. */
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
