import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { isAdmitted } from '../../codat/filter/admission.ts';
import { linkEventBody, toEvent } from '../../codat/link-events.ts';
import { ingest } from '../../database/ingest.ts';
import { inTurn } from '../../database/waiting/turns.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { createRateLimit, type Rate, tooMany } from '../http/rate-limit.ts';
import { type ReadBody, readFirst } from '../http/read-body.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';

/** How long a callback waits for others of its customer. Then its sender gets 503. */
const PATIENCE_MS = 5000;

/** Guesses at the key. */
const WRONG_KEYS: Rate = { perAddress: 100, inAll: 1000 };

/** In KiB. */
const LARGEST = 1024;

const route = createRoute({
  method: 'post',
  path: '/',
  tags: ['link-events'],
  summary: 'Forward a callback of the Link SDK',
  request: {
    body: { content: { 'application/json': { schema: linkEventBody } }, required: true },
  },
  responses: {
    202: {
      content: { 'application/json': { schema: z.object({ id: z.string() }) } },
      description: 'Accepted. Idempotent by ID.',
    },
  },
});

const REFUSAL = 'Send the key as “Authorization: Bearer …”.';

/** What is wrong with the key, in a sentence. Checked by Hono, whose own responses are no problem details. */
const keyProblem = async ({ linkEventsKey }: Ports, context: Context): Promise<string | null> => {
  if (!linkEventsKey) return 'Link events aren’t accepted: LINK_EVENTS_KEY isn’t set.';
  return bearerAuth({ token: linkEventsKey })(context, async () => {}).then(
    () => null,
    () => REFUSAL,
  );
};

/** Callbacks of the Link SDK, forwarded by the back end of the page that embeds it. */
export const linkEventRoutes = (ports: Ports, readBody: ReadBody): OpenAPIHono<Env> => {
  const wrongKeys = createRateLimit(ports, WRONG_KEYS);
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  routes.use(async (context, next) => {
    const problem = await keyProblem(ports, context);
    if (problem) {
      const seconds = wrongKeys.take(context);
      throw seconds === null ? new Problem(401, problem) : tooMany(seconds);
    }
    await next();
  });
  routes.use(readFirst(readBody, LARGEST));
  return routes.openapi(route, async (context) => {
    const body = context.req.valid('json');
    const event = toEvent(body);
    const receiving = { database: ports.inbound, codat: ports.codat };
    if (event && (await isAdmitted(receiving, [event])))
      await inTurn(body.companyId, PATIENCE_MS, () => ingest(ports.inbound, [event], ports.now()));
    return context.json({ id: body.id }, 202);
  });
};
