import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Rejections } from '../../codat/rejections.ts';
import { rejections as table } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import { authorized } from '../kit/request.ts';
import { json } from '../kit/responses.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';

const rejectionRecord = recordOf(table).extend({
  reason: z.enum(['headers', 'timestamp', 'signature']),
});
export type RejectionRecord = z.output<typeof rejectionRecord>;

const route = createRoute({
  method: 'get',
  path: '/',
  tags: ['deliveries'],
  summary: 'Count rejected webhooks',
  responses: {
    200: json(
      z.array(rejectionRecord),
      'How many were rejected for each reason, and since when. Counting starts again after a day without any.',
    ),
  },
});

/** Counts of rejected webhooks. */
export const rejectionRoutes = (ports: Ports, rejections: Rejections) =>
  new OpenAPIHono<Env>().openapi(route, async (context) => {
    authorized(ports, context, 'list', 'deliveries');
    return context.json(z.array(rejectionRecord).parse(await rejections.list()), 200);
  });

export type RejectionRoutes = ReturnType<typeof rejectionRoutes>;
