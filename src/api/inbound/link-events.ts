import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { type LinkEvent, linkEventBody, toEvent } from '../../codat/link-events.ts';
import type { Database } from '../../database/database.ts';
import { ingest } from '../../database/ingest.ts';
import { customers } from '../../database/schema/index.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { createRateLimit, type Rate, tooMany } from '../http/rate-limit.ts';
import { type ReadBody, readFirst } from '../http/read-body.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { sameText } from './same-text.ts';

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

/** The customer's current connection, for callbacks that don't name one. */
const knownConnection = async (database: Database, { companyId }: LinkEvent) => {
  const rows = await database
    .select({ connectionId: customers.connectionId })
    .from(customers)
    .where(eq(customers.id, companyId));
  return rows[0]?.connectionId ?? null;
};

/** What is wrong with the key, in a sentence. */
const complaintAbout = ({ linkEventsKey }: Ports, given: string | undefined): string | null => {
  if (!linkEventsKey) return 'Link events aren’t accepted: LINK_EVENTS_KEY isn’t set.';
  return sameText(given ?? '', `Bearer ${linkEventsKey}`)
    ? null
    : 'Send the key as “Authorization: Bearer …”.';
};

/** Callbacks of the Link SDK, forwarded by the back end of the page that embeds it. */
export const linkEventRoutes = (ports: Ports, readBody: ReadBody): OpenAPIHono<Env> => {
  const wrongKeys = createRateLimit(ports, WRONG_KEYS);
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  routes.use(async (context, next) => {
    const complaint = complaintAbout(ports, context.req.header('authorization'));
    if (complaint) {
      const seconds = wrongKeys.take(context);
      throw seconds === null ? new Problem(401, complaint) : tooMany(seconds);
    }
    await next();
  });
  routes.use(readFirst(readBody, LARGEST));
  return routes.openapi(route, async (context) => {
    const body = context.req.valid('json');
    const connectionId = body.connectionId ?? (await knownConnection(ports.database, body));
    const event = toEvent(body, connectionId);
    if (event === 'connection missing') {
      const sentence = `Name the connection: company ${body.companyId} has none.`;
      throw new Problem(422, sentence, { errors: { connectionId: sentence } });
    }
    if (event) await ingest(ports.database, [event], ports.now());
    return context.json({ id: body.id }, 202);
  });
};
