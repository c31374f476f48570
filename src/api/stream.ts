import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { isResource, may } from '../common/permissions.ts';
import type { Change } from '../database/changes.ts';
import type { Ports } from './ports.ts';
import { type Env, hasSession, type Person } from './session/session.ts';

export type { Change };

/** Shorter than the time after which proxies take a silent connection for dead. */
const HEARTBEAT_MS = 20_000;

/** How soon a browser tries again after a break. It is also the first line, which tells the browser that it is heard. */
const RETRY = 'retry: 1000\n\n';

const DESCRIPTION =
  'Events named `changed` with `{"resources": [...], "customerId"?: "..."}`: the resources of which records changed, ' +
  '`*` for all of them, and the customer if what changed belongs to one alone. Read again what you show of them.';

const route = createRoute({
  method: 'get',
  path: '/',
  tags: ['stream'],
  summary: 'Follow what changes',
  responses: {
    200: { content: { 'text/event-stream': { schema: z.string() } }, description: DESCRIPTION },
  },
});

/** What a person is told of a change: nothing of resources that they may not see. */
const seenBy = ({ role }: Person, { resources, ...rest }: Change): Change => ({
  resources: resources.filter(
    (name) => name === '*' || (isResource(name) && may(role, 'list', name)),
  ),
  ...rest,
});

/** Server-sent events that say what changed, until the reader leaves, their session ends, or the server stops. */
export const streamRoutes = (ports: Ports): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>().openapi(route, (context) => {
    const person = context.get('person');
    // Proxies that collect an answer before they hand it on would hold the events back.
    context.header('x-accel-buffering', 'no');
    const response = streamSSE(context, async (stream) => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      stream.onAbort(end);
      const unsubscribe = ports.changes.subscribe((change) => {
        const told = seenBy(person, change);
        if (told.resources.length > 0)
          stream.writeSSE({ event: 'changed', data: JSON.stringify(told) });
      }, end);
      const heartbeat = setInterval(async () => {
        if (await hasSession(ports, context.req.raw)) await stream.write(': still here\n\n');
        else end();
      }, HEARTBEAT_MS);
      await stream.write(RETRY);
      await ended;
      clearInterval(heartbeat);
      unsubscribe();
    });
    // Kept open for another request, it would hold up a server that stops.
    response.headers.set('connection', 'close');
    return response;
  });
