import type { z } from '@hono/zod-openapi';
import type { SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ResourceName } from '../../common/permissions.ts';
import type { Instant } from '../../journey/instant.ts';
import type { Ports } from '../ports.ts';
import type { Person } from '../session/session.ts';
import type { Field, Fields } from './conditions.ts';

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

/** The id of a new record, or of one that was there already and is as good. */
export type Made = string | { existing: string };

type Creation = {
  body: z.ZodType<object>;
  before: (call: Call, body: unknown) => Promise<unknown>;
  run: (call: Call, body: unknown, prepared: unknown) => Promise<Made>;
  after: (call: Call, body: unknown) => Promise<void>;
  /** A request with the same Idempotency-Key makes no second record. */
  idempotent: boolean;
};
type Step = (call: Call, row: Row, changes: unknown) => Promise<void>;
/** What follows from a change once it is stored; returns the record if that changes it in turn. */
type After = (call: Call, row: Row, changes: unknown) => Promise<Row | undefined>;
type Change = { body: z.ZodType<object>; run: Step; after: After };

/** A file that someone sends: its bytes as the body, its name as a parameter. */
export type SentFile = { fileName: string; bytes: Uint8Array };

type Upload = {
  /** The one media type that is taken. */
  type: string;
  /** Returns the id of the record that the file becomes. */
  run: (call: Call, file: SentFile) => Promise<string>;
};

/** One resource of the API, in the dialect of ra-data-simple-rest. What it lacks is answered 405. */
export type Resource = {
  name: ResourceName;
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
  /** The rows that this person may see, where these are not all. */
  seen?: (call: Call) => SQL;
  /** Its changes are events, and ingest announces those. */
  changedByEvents?: true;
  create?: Creation;
  /** In place of `create`: new records are made of files. */
  upload?: Upload;
  update?: Change;
  remove?: (call: Call, row: Row) => Promise<void>;
};

/** What a creation does that can't be part of its transaction: at Codat, by sign-in, by starting a job. */
type Around<B, P> = {
  before?: (call: Call, body: B) => Promise<P>;
  after?: (call: Call, body: B) => Promise<void>;
  idempotent?: true;
};

/**
 * Creation from a body of the given form; `run` returns which record it made. It works in a transaction, with which
 * the embedded database serves nobody else: what uses the database by another way has to come before or after it.
 */
export const creation = <B extends z.ZodType<object>, P = undefined>(
  body: B,
  run: (call: Call, body: z.output<B>, prepared: P) => Promise<Made>,
  { before, after, idempotent }: Around<z.output<B>, P> = {},
): Creation => ({
  body,
  before: async (call, checked) => before?.(call, checked as z.output<B>),
  run: (call, checked, prepared) => run(call, checked as z.output<B>, prepared as P),
  after: async (call, checked) => after?.(call, checked as z.output<B>),
  idempotent: idempotent === true,
});

/**
 * A change by a body that names any part of the record; only what it names changes. `after` does what follows from it,
 * once it is stored, and returns the record if that changed it in turn.
 */
export const change = <B extends z.ZodType<object>>(
  body: B,
  run: (call: Call, row: Row, changes: z.output<B>) => Promise<void>,
  after: (call: Call, row: Row, changes: z.output<B>) => Promise<Row | undefined> = async () =>
    undefined,
): Change => ({
  body,
  run: (call, row, checked) => run(call, row, checked as z.output<B>),
  after: (call, row, checked) => after(call, row, checked as z.output<B>),
});
