import { createRoute, type z } from '@hono/zod-openapi';
import { changedFields, sameFieldsOf } from '../activity/details.ts';
import { guard } from '../http/guard.ts';
import { authorize } from '../session/session.ts';
import { whenUnchanged } from './if-match.ts';
import type { ApiRequest } from './request.ts';
import type { Row, Verb } from './resource.ts';
import { idParameter, json, respond } from './responses.ts';
import { findWritten } from './rows.ts';

/**
 * `PUT /{id}`: changes the fields of a record that the body names, and no others. `after` runs once the change is
 * stored, with the fields that are different now, and returns the record if it changed it again.
 */
export const update =
  <R extends Row, B extends object>(
    body: z.ZodType<B>,
    run: (request: ApiRequest, row: R, changes: B) => Promise<void>,
    after?: (request: ApiRequest, row: R, changed: Partial<B>) => Promise<R | undefined>,
  ): Verb<R> =>
  ({ resource, routes, allow, announce, recordChange }) => {
    const schema: z.ZodObject = resource.record;
    const route = createRoute({
      method: 'put',
      path: '/{id}',
      tags: [resource.name],
      middleware: guard('edit', resource.name),
      request: {
        params: idParameter,
        body: { ...json(body, 'The fields to change.'), required: true },
      },
      responses: { 200: json(schema, 'The record as stored.') },
    });
    routes.openapi(route, async (context) => {
      const request = allow(context, 'edit');
      const changes = context.req.valid('json');
      let changed: Partial<B> = {};
      const row = await whenUnchanged(resource, context, request, async (within, found) => {
        authorize(request.person, 'edit', resource.name, found);
        await run(within, found, changes);
        changed = changedFields(found, changes);
        if (Object.keys(changed).length > 0)
          await recordChange(within, 'edit', found, {
            before: sameFieldsOf(found, changed),
            details: changed,
          });
        return findWritten(resource, found.id, within);
      });
      const changedAgain = await after?.(request, row, changed);
      if (changedAgain) await announce(request, changedAgain);
      return respond(context, changedAgain ?? row, 200);
    });
  };
