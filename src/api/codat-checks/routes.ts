import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { claimChecks } from '../../codat/checks/claim.ts';
import { runCheck } from '../../codat/checks/run-check.ts';
import { takeTurn } from '../../database/locks.ts';
import { codatChecks } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { checkCustomers } from '../customers/check-customer.ts';
import { customersResource } from '../customers/resource.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { checkLimit } from './limit.ts';
import { codatCheckRecord } from './resource.ts';

/** How many customers one request checks. */
export const MOST_CHECKED = 100;

const tags = ['customers'];

const oneRoute = createRoute({
  method: 'post',
  path: '/api/customers/{id}/check',
  tags,
  summary: 'Check a customer in Codat now',
  request: { params: idParameter },
  responses: { 200: json(codatCheckRecord, 'What Codat answered, and what was new.') },
});

const manyRoute = createRoute({
  method: 'post',
  path: '/api/customers/check',
  tags,
  summary: 'Check customers in Codat in the background',
  middleware: guard('edit', 'customers'),
  request: {
    body: {
      ...json(
        z.strictObject({ ids: z.array(z.string()).min(1).max(MOST_CHECKED) }),
        'The customers.',
      ),
      required: true,
    },
  },
  responses: {
    202: json(
      z.object({ requestedAt: instant, queued: z.array(z.string()), busy: z.array(z.string()) }),
      'The customers whose checks were queued, and those whose check is under way already. `codat-checks` has the results.',
    ),
  },
});

/** Begins or queues checks. Returns the ids of the customers whose check wasn’t under way already. */
const claim = (
  request: ApiRequest,
  state: 'queued' | 'running',
  customerIds: string[],
): Promise<string[]> =>
  transact(request.ports.database, async (database) => {
    const { person, ports } = request;
    await takeTurn(database, person.id);
    const within = { ...request, ports: { ...ports, database } };
    await checkLimit(within, customerIds.length);
    const { now } = request;
    const ids = await claimChecks(database, { customerIds, state, personId: person.id, now });
    await recordActivity(
      within,
      ...ids.map((id) => ({
        ...({ action: 'check', resource: 'customers', recordId: id } as const),
        customerId: id,
      })),
    );
    if (state === 'queued' && ids.length > 0)
      await ports.checkLater(
        database,
        ids.map((customerId) => ({ customerId, requestedAt: now })),
      );
    return ids;
  });

const checkNow = async (request: ApiRequest, id: string) => {
  const { database, codat, now } = request.ports;
  if ((await claim(request, 'running', [id])).length === 0)
    throw new Problem(409, 'This customer is being checked already. The result shows in a moment.');
  await runCheck({ database, ask: codat.company, now }, id);
  const [check] = await database.select().from(codatChecks).where(eq(codatChecks.customerId, id));
  if (!check) throw new Problem(404, 'This customer’s personal data was erased meanwhile.');
  return check;
};

/** Asks Codat about customers without waiting for a webhook or the next sync. */
export const checkRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(manyRoute, async (context) => {
      const request = authorized(ports, context, 'edit', 'customers');
      const ids = [...new Set(context.req.valid('json').ids)];
      await checkCustomers(request, 'ids', ids);
      const queued = await claim(request, 'queued', ids);
      const busy = ids.filter((id) => !queued.includes(id));
      return context.json({ requestedAt: request.now, queued, busy }, 202);
    })
    .openapi(oneRoute, async (context) => {
      const request = authorized(ports, context, 'edit', 'customers');
      const { id } = await findRow(customersResource, context.req.valid('param').id, request);
      return context.json(await checkNow(request, id), 200);
    });

export type CheckRoutes = ReturnType<typeof checkRoutes>;
