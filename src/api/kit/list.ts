import { createRoute, z } from '@hono/zod-openapi';
import { isExport, recordExport } from '../activity/record-reads.ts';
import { parseListQuery } from './list-query.ts';
import type { Kit, Row } from './resource.ts';
import { json } from './responses.ts';
import { findRows, type Page } from './rows.ts';

const listQuery = z.object({
  sort: z.string().optional().openapi({ example: '["name","ASC"]' }),
  range: z.string().optional().openapi({ example: '[0,24]' }),
  filter: z.string().optional().openapi({ example: '{"stage":"invited"}' }),
});

const contentRange = (name: string, { rows, total, first }: Page<Row>): string =>
  rows.length > 0 ? `${name} ${first}-${first + rows.length - 1}/${total}` : `${name} */${total}`;

/** `GET /`: a page of records; `Content-Range` says which part of how many. */
export const list = <R extends Row>({ resource, routes, allow }: Kit<R>): void => {
  const { name, record, defaultSort } = resource;
  const schema: z.ZodObject = record;
  const route = createRoute({
    method: 'get',
    path: '/',
    tags: [name],
    request: { query: listQuery },
    responses: { 200: json(z.array(schema), 'A page; Content-Range says which part of how many.') },
  });
  routes.openapi(route, async (context) => {
    const request = allow(context, 'list');
    const query = parseListQuery(context.req.valid('query'), defaultSort);
    const page = await findRows(resource, query, request);
    if (resource.personal && isExport(query)) {
      await recordExport(request, name, query, page.rows.length);
      // Each export is recorded, so none is shared.
      context.header('cache-control', 'private');
    }
    return context.json(page.rows, 200, { 'content-range': contentRange(name, page) });
  });
};
