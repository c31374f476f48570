import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Ports } from './ports.ts';
import { Problem } from './problem.ts';
import { customersResource } from './resources/customers.ts';
import { findRow } from './rows.ts';
import { authorize, type Env } from './session.ts';

const linkUrl = z.object({
  url: z.url(),
  kind: z.enum(['company', 'connection']).openapi({
    description: 'A pending connection’s own link leads straight to the software’s approval.',
  }),
});
export type LinkUrl = z.output<typeof linkUrl>;

const route = createRoute({
  method: 'get',
  path: '/api/customers/{id}/link-url',
  tags: ['customers'],
  summary: 'Fetch a fresh Link URL from Codat',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { content: { 'application/json': { schema: linkUrl } }, description: 'Good for one use.' },
  },
});

const freshUrl = async ({ codat }: Ports, id: string, connectionId: string | null) => {
  const company = await codat.company(id);
  const pending = company.dataConnections?.find(
    (connection) => connection.id === connectionId && connection.status !== 'Linked',
  );
  return pending?.linkUrl
    ? { url: pending.linkUrl, kind: 'connection' as const }
    : { url: company.redirect, kind: 'company' as const };
};

/** Link URLs may carry a one-time password, good for a single use within a day, so each is fetched when it is needed. */
export const linkUrlRoutes = (ports: Ports): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>().openapi(route, async (context) => {
    const person = context.get('person');
    authorize(person, 'show', 'customers');
    const { id } = context.req.valid('param');
    const customer = await findRow(customersResource, id, { ports, person, now: ports.now() });
    const connectionId = 'connectionId' in customer ? (customer.connectionId as string) : null;
    const { url, kind } = await freshUrl(ports, id, connectionId);
    if (!url) throw new Problem(502, 'Codat has no Link URL for this company.');
    return context.json({ url, kind }, 200);
  });
