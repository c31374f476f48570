import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { customers } from '../../database/schema/index.ts';
import { loadStuckSettings } from '../../database/settings.ts';
import { previewStuck } from '../../database/thresholds/preview.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { stuckPreview } from '../stuck-rules/schemas.ts';
import { softwareRecord, softwareResource } from './resource.ts';

const { complexity } = softwareRecord.shape;

const route = createRoute({
  method: 'get',
  path: '/{id}/preview',
  tags: ['software'],
  summary: 'Preview the complexity of software: who would be stuck',
  // The role is checked before the query.
  middleware: guard('edit', 'software'),
  request: { params: idParameter, query: z.strictObject({ complexity: complexity.optional() }) },
  responses: { 200: json(stuckPreview, 'What would change.') },
});

/** Previews changes of software, for those who may make them. */
export const softwareRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(route, async (context) => {
    const request = authorized(ports, context, 'edit', 'software');
    const row = await findRow(softwareResource, context.req.valid('param').id, request);
    const settings = await loadStuckSettings(ports.database);
    const software = {
      ...settings.software,
      [row.id]: { ...row, ...context.req.valid('query') },
    };
    const change = {
      condition: eq(customers.software, row.id),
      settings,
      changed: { ...settings, software },
    };
    return context.json(await previewStuck(ports.database, change, request.now), 200);
  });

export type SoftwareRoutes = ReturnType<typeof softwareRoutes>;
