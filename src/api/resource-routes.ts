import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { announce } from '../database/changes.ts';
import { alone } from './alone.ts';
import { etagOf } from './etag.ts';
import { invalidInput } from './invalid-input.ts';
import { parseListQuery } from './list-query.ts';
import type { Ports } from './ports.ts';
import { Problem } from './problem.ts';
import type { Call, Resource, Row } from './resource.ts';
import { findRow, findRows, type Page } from './rows.ts';
import { authorize, type Env } from './session.ts';

const listQuery = z.object({
  sort: z.string().optional().openapi({ example: '["name","ASC"]' }),
  range: z.string().optional().openapi({ example: '[0,24]' }),
  filter: z.string().optional().openapi({ example: '{"stage":"invited"}' }),
});
const idParameter = z.object({ id: z.string() });

/** What recognizes a repeated request; at most what a header of one line may hold. */
export const idempotencyHeader = z.object({
  'idempotency-key': z.string().min(1).max(200).optional(),
});

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

const contentRange = (name: string, { rows, total, first }: Page): string =>
  rows.length > 0 ? `${name} ${first}-${first + rows.length - 1}/${total}` : `${name} */${total}`;

const respond = async <S extends 200 | 201>(context: Context, row: Row, status: S) =>
  context.json(row, status, { etag: await etagOf(row) });

const checkUnchanged = async (context: Context, record: unknown): Promise<void> => {
  const wanted = context.req.header('if-match');
  if (wanted && wanted !== '*' && wanted !== (await etagOf(record)))
    throw new Problem(412, 'Someone changed this in the meantime. Reload it and try again.');
};

/** The routes of one resource: those it offers, and a clear 405 for the rest. */
export const resourceRoutes = (ports: Ports, resource: Resource): OpenAPIHono<Env> => {
  const { name, record, create, update, remove } = resource;
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  const tags = [name];

  const allow = (context: Context<Env>, action: Parameters<typeof authorize>[1]): Call => {
    const person = context.get('person');
    authorize(person, action, name);
    const idempotencyKey = context.req.header('idempotency-key');
    return { ports, person, now: ports.now(), idempotencyKey };
  };
  const changed = async () => {
    if (!resource.changedByEvents) await announce(ports.database, { resources: [name] });
  };

  /** Writes to the record that the path names, unless it is another than the one If-Match is about. */
  const whenUnchanged = async (
    context: Context<Env>,
    call: Call,
    write: (call: Call, found: Row) => Promise<Row>,
  ): Promise<Row> => {
    const { id } = await findRow(resource, context.req.param('id') ?? '', call);
    return alone(call, id, async (within) => {
      const found = await findRow(resource, id, within);
      await checkUnchanged(context, found);
      return write(within, found);
    });
  };

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/',
      tags,
      request: { query: listQuery },
      responses: {
        200: json(z.array(record), 'A page; Content-Range says which part of how many.'),
      },
    }),
    async (context) => {
      const query = parseListQuery(context.req.valid('query'), resource.defaultSort);
      const page = await findRows(resource, query, allow(context, 'list'));
      return context.json(page.rows, 200, { 'content-range': contentRange(name, page) });
    },
  );

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      tags,
      request: { params: idParameter },
      responses: { 200: json(record, 'The record; ETag for a later If-Match.') },
    }),
    async (context) =>
      respond(
        context,
        await findRow(resource, context.req.param('id'), allow(context, 'show')),
        200,
      ),
  );

  if (create)
    routes.openapi(
      createRoute({
        method: 'post',
        path: '/',
        tags,
        request: {
          body: { ...json(create.body, 'The new record.'), required: true },
          ...(create.idempotent && { headers: idempotencyHeader }),
        },
        responses: { 201: json(record, 'The record as stored.') },
      }),
      async (context) => {
        const call = allow(context, 'create');
        const id = await create.run(call, context.req.valid('json'));
        await changed();
        return respond(context, await findRow(resource, id, call), 201);
      },
    );

  if (update)
    routes.openapi(
      createRoute({
        method: 'put',
        path: '/{id}',
        tags,
        request: {
          params: idParameter,
          body: { ...json(update.body, 'The fields to change.'), required: true },
        },
        responses: { 200: json(record, 'The record as stored.') },
      }),
      async (context) => {
        const call = allow(context, 'edit');
        const id = context.req.param('id');
        const changes = context.req.valid('json');
        const row = await whenUnchanged(context, call, async (within, found) => {
          await update.run(within, found, changes);
          return findRow(resource, id, within);
        });
        await update.after(call, row, changes);
        await changed();
        return respond(context, row, 200);
      },
    );

  if (remove)
    routes.openapi(
      createRoute({
        method: 'delete',
        path: '/{id}',
        tags,
        request: { params: idParameter },
        responses: { 200: json(record, 'The record that was deleted.') },
      }),
      async (context) => {
        const call = allow(context, 'delete');
        const removed = await whenUnchanged(context, call, async (within, found) => {
          await remove(within, found);
          return found;
        });
        await changed();
        return respond(context, removed, 200);
      },
    );

  const refuse = (allowed: string[]) => (context: Context) => {
    throw new Problem(405, `${context.req.method} does not exist for ${name}.`, {
      headers: { allow: allowed.join(', ') },
    });
  };
  routes.all('/', refuse(['GET', ...(create ? ['POST'] : [])]));
  routes.all('/:id', refuse(['GET', ...(update ? ['PUT'] : []), ...(remove ? ['DELETE'] : [])]));
  return routes;
};
