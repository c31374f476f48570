import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { count, desc, sql } from 'drizzle-orm';
import { customers } from '../../../database/schema/index.ts';
import { guard } from '../../http/guard.ts';
import { invalidInput } from '../../http/invalid-input.ts';
import { idempotencyHeader } from '../../kit/create.ts';
import { type ApiRequest, authorized } from '../../kit/request.ts';
import { json } from '../../kit/responses.ts';
import { matching } from '../../kit/rows.ts';
import type { Ports } from '../../ports.ts';
import type { Env } from '../../session/session.ts';
import { customersResource } from '../resource.ts';
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

/** Of as many tags as anybody picks from. The most used come first. */
const MOST_LISTED = 500;

const usedLabel = z.object({ label: z.string(), customers: z.number() });

const labelsRoute = createRoute({
  method: 'get',
  path: '/labels',
  tags,
  summary: 'List the team’s own tags',
  responses: { 200: json(z.array(usedLabel), 'Each tag, and how many customers have it.') },
});

const usedLabels = (request: ApiRequest) => {
  const label = sql<string>`unnest(${customers.labels})`.as('label');
  return request.ports.database
    .select({ label, customers: count() })
    .from(customers)
    .where(matching(customersResource, {}, request))
    .groupBy(label)
    .orderBy(desc(count()), label)
    .limit(MOST_LISTED);
};

/** Changes to many customers, and the tags they can be given. */
export const bulkRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(bulkRoute, async (context) => {
      const request = authorized(ports, context, 'edit', 'customers');
      const body = context.req.valid('json');
      if (body.action === 'close') authorized(ports, context, 'close', 'journeys');
      return context.json(await changeMany(request, body), 200);
    })
    .openapi(labelsRoute, async (context) => {
      const request = authorized(ports, context, 'list', 'customers');
      return context.json(await usedLabels(request), 200);
    });

export type BulkRoutes = ReturnType<typeof bulkRoutes>;
