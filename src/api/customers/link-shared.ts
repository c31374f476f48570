import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { and, eq, gt } from 'drizzle-orm';
import { ingest } from '../../database/ingest.ts';
import { events } from '../../database/schema/index.ts';
import { addHours } from '../../journey/instant.ts';
import { linkKindOf } from '../../journey/outreach.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { agentEvent } from '../kit/agent-event.ts';
import { locked } from '../kit/locked.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { type CustomerRecord, customerRecord, customersResource } from './resource.ts';

/** Within a minute a second request counts as a double click or a retry. */
const REPEAT_HOURS = 1 / 60;

const route = createRoute({
  method: 'post',
  path: '/api/customers/{id}/link-shared',
  tags: ['customers'],
  summary: 'Record that the link was shared manually',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    201: {
      content: { 'application/json': { schema: customerRecord } },
      description: 'Recorded. Repeats by the same person within a minute count once.',
    },
  },
});

const wasJustRecorded = async ({ ports, person, now }: ApiRequest, customerId: string) => {
  const sent = await ports.database
    .select({ data: events.data })
    .from(events)
    .where(
      and(
        eq(events.customerId, customerId),
        eq(events.type, 'link.sent'),
        eq(events.actorId, person.id),
        gt(events.occurredAt, addHours(now, -REPEAT_HOURS)),
      ),
    );
  return sent.some(({ data }) => 'channel' in data && data.channel === 'shared');
};

const find = (id: string, request: ApiRequest): Promise<CustomerRecord> =>
  findRow(customersResource, id, request);

const recordSharing = (request: ApiRequest, id: string): Promise<CustomerRecord> =>
  locked(request, id, async (within) => {
    const customer = await find(id, within);
    if (!(await wasJustRecorded(within, id))) {
      const kind = linkKindOf(customer);
      const shared = agentEvent(within, id, 'link.sent', { channel: 'shared', kind });
      await ingest(within.ports.database, [shared], within.now);
      await recordActivity(within, {
        action: 'share-link',
        resource: 'customers',
        recordId: id,
        customerId: id,
      });
    }
    return find(id, within);
  });

/** Records what Unstuck can’t see: a colleague shared the link by phone, chat or their own email. */
export const linkSharedRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>().openapi(route, async (context) => {
    const request = authorized(ports, context, 'edit', 'customers');
    const { id } = await find(context.req.valid('param').id, request);
    return context.json(await recordSharing(request, id), 201);
  });

export type LinkSharedRoutes = ReturnType<typeof linkSharedRoutes>;
