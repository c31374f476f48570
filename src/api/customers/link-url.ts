import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { freshLinkUrl } from '../../codat/link-url.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { Problem } from '../http/problem.ts';
import { authorized } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { customersResource } from './resource.ts';

const linkUrl = z.object({
  url: z.url(),
  kind: z.enum(['company', 'connection']).openapi({
    description: 'The link of a pending connection opens the software’s approval page.',
  }),
});

const route = createRoute({
  method: 'post',
  path: '/api/customers/{id}/link-url',
  tags: ['customers'],
  summary: 'Fetch a fresh Link URL from Codat',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      content: { 'application/json': { schema: linkUrl } },
      description: 'A Link URL for a single use.',
    },
  },
});

/** Codat’s own Link URL of a customer, valid for one use within a day. Asking for one may end those before it. */
export const linkUrlRoutes = (ports: Ports): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>().openapi(route, async (context) => {
    // Not only to look: it may use up a link, and with it one can connect in the customer’s place.
    const request = authorized(ports, context, 'edit', 'customers');
    const { id } = context.req.valid('param');
    const customer = await findRow(customersResource, id, request);
    const { codat, codatHost } = ports;
    const { url, kind } = await freshLinkUrl(codat, customer, codatHost.linkOrigin);
    if (!url) throw new Problem(502, 'Codat didn’t return a link for this company.');
    await recordActivity(request, {
      ...{ resource: 'customers', action: 'fetch-link', recordId: customer.id },
      customerId: customer.id,
      details: { kind },
    });
    return context.json({ url, kind }, 200);
  });
