import { createRoute, type z } from '@hono/zod-openapi';
import { recordView } from '../activity/record-reads.ts';
import type { Kit, Row } from './resource.ts';
import { idParameter, json, respond } from './responses.ts';
import { findRow } from './rows.ts';

/** `GET /{id}`: one record, with an ETag for a later `If-Match`. */
export const show = <R extends Row>({ resource, routes, allow }: Kit<R>): void => {
  const schema: z.ZodObject = resource.record;
  const route = createRoute({
    method: 'get',
    path: '/{id}',
    tags: [resource.name],
    request: { params: idParameter },
    responses: { 200: json(schema, 'The record; ETag for a later If-Match.') },
  });
  routes.openapi(route, async (context) => {
    const request = allow(context, 'show');
    const row = await findRow(resource, context.req.param('id'), request);
    if (resource.personal) await recordView(request, resource.name, row);
    return respond(context, row, 200);
  });
};
