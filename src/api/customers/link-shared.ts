import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { and, eq, gt } from 'drizzle-orm';
import { ingest } from '../../database/ingest.ts';
import { events } from '../../database/schema/index.ts';
import { addHours } from '../../journey/instant.ts';
import { linkKindOf } from '../../journey/outreach.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { agentEvent } from '../kit/agent-event.ts';
import { locked } from '../kit/locked.ts';
import type { ApiRequest } from '../kit/request.ts';
import { authorized } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { type CustomerRecord, customerRecord, customersResource } from './resource.ts';

/** Saying it twice within a minute is saying it once: a double click, or a request repeated. */
const ONE_TELLING_HOURS = 1 / 60;

const route = createRoute({
  method: 'post',
  path: '/api/customers/{id}/link-shared',
  tags: ['customers'],
  summary: 'Note that the customer’s link was copied and passed on by hand',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    201: {
      content: { 'application/json': { schema: customerRecord } },
      description: 'Noted; once for all that the same person says within a minute.',
    },
  },
});

const wasJustSaid = async ({ ports, person, now }: ApiRequest, customerId: string) => {
  const said = await ports.database
    .select({ data: events.data })
    .from(events)
    .where(
      and(
        eq(events.customerId, customerId),
        eq(events.type, 'link.sent'),
        eq(events.actorId, person.id),
        gt(events.occurredAt, addHours(now, -ONE_TELLING_HOURS)),
      ),
    );
  return said.some(({ data }) => 'channel' in data && data.channel === 'shared');
};

const find = (id: string, request: ApiRequest): Promise<CustomerRecord> =>
  findRow(customersResource, id, request);

const noteSharing = (request: ApiRequest, id: string): Promise<CustomerRecord> =>
  locked(request, id, async (within) => {
    const customer = await find(id, within);
    if (!(await wasJustSaid(within, id))) {
      const kind = linkKindOf(customer);
      const shared = agentEvent(within, id, 'link.sent', { channel: 'shared', kind });
      await ingest(within.ports.database, [shared], within.now);
      await recordActivity(within, {
        ...{ action: 'share-link', resource: 'customers', recordId: id, customerId: id },
      });
    }
    return find(id, within);
  });

/** Notes what happened outside: a colleague passed the link on by telephone, chat, or a mail of their own. */
export const linkSharedRoutes = (ports: Ports): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>().openapi(route, async (context) => {
    const request = authorized(ports, context, 'edit', 'customers');
    const { id } = await find(context.req.valid('param').id, request);
    return context.json(await noteSharing(request, id), 201);
  });
