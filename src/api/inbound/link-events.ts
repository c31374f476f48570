import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { type LinkEvent, linkEventBody, toEvent } from '../../codat/link-events.ts';
import type { Database } from '../../database/database.ts';
import { ingest } from '../../database/ingest.ts';
import { customers } from '../../database/schema/index.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { sameText } from './same-text.ts';

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

const checkKey = ({ linkEventsKey }: Ports, authorization: string | undefined): void => {
  if (!linkEventsKey)
    throw new Problem(401, 'Link events aren’t accepted: LINK_EVENTS_KEY isn’t set.');
  if (!sameText(authorization ?? '', `Bearer ${linkEventsKey}`))
    throw new Problem(401, 'Send the key as “Authorization: Bearer …”.');
};

/** Callbacks of the Link SDK, forwarded by the back end of the page that embeds it. */
export const linkEventRoutes = (ports: Ports): OpenAPIHono<Env> => {
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  routes.use(async (context, next) => {
    checkKey(ports, context.req.header('authorization'));
    await next();
  });
  return routes.openapi(route, async (context) => {
    const body = context.req.valid('json');
    const connectionId = body.connectionId ?? (await knownConnection(ports.database, body));
    const event = toEvent(body, connectionId);
    if (event === 'connection missing') {
      const sentence = `Send a connectionId: company ${body.companyId} has no known connection.`;
      throw new Problem(422, sentence, { errors: { connectionId: sentence } });
    }
    if (event) await ingest(ports.database, [event], ports.now());
    return context.json({ id: body.id }, 202);
  });
};
