import type { z } from '@hono/zod-openapi';
import type { SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Instant } from '../journey/instant.ts';
import type { Field, Fields } from './conditions.ts';
import type { Ports } from './ports.ts';
import type { Person } from './session.ts';

/** What a request to a resource may use. */
export type Call = {
  ports: Ports;
  person: Person;
  now: Instant;
  /** By which the request is recognized when it comes again. */
  idempotencyKey?: string | undefined;
};

/** A record of any resource; each resource's own module knows its fields. */
export type Row = { id: string };

type Creation = {
  body: z.ZodType;
  run: (call: Call, body: unknown) => Promise<string>;
  /** A request with the same Idempotency-Key makes no second record. */
  idempotent?: true;
};
type Step = (call: Call, row: Row, changes: unknown) => Promise<void>;
type Change = { body: z.ZodType; run: Step; after: Step };

/** One resource of the API, in the dialect of ra-data-simple-rest. What it lacks is answered 405. */
export type Resource = {
  name: string;
  table: PgTable;
  /** A record as the API shows it. */
  record: z.ZodObject;
  /** Where each field of the record comes from; clients may filter and sort by all of them. */
  fields: (call: Call) => Fields;
  /** The fields that the filter `q` searches. */
  searched?: Field[];
  defaultSort: readonly [field: string, order: 'ASC' | 'DESC'];
  /** Orders rows that the sort field leaves equal, before the id does. */
  tieBreak?: Record<string, Field>;
  /** Rows that lists leave out unless their filter names this field. */
  hidden?: { field: string; condition: SQL };
  /** Its changes are events, and ingest announces those. */
  changedByEvents?: true;
  create?: Creation;
  update?: Change;
  remove?: (call: Call, row: Row) => Promise<void>;
};

/** Creation from a body of the given form; `run` returns the id of the new record. */
export const creation = <B extends z.ZodType>(
  body: B,
  run: (call: Call, body: z.output<B>) => Promise<string>,
  options: Pick<Creation, 'idempotent'> = {},
): Creation => ({ body, run: (call, checked) => run(call, checked as z.output<B>), ...options });

/**
 * A change by a body that names any part of the record; only what it names changes. `after` does what follows from it
 * for other records, once it is stored.
 */
export const change = <B extends z.ZodType>(
  body: B,
  run: (call: Call, row: Row, changes: z.output<B>) => Promise<void>,
  after: typeof run = async () => {},
): Change => ({
  body,
  run: (call, row, checked) => run(call, row, checked as z.output<B>),
  after: (call, row, checked) => after(call, row, checked as z.output<B>),
});
