import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { arrive, leave } from '../../database/presence/presence.ts';
import { checkCustomer } from '../customers/check-customer.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { authorized } from '../kit/request.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { presenceRecord } from './resource.ts';

const params = z.object({ id: z.uuid() });

const arriving = createRoute({
  method: 'put',
  path: '/{id}',
  tags: ['presence'],
  summary: 'Say that a tab shows a customer, every 15 seconds',
  middleware: guard('edit', 'presence'),
  request: {
    params,
    body: {
      ...jsonContent(z.strictObject({ customerId: z.string(), kind: presenceRecord.shape.kind })),
      required: true,
    },
  },
  responses: { 204: { description: 'Noted. Colleagues see it until a minute without a word.' } },
});

const leaving = createRoute({
  method: 'delete',
  path: '/{id}',
  tags: ['presence'],
  summary: 'Say that a tab shows a customer no more',
  request: { params, query: z.object({ customerId: z.string() }) },
  responses: { 204: { description: 'Noted, unless the tab shows another customer by now.' } },
});

/** Where the person’s own tabs are. */
export const presenceRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(arriving, async (context) => {
      const request = authorized(ports, context, 'edit', 'presence');
      const { person, sessionId, now } = request;
      const { id } = context.req.valid('param');
      const { customerId, kind } = context.req.valid('json');
      await checkCustomer(request, customerId);
      await arrive(ports.database, {
        ...{ id, sessionId, userId: person.id, customerId, kind },
        seenAt: now,
      });
      return context.body(null, 204);
    })
    .openapi(leaving, async (context) => {
      const { person } = authorized(ports, context, 'delete', 'presence');
      const { id } = context.req.valid('param');
      const { customerId } = context.req.valid('query');
      await leave(ports.database, { id, userId: person.id, customerId });
      return context.body(null, 204);
    });

export type PresenceRoutes = ReturnType<typeof presenceRoutes>;
