import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { sendTestAlert } from './send-test.ts';

const testRoute = createRoute({
  method: 'post',
  path: '/{id}/test',
  tags: ['alerts'],
  summary: 'Send a test of an alert',
  middleware: guard('edit', 'alerts'),
  request: { params: idParameter },
  responses: { 200: json(z.object({ to: z.string() }), 'Where it was delivered.') },
});

/** What admins can do with alerts besides changing them. */
export const alertRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(testRoute, async (context) => {
    const request = authorized(ports, context, 'edit', 'alerts');
    return context.json(await sendTestAlert(request, context.req.valid('param').id), 200);
  });

export type AlertRoutes = ReturnType<typeof alertRoutes>;
