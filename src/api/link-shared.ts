import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { and, eq, gt } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { ingestWithin, lockCustomers } from '../database/ingest.ts';
import { events } from '../database/schema/index.ts';
import { addHours } from '../journey/instant.ts';
import type { Ports } from './ports.ts';
import type { Call } from './resource.ts';
import { type CustomerRecord, customerRecord, customersResource } from './resources/customers.ts';
import { findRow } from './rows.ts';
import { authorize, type Env } from './session.ts';

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

const wasJustSaid = async (transaction: Transaction, { person, now }: Call, customerId: string) => {
  const since = addHours(now, -ONE_TELLING_HOURS);
  const said = await transaction
    .select({ data: events.data })
    .from(events)
    .where(
      and(
        eq(events.customerId, customerId),
        eq(events.type, 'link.sent'),
        eq(events.actorId, person.id),
        gt(events.occurredAt, since),
      ),
    );
  return said.some(({ data }) => 'channel' in data && data.channel === 'shared');
};

const noteSharing = (call: Call, { id, connectionId, connected }: CustomerRecord) =>
  call.ports.database.transaction(async (transaction) => {
    await lockCustomers(transaction, [id]);
    if (await wasJustSaid(transaction, call, id)) return;
    const kind = connectionId && !connected ? ('connection' as const) : ('company' as const);
    const shared = {
      ...{ type: 'link.sent' as const, customerId: id, occurredAt: call.now },
      ...{ source: 'agent' as const, sourceId: crypto.randomUUID(), actorId: call.person.id },
      data: { channel: 'shared' as const, kind },
    };
    await ingestWithin(transaction, [shared], call.now);
  });

/** Notes what happened outside: a colleague passed the link on by telephone, chat, or a mail of their own. */
export const linkSharedRoutes = (ports: Ports): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>().openapi(route, async (context) => {
    const person = context.get('person');
    authorize(person, 'edit', 'customers');
    const call = { ports, person, now: ports.now() };
    const { id } = context.req.valid('param');
    await noteSharing(call, (await findRow(customersResource, id, call)) as CustomerRecord);
    return context.json((await findRow(customersResource, id, call)) as CustomerRecord, 201);
  });
