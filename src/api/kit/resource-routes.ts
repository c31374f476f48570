import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isRecorded } from '../../common/activity.ts';
import type { Action } from '../../common/permissions.ts';
import { announce } from '../../database/changes.ts';
import { changedFields, customerOf } from '../activity/details.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { etagOf } from '../http/etag.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { callOf, type Env } from '../session/session.ts';
import { parseListQuery } from './list-query.ts';
import { alone, inTransaction } from './locked.ts';
import type { Call, Resource, Row } from './resource.ts';
import { findRow, findRows, type Page } from './rows.ts';
import { lineOfText } from './writable.ts';

const listQuery = z.object({
  sort: z.string().optional().openapi({ example: '["name","ASC"]' }),
  range: z.string().optional().openapi({ example: '[0,24]' }),
  filter: z.string().optional().openapi({ example: '{"stage":"invited"}' }),
});
const fileQuery = z.object({ fileName: lineOfText(200) });
const idParameter = z.object({ id: z.string() });

/** What recognizes a repeated request; at most what a header of one line may hold. */
export const idempotencyHeader = z.object({
  'idempotency-key': z.string().min(1).max(200).optional(),
});

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  ...jsonContent(schema),
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
  const { name, record, create, upload, update, remove } = resource;
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  const tags = [name];

  const allow = (context: Context<Env>, action: Action) => callOf(ports, context, action, name);
  const tell = async ({ ports: { database } }: Call) => {
    if (!resource.changedByEvents) await announce(database, { resources: [name] });
  };
  /** Announces a change and records who made it, in the transaction of the change. */
  const done = async (call: Call, action: string, row: Row, details: object) => {
    await tell(call);
    const act = { resource: name, action };
    if (!isRecorded(act)) throw new Error(`List “${name} ${action}” in src/common/activity.ts.`);
    const customerId = customerOf(name, row);
    await recordActivity(call, { ...act, recordId: row.id, customerId, details });
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
        const body = context.req.valid('json');
        const prepared = await create.before(call, body);
        const row = await inTransaction(call, async (within) => {
          const made = await create.run(within, body, prepared);
          if (typeof made !== 'string') return findRow(resource, made.existing, within);
          const created = await findRow(resource, made, within);
          await done(within, 'create', created, body);
          return created;
        });
        await create.after(call, body);
        return respond(context, row, 201);
      },
    );

  if (upload)
    routes.openapi(
      createRoute({
        method: 'post',
        path: '/',
        tags,
        request: {
          query: fileQuery,
          body: {
            content: { [upload.type]: { schema: z.string() } },
            description: 'The file as it is.',
            required: true,
          },
        },
        responses: { 201: json(record, 'The record that the file became.') },
      }),
      async (context) => {
        const call = allow(context, 'create');
        if (!context.req.header('content-type')?.startsWith(upload.type))
          throw new Problem(415, `Send the file as ${upload.type}.`);
        const { fileName } = context.req.valid('query');
        const bytes = new Uint8Array(await context.req.arrayBuffer());
        const id = await upload.run(call, { fileName, bytes });
        const row = await findRow(resource, id, call);
        await done(call, 'create', row, { fileName });
        return respond(context, row, 201);
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
          const fields = changedFields(found, changes);
          if (Object.keys(fields).length > 0) await done(within, 'edit', found, fields);
          return findRow(resource, id, within);
        });
        const followed = await update.after(call, row, changes);
        if (followed) await tell(call);
        return respond(context, followed ?? row, 200);
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
          await done(within, 'delete', found, found);
          return found;
        });
        return respond(context, removed, 200);
      },
    );

  const refuse = (allowed: string[]) => (context: Context) => {
    throw new Problem(405, `${context.req.method} does not exist for ${name}.`, {
      headers: { allow: allowed.join(', ') },
    });
  };
  routes.all('/', refuse(['GET', ...(create || upload ? ['POST'] : [])]));
  routes.all('/:id', refuse(['GET', ...(update ? ['PUT'] : []), ...(remove ? ['DELETE'] : [])]));
  return routes;
};
