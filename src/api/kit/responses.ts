import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etagOf } from '../http/etag.ts';
import { jsonContent } from '../http/json-content.ts';
import type { Row } from './resource.ts';

export const idParameter = z.object({ id: z.string() });

/** JSON of a schema, as a route describes a body or a response. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  ...jsonContent(schema),
  description,
});

/** Answers with a record and its ETag. */
export const respond = async <S extends 200 | 201>(context: Context, row: Row, status: S) =>
  context.json(row, status, { etag: await etagOf(row) });
