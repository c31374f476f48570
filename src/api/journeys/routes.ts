import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { CLOSE_REASONS } from '../../common/event-types.ts';
import { ingest } from '../../database/ingest.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { customersResource } from '../customers/resource.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { agentEvent } from '../kit/agent-event.ts';
import { locked } from '../kit/locked.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { type JourneyRecord, journeyRecord, journeysResource } from './resource.ts';

const params = z.object({ id: z.string() });
const response = (description: string) => ({
  content: { 'application/json': { schema: journeyRecord } },
  description,
});

const closing = z.strictObject({ reason: z.enum(CLOSE_REASONS) });

const closeRoute = createRoute({
  method: 'post',
  path: '/{id}/close',
  tags: ['journeys'],
  summary: 'Close a customer’s journey',
  middleware: guard('close', 'journeys'),
  request: {
    params,
    body: { content: { 'application/json': { schema: closing } }, required: true },
  },
  responses: { 200: response('The closed journey.') },
});

const reopenRoute = createRoute({
  method: 'post',
  path: '/{id}/reopen',
  tags: ['journeys'],
  summary: 'Reopen a closed journey',
  request: { params },
  responses: { 200: response('The journey, open again where it was.') },
});

const find = (id: string, request: ApiRequest): Promise<JourneyRecord> =>
  findRow(journeysResource, id, request);

/** @throws Problem 404 when the customer was erased */
const currentOf = async (customerId: string, request: ApiRequest): Promise<string> =>
  (await findRow(customersResource, customerId, request)).journeyId;

type Change = {
  action: 'close' | 'reopen';
  /** @throws Problem 409 when the journey is in the wrong state */
  check: (journey: JourneyRecord) => void;
  event: (request: ApiRequest, journey: JourneyRecord) => ReturnType<typeof agentEvent>;
  details?: object;
};

/**
 * Closes or reopens a customer’s current journey; returns the one that is current afterwards.
 * @throws Problem 409 when the journey is not the current one, or in the wrong state
 */
const changeJourney = async (
  request: ApiRequest,
  id: string,
  { action, check, event, details = {} }: Change,
) => {
  const { customerId } = await find(id, request);
  return locked(request, customerId, async (within) => {
    const journey = await find(id, within);
    if ((await currentOf(customerId, within)) !== id)
      throw new Problem(409, 'The customer has since started a new journey. Reload the page.');
    check(journey);
    await ingest(within.ports.database, [event(within, journey)], within.now);
    await recordActivity(within, {
      action,
      resource: 'journeys',
      recordId: id,
      customerId,
      details,
      before: journey.closedReason ? { reason: journey.closedReason } : undefined,
    });
    return find(await currentOf(customerId, within), within);
  });
};

/** Closes and reopens journeys. */
export const journeyRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(closeRoute, async (context) => {
      const details = context.req.valid('json');
      const closed = await changeJourney(
        authorized(ports, context, 'close', 'journeys'),
        context.req.valid('param').id,
        {
          action: 'close',
          check: ({ closedAt }) => {
            if (closedAt) throw new Problem(409, 'Already closed.');
          },
          event: (request, { customerId }) =>
            agentEvent(request, customerId, 'journey.closed', details),
          details,
        },
      );
      return context.json(closed, 200);
    })
    .openapi(reopenRoute, async (context) => {
      const { id } = context.req.valid('param');
      const reopened = await changeJourney(authorized(ports, context, 'reopen', 'journeys'), id, {
        action: 'reopen',
        check: ({ closedAt }) => {
          if (!closedAt) throw new Problem(409, 'Already open.');
        },
        event: (request, { customerId }) => agentEvent(request, customerId, 'journey.reopened', {}),
      });
      return context.json(reopened, 200);
    });

export type JourneyRoutes = ReturnType<typeof journeyRoutes>;
