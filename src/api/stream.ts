import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { isResource, may } from '../common/permissions.ts';
import type { Change } from '../database/changes.ts';
import type { Ports } from './ports.ts';
import { type Env, hasSession, type Person } from './session/session.ts';

export type { Change };

/** Shorter than the time after which proxies close a silent connection. */
const HEARTBEAT_MS = 20_000;

/** How soon a browser reconnects. As the first line it also tells the browser that the stream is open. */
const RETRY = 'retry: 1000\n\n';

const DESCRIPTION =
  'Events named `changed` with `{"resources": [...], "customerId"?: "..."}`: the resources whose records changed, ' +
  '`*` for all of them, and the customer if the change concerns only one. Reload what you show of them.';

const route = createRoute({
  method: 'get',
  path: '/',
  tags: ['stream'],
  summary: 'Follow changes',
  responses: {
    200: { content: { 'text/event-stream': { schema: z.string() } }, description: DESCRIPTION },
  },
});

/** The part of a change that concerns resources the person may see. */
const seenBy = ({ role }: Person, { resources, ...rest }: Change): Change => ({
  resources: resources.filter(
    (name) => name === '*' || (isResource(name) && may(role, 'list', name)),
  ),
  ...rest,
});

/** Server-sent events that say what changed, until the client disconnects, the session ends or the server stops. */
export const streamRoutes = (ports: Ports): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>().openapi(route, (context) => {
    const person = context.get('person');
    // Tells proxies not to buffer the events.
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
    // A kept-alive connection would delay the server's shutdown.
    response.headers.set('connection', 'close');
    return response;
  });
