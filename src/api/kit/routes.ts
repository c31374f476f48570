import { OpenAPIHono } from '@hono/zod-openapi';
import { isRecorded } from '../../common/activity.ts';
import { announce } from '../../database/changes/changes.ts';
import { customerOf } from '../activity/details.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { invalidInput } from '../http/invalid-input.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { list } from './list.ts';
import { authorized } from './request.ts';
import type { Kit, Resource, Row } from './resource.ts';
import { show } from './show.ts';

/** The routes of one resource: the verbs it has. */
export const resourceRoutes = <R extends Row>(
  ports: Ports,
  resource: Resource<R>,
): OpenAPIHono<Env> => {
  const { name, create, upload, update, remove } = resource;
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  const kit: Kit<R> = {
    resource,
    ports,
    routes,
    allow: (context, action) => authorized(ports, context, action, name),
    announce: async ({ ports: { database } }, row) => {
      if (resource.changedByEvents) return;
      const customerId = customerOf(name, row);
      await announce(database, { resources: [name], ...(customerId && { customerId }) });
    },
    recordChange: async (request, action, row, change) => {
      await kit.announce(request, row);
      const parts = { resource: name, action };
      if (!isRecorded(parts))
        throw new Error(`List “${name} ${action}” in src/common/activity.ts.`);
      const customerId = customerOf(name, row);
      await recordActivity(request, { ...parts, ...change, recordId: row.id, customerId });
    },
  };
  for (const verb of [list, show, create, upload, update, remove]) verb?.(kit);
  return routes;
};
