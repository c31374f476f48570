import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { announce } from '../../database/changes/changes.ts';
import { apiKeys } from '../../database/schema/index.ts';
import { addHours, type Instant, toInstant } from '../../journey/instant.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { Problem } from '../http/problem.ts';
import { locked } from '../kit/locked.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { addKey } from './create.ts';
import { type ApiKeyRecord, newApiKeyRecord } from './record.ts';
import { apiKeysResource } from './resource.ts';

/** Time enough to change a program’s configuration. */
const DEFAULT_OVERLAP_HOURS = 24;
const MAX_OVERLAP_HOURS = 30 * 24;

const overlapRule = `From 0 to ${MAX_OVERLAP_HOURS} hours.`;

const rotation = z.strictObject({
  overlapHours: z
    .number(overlapRule)
    .min(0, overlapRule)
    .max(MAX_OVERLAP_HOURS, overlapRule)
    .default(DEFAULT_OVERLAP_HOURS)
    .openapi({ description: 'How long the old key still works.' }),
});

const rotateRoute = createRoute({
  method: 'post',
  path: '/{id}/rotate',
  tags: ['api-keys'],
  summary: 'Replace an API key',
  middleware: guard('rotate', 'api-keys'),
  request: { params: z.object({ id: z.string() }), body: jsonContent(rotation) },
  responses: {
    201: {
      ...jsonContent(newApiKeyRecord),
      description: 'The new key, which isn’t shown again. The old one expires after the overlap.',
    },
  },
});

/** A key that expires is replaced by one that lasts as long. */
const newExpiry = ({ createdAt, expiresAt }: ApiKeyRecord, now: Instant): Instant | null =>
  expiresAt && toInstant(Date.parse(now) + Date.parse(expiresAt) - Date.parse(createdAt));

const earlier = (a: Instant, b: Instant | null): Instant => (b !== null && b < a ? b : a);

/** @throws Problem 409 when there is nothing to replace */
const checkCurrent = ({ replacedById, expiresAt }: ApiKeyRecord, now: Instant): void => {
  if (replacedById) throw new Problem(409, 'This key has already been replaced.');
  if (expiresAt && expiresAt <= now)
    throw new Problem(409, 'This key has expired. Create a new one.');
};

const rotate = (request: ApiRequest, id: string, overlapHours: number) =>
  locked(request, id, async (within) => {
    const { ports, now } = within;
    const old = await findRow(apiKeysResource, id, within);
    checkCurrent(old, now);
    const { name, scopes } = old;
    const added = await addKey(within, { name, scopes, expiresAt: newExpiry(old, now) });
    const expiresAt = earlier(addHours(now, overlapHours), old.expiresAt);
    await ports.database
      .update(apiKeys)
      .set({ replacedById: added.id, expiresAt })
      .where(eq(apiKeys.id, id));
    await announce(ports.database, { resources: ['api-keys'] });
    await recordActivity(within, {
      action: 'rotate',
      resource: 'api-keys',
      recordId: id,
      before: { expiresAt: old.expiresAt },
      details: { name, expiresAt, replacedById: added.id },
    });
    return { ...(await findRow(apiKeysResource, added.id, within)), key: added.key };
  });

/** Replaces keys. */
export const apiKeyRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(rotateRoute, async (context) => {
    const request = authorized(ports, context, 'rotate', 'api-keys');
    const { overlapHours = DEFAULT_OVERLAP_HOURS } = context.req.valid('json');
    const { id } = await findRow(apiKeysResource, context.req.valid('param').id, request);
    return context.json(await rotate(request, id, overlapHours), 201);
  });

export type ApiKeyRoutes = ReturnType<typeof apiKeyRoutes>;
