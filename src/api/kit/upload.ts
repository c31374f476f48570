import { createRoute, z } from '@hono/zod-openapi';
import { guard } from '../http/guard.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from './request.ts';
import type { Row, Verb } from './resource.ts';
import { json, respond } from './responses.ts';
import { findRow } from './rows.ts';
import { lineOfText } from './writable.ts';

/** An uploaded file: its bytes come as the body, its name as a parameter. */
export type SentFile = { fileName: string; bytes: Uint8Array };

const fileQuery = z.object({ fileName: lineOfText(200) });

/** `POST /`: creates a record from a file of one media type; `run` returns its id. */
export const upload =
  <R extends Row>(
    type: string,
    run: (request: ApiRequest, file: SentFile) => Promise<string>,
  ): Verb<R> =>
  ({ resource, routes, allow, recordChange }) => {
    const schema: z.ZodObject = resource.record;
    const route = createRoute({
      method: 'post',
      path: '/',
      tags: [resource.name],
      middleware: guard('create', resource.name),
      request: {
        query: fileQuery,
        body: {
          content: { [type]: { schema: z.string() } },
          description: 'The file as it is.',
          required: true,
        },
      },
      responses: { 201: json(schema, 'The record that the file became.') },
    });
    routes.openapi(route, async (context) => {
      const request = allow(context, 'create');
      if (!context.req.header('content-type')?.startsWith(type))
        throw new Problem(415, `Send the file as ${type}.`);
      const { fileName } = context.req.valid('query');
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      const row = await findRow(resource, await run(request, { fileName, bytes }), request);
      await recordChange(request, 'create', row, { details: { fileName } });
      return respond(context, row, 201);
    });
  };
