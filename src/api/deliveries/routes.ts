import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { and, asc, inArray, isNotNull } from 'drizzle-orm';
import { isUnsettled, processDelivery } from '../../codat/process.ts';
import { announce } from '../../database/changes/changes.ts';
import { deliveries } from '../../database/schema/index.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { Problem } from '../http/problem.ts';
import { inTransaction } from '../kit/locked.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import { findRow, matching } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { type DeliveryRecord, deliveriesResource, deliveryRecord } from './resource.ts';

/** How many one request queues. Further ones need another request. */
const MAX_QUEUED = 10_000;

const UNSETTLED: DeliveryRecord['state'][] = ['not_understood', 'waiting', 'failed'];

const oneRoute = createRoute({
  method: 'post',
  path: '/{id}/process',
  tags: ['deliveries'],
  summary: 'Process a webhook again',
  request: { params: idParameter },
  responses: { 200: json(deliveryRecord, 'The delivery afterwards, processed or not.') },
});

const manyRoute = createRoute({
  method: 'post',
  path: '/process',
  tags: ['deliveries'],
  summary: 'Queue webhooks that are not processed for processing',
  middleware: guard('process', 'deliveries'),
  request: {
    body: {
      ...jsonContent(z.strictObject({ filter: z.record(z.string(), z.unknown()) })),
      required: true,
    },
  },
  responses: {
    202: json(
      z.object({ queued: z.int() }),
      `The number of queued deliveries, at most ${MAX_QUEUED}. Those already processed don’t count.`,
    ),
  },
});

/** @throws Problem 409 when there is nothing left to do */
const processOne = async (request: ApiRequest, id: string): Promise<DeliveryRecord> => {
  const { ports, now } = request;
  const delivery = await findRow(deliveriesResource, id, request);
  if (delivery.body === null)
    throw new Problem(409, 'The body of this webhook is no longer stored.');
  if (!isUnsettled(delivery)) throw new Problem(409, 'This webhook is already processed.');
  await processDelivery(ports, id, now);
  const { customerId } = delivery;
  await recordActivity(request, {
    ...{ action: 'process', resource: 'deliveries', recordId: id, customerId },
  });
  return findRow(deliveriesResource, id, request);
};

const queue = (request: ApiRequest, filter: Record<string, unknown>): Promise<number> =>
  inTransaction(request, async (within) => {
    const { database, processLater } = within.ports;
    const rows = await database
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(
        and(
          matching(deliveriesResource, filter, within),
          inArray(deliveries.state, UNSETTLED),
          isNotNull(deliveries.body),
        ),
      )
      .orderBy(asc(deliveries.receivedAt), asc(deliveries.id))
      .limit(MAX_QUEUED)
      .for('update');
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await database
      .update(deliveries)
      .set({ state: 'waiting', failures: 0 })
      .where(inArray(deliveries.id, ids));
    await processLater(database, ids);
    await announce(database, { resources: ['deliveries'] });
    await recordActivity(within, {
      ...{ action: 'process', resource: 'deliveries', recordId: ids[0] ?? '' },
      details: { filter, queued: ids.length },
    });
    return ids.length;
  });

/** Processes deliveries again that could not be processed when they arrived. */
export const deliveryRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(manyRoute, async (context) => {
      const request = authorized(ports, context, 'process', 'deliveries');
      const { filter } = context.req.valid('json');
      return context.json({ queued: await queue(request, filter) }, 202);
    })
    .openapi(oneRoute, async (context) => {
      const request = authorized(ports, context, 'process', 'deliveries');
      return context.json(await processOne(request, context.req.valid('param').id), 200);
    });

export type DeliveryRoutes = ReturnType<typeof deliveryRoutes>;
