import { createRoute, type z } from '@hono/zod-openapi';
import { authorize } from '../session/session.ts';
import { whenUnchanged } from './if-match.ts';
import type { ApiRequest } from './request.ts';
import type { Row, Verb } from './resource.ts';
import { idParameter, json, respond } from './responses.ts';

/** `DELETE /{id}`: deletes a record and returns it, as ra-data-simple-rest's `deleteMany` expects. */
export const remove =
  <R extends Row>(run: (request: ApiRequest, row: R) => Promise<void>): Verb<R> =>
  ({ resource, routes, allow, recordChange }) => {
    const schema: z.ZodObject = resource.record;
    const route = createRoute({
      method: 'delete',
      path: '/{id}',
      tags: [resource.name],
      request: { params: idParameter },
      responses: { 200: json(schema, 'The record that was deleted.') },
    });
    routes.openapi(route, async (context) => {
      const request = allow(context, 'delete');
      const removed = await whenUnchanged(resource, context, request, async (within, found) => {
        authorize(request.person, 'delete', resource.name, found);
        await run(within, found);
        await recordChange(within, 'delete', found, { before: found });
        return found;
      });
      return respond(context, removed, 200);
    });
  };
