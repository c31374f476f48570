import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { guard } from '../../http/guard.ts';
import { invalidInput } from '../../http/invalid-input.ts';
import { idempotencyHeader } from '../../kit/create.ts';
import { authorized } from '../../kit/request.ts';
import { json } from '../../kit/responses.ts';
import type { Ports } from '../../ports.ts';
import type { Env } from '../../session/session.ts';
import { bulkAnswer, bulkChange, MOST_AT_ONCE } from './body.ts';
import { changeMany } from './change.ts';

const tags = ['customers'];

const bulkRoute = createRoute({
  method: 'post',
  path: '/bulk',
  tags,
  summary: 'Change many customers at once',
  description: `Of at most ${MOST_AT_ONCE} customers, in one transaction. Those it doesn’t apply to are skipped, each with the reason. To undo it, send \`undo\` back. A repeated request with the same Idempotency-Key changes nothing.`,
  middleware: guard('edit', 'customers'),
  request: {
    body: { ...json(bulkChange, 'The change, and the customers.'), required: true },
    headers: idempotencyHeader,
  },
  responses: { 200: json(bulkAnswer, 'Who was changed, and who was skipped and why.') },
});

/** Changes to many customers. */
export const bulkRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(bulkRoute, async (context) => {
    const request = authorized(ports, context, 'edit', 'customers');
    const body = context.req.valid('json');
    if (body.action === 'close') authorized(ports, context, 'close', 'journeys');
    return context.json(await changeMany(request, body), 200);
  });

export type BulkRoutes = ReturnType<typeof bulkRoutes>;
