import type { Context, MiddlewareHandler, Next } from 'hono';
import { z } from 'zod';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { Fault, tooManyRequests } from './api/fault.ts';
import type { Schedule, Waiting } from './time/schedule.ts';
import type { World } from './world/world.ts';

export const DISRUPTIONS = [
  'too_many_requests',
  'server_error',
  'garbage',
  'cut',
  'slow',
  'shifting',
] as const;

/** A disruption of the API for a number of seconds (divided by the speed), for a number of requests, or until ended. */
export const disruptionForm = z.object({
  kind: z.enum(DISRUPTIONS, `must be one of ${DISRUPTIONS.join(', ')}`),
  seconds: z.number().positive('must be more than 0').optional(),
  requests: z.int().min(1, 'must be at least 1').optional(),
  /** The delay of a slow response, in milliseconds. */
  milliseconds: z.int().min(1).max(600_000).default(5000),
});

export type Disruption = z.output<typeof disruptionForm>;
type Answer = ReturnType<MiddlewareHandler>;
type Disrupt = (context: Context, next: Next, disruption: Disruption) => Answer;

/** The response with its body cut off halfway. Over a network, the connection breaks too. */
const cutOff = async (response: Response): Promise<Response> => {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const parts = [bytes.subarray(0, bytes.length >> 1)];
  const body = new ReadableStream({
    pull: (controller) => {
      const part = parts.pop();
      if (part) controller.enqueue(part);
      else controller.error(new Error('The sandbox cut the connection.'));
    },
  });
  // Chunked, so that a server sends the first half before it reaches the error.
  response.headers.set('transfer-encoding', 'chunked');
  return new Response(body, response);
};

export type DisruptionPorts = { now: () => Instant; schedule: Pick<Schedule, 'at'>; world: World };

/** Disruptions on request, at any time and without a restart, which a client of Codat's API must handle. */
export const createDisruptions = ({ now, schedule, world }: DisruptionPorts) => {
  let current: Disruption | null = null;
  let end: Waiting | null = null;

  const stop = (): void => {
    current = null;
    end = null;
  };

  const start = (given: z.input<typeof disruptionForm>): void => {
    const disruption = disruptionForm.parse(given);
    stop();
    current = disruption;
    if (disruption.seconds)
      end = schedule.at(addHours(now(), disruption.seconds / 3600), () => {
        if (current === disruption) stop();
      });
  };

  /** Changes the company with the oldest change, which moves it to the other end of the list. */
  const shift = (): void => {
    const [longestAgo] = world.companies.keys();
    if (longestAgo !== undefined) world.updateCompany(longestAgo, {});
  };

  const disrupt: Record<Disruption['kind'], Disrupt> = {
    too_many_requests: async () => {
      throw tooManyRequests(now(), end?.due ?? now());
    },
    server_error: async () => {
      throw new Fault(500, 'There is a problem with the server. Try again later.');
    },
    garbage: async (context) =>
      context.body('<html><body>502 Bad Gateway</body>', 200, {
        'content-type': 'application/json',
      }),
    cut: async (context, next) => {
      await next();
      context.res = await cutOff(context.res);
    },
    slow: async (_, next, { milliseconds }) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await next();
    },
    shifting: async (context, next) => {
      await next();
      if (context.req.path.endsWith('/companies')) shift();
    },
  };

  const middleware: MiddlewareHandler = async (context, next) => {
    const disruption = current;
    if (!disruption) return next();
    if (disruption.requests !== undefined && --disruption.requests === 0) stop();
    return disrupt[disruption.kind](context, next, disruption);
  };

  return { start, stop, current: (): Disruption | null => current, middleware };
};

export type Disruptions = ReturnType<typeof createDisruptions>;
