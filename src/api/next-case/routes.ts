import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { authorized } from '../kit/request.ts';
import { json } from '../kit/responses.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { takeNextCase } from './take-next-case.ts';

const wanted = z.strictObject({
  tab: z.uuid().optional().openapi({
    description: 'The tab that holds the case and keeps it under `presence`. A new one by default.',
  }),
  after: z.string().optional().openapi({
    description:
      'The case they come from. It isn’t handed out to them again while there are others.',
  }),
  filter: z
    .record(z.string(), z.unknown())
    .optional()
    .openapi({
      description: 'Of which customers, as for their list. Those who aren’t stuck never count.',
      example: { software: 'gbol' },
    }),
});

const route = createRoute({
  method: 'post',
  path: '/',
  tags: ['next-case'],
  summary: 'Take the most urgent case that nobody works on',
  description:
    'Hands out a case that is the person’s or nobody’s, and holds it until the tab leaves, or isn’t heard of for a minute.',
  middleware: guard('edit', 'presence'),
  request: { body: { ...jsonContent(wanted), required: false } },
  responses: {
    200: json(z.object({ customerId: z.string() }), 'The customer whose case it is.'),
    204: { description: 'There is none.' },
  },
});

/** Hands out cases. Two people never get the same at once. */
export const nextCaseRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(route, async (context) => {
    const request = authorized(ports, context, 'edit', 'presence');
    const { tab = crypto.randomUUID(), after, filter = {} } = context.req.valid('json');
    const customerId = await takeNextCase(request, { tab, after, filter });
    return customerId === null ? context.body(null, 204) : context.json({ customerId }, 200);
  });

export type NextCaseRoutes = ReturnType<typeof nextCaseRoutes>;
