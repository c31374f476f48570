import { createRoute, z } from '@hono/zod-openapi';
import { guard } from '../http/guard.ts';
import { inTransaction } from './locked.ts';
import type { ApiRequest } from './request.ts';
import type { Row, Verb } from './resource.ts';
import { json, respond } from './responses.ts';
import { findRow, findWritten } from './rows.ts';

/** The id of the new record, or of an existing one that serves instead. */
export type Created = string | { existing: string };

/** Identifies a repeated request, in 1 to 200 characters. */
export const idempotencyHeader = z.object({
  'idempotency-key': z.string().min(1).max(200).optional(),
});

type Creation<B extends object, P> = {
  body: z.ZodType<B>;
  /** Runs before the transaction, for what can't be part of it, such as a request to Codat. */
  before: (request: ApiRequest, body: B) => Promise<P>;
  /**
   * Creates the record in a transaction. Until it ends, the embedded database serves nobody else, so anything that
   * uses the database outside the transaction belongs in `before` or `after`.
   */
  run: (request: ApiRequest, body: B, prepared: P) => Promise<Created>;
  /** Runs once the record is stored, for example to start a job. */
  after?: (request: ApiRequest, body: B) => Promise<void>;
  /** A request with the same Idempotency-Key creates no second record. */
  idempotent?: true;
};

/** `POST /`: creates a record from a body, after work outside the database. */
export const createAfter =
  <R extends Row, B extends object, P>(creation: Creation<B, P>): Verb<R> =>
  ({ resource, routes, allow, recordChange }) => {
    const { body, before, run, after, idempotent } = creation;
    const schema: z.ZodObject = resource.record;
    const route = createRoute({
      method: 'post',
      path: '/',
      tags: [resource.name],
      middleware: guard('create', resource.name),
      request: {
        body: { ...json(body, 'The new record.'), required: true },
        ...(idempotent && { headers: idempotencyHeader }),
      },
      responses: { 201: json(schema, 'The record as stored.') },
    });
    routes.openapi(route, async (context) => {
      const request = allow(context, 'create');
      const input = context.req.valid('json');
      const prepared = await before(request, input);
      const row = await inTransaction(request, async (within) => {
        const created = await run(within, input, prepared);
        if (typeof created !== 'string') return findRow(resource, created.existing, within);
        const stored = await findWritten(resource, created, within);
        await recordChange(within, 'create', stored, { details: input });
        return stored;
      });
      await after?.(request, input);
      return respond(context, row, 201);
    });
  };

/** `POST /`: creates a record from a body; `run` returns its id. */
export const create = <R extends Row, B extends object>(
  body: z.ZodType<B>,
  run: (request: ApiRequest, body: B) => Promise<Created>,
  options: Pick<Creation<B, void>, 'after' | 'idempotent'> = {},
): Verb<R> => createAfter({ body, before: async () => {}, run, ...options });
