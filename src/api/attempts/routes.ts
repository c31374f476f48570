import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ingest } from '../../database/ingest.ts';
import { FAILURE_REASONS, type FailureReason } from '../../journey/failure-reasons.ts';
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
import { type AttemptRecord, attemptRecord, attemptsResource } from './resource.ts';

const correction = z.strictObject({ reason: z.enum(FAILURE_REASONS) });

const route = createRoute({
  method: 'post',
  path: '/{id}/correct',
  tags: ['attempts'],
  summary: 'Correct an attempt’s failure reason',
  middleware: guard('correct', 'attempts'),
  request: {
    params: z.object({ id: z.string() }),
    body: { content: { 'application/json': { schema: correction } }, required: true },
  },
  responses: {
    200: {
      content: { 'application/json': { schema: attemptRecord } },
      description: 'The attempt with its corrected reason.',
    },
  },
});

const find = (id: string, request: ApiRequest): Promise<AttemptRecord> =>
  findRow(attemptsResource, id, request);

const correct = async (
  request: ApiRequest,
  id: string,
  reason: FailureReason,
): Promise<AttemptRecord> => {
  const { customerId } = await find(id, request);
  return locked(request, customerId, async (within) => {
    const { outcome, endedAt, connectionId, failureReason, reportedBy } = await find(id, within);
    // An erased customer’s attempts are numbers only.
    await findRow(customersResource, customerId, within);
    if (outcome !== 'failed' || !endedAt)
      throw new Problem(409, 'Only failed attempts have a reason.');
    if (failureReason === reason) throw new Problem(409, 'That’s already the reason.');
    const [failure] = reportedBy;
    const data = { connectionId, failedAt: endedAt, reason, ...(failure && { failure }) };
    const event = agentEvent(within, customerId, 'attempt.corrected', data);
    await ingest(within.ports.database, [event], within.now);
    await recordActivity(within, {
      action: 'correct',
      resource: 'attempts',
      recordId: id,
      customerId,
      details: { reason },
      before: { reason: failureReason },
    });
    return find(id, within);
  });
};

/** Corrects the failure reasons of attempts. */
export const attemptRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(route, async (context) => {
    const request = authorized(ports, context, 'correct', 'attempts');
    const { reason } = context.req.valid('json');
    return context.json(await correct(request, context.req.valid('param').id, reason), 200);
  });

export type AttemptRoutes = ReturnType<typeof attemptRoutes>;
