import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Context } from 'hono';
import type { Action, ResourceName } from '../../common/permissions.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import type { Field } from './conditions.ts';
import type { ApiRequest } from './request.ts';

/** What every record has; each resource's own schema adds its fields. */
export type Row = { id: string };

/** A select of records of type `R` that can still be narrowed, sorted and cut to a page: Drizzle's `$dynamic()`. */
export interface Query<R> extends Promise<R[]> {
  where(condition: SQL | undefined): Query<R>;
  orderBy(...columns: SQL[]): Query<R>;
  limit(rows: number): Query<R>;
  offset(rows: number): Query<R>;
}

/** What the verbs of one resource share: its routes, and how changes are guarded, announced and logged. */
export type Kit<R extends Row> = {
  resource: Resource<R>;
  ports: Ports;
  routes: OpenAPIHono<Env>;
  /** @throws Problem 403 when the person's role does not allow the action */
  allow: (context: Context<Env>, action: Action) => ApiRequest;
  /** Announces a change to all open pages. */
  announce: (request: ApiRequest) => Promise<void>;
  /** Announces a change and logs who made it, in the transaction that made it. */
  done: (
    request: ApiRequest,
    action: 'create' | 'edit' | 'delete',
    row: R,
    details: object,
  ) => Promise<void>;
};

/** Adds the routes of one verb: `create`, `update`, `remove` or `upload` from this folder. */
export type Verb<R extends Row> = (kit: Kit<R>) => void;

/** One resource of the API, in the dialect of ra-data-simple-rest. Verbs it lacks are answered 405. */
export type Resource<R extends Row> = {
  name: ResourceName;
  table: PgTable;
  /** A record as the API shows it. */
  record: z.ZodObject & z.ZodType<R>;
  /** Where each field of the record comes from; clients may filter and sort by all of them. */
  fields: (request: ApiRequest) => { [K in keyof R]: Field };
  /** Selects `fields` from `table`. */
  select: (request: ApiRequest) => Query<R>;
  /** The fields that the filter `q` searches. */
  searched?: Field[];
  defaultSort: readonly [field: keyof R & string, order: 'ASC' | 'DESC'];
  /** Orders rows that the sort field leaves equal, before the id does. */
  tieBreak?: { [K in keyof R]?: Field };
  /** Rows that lists leave out unless their filter names this field. */
  hidden?: { field: keyof R & string; condition: SQL };
  /** The rows this person may see, where these are not all. */
  seen?: (request: ApiRequest) => SQL;
  /** Its changes are events, and ingest announces those. */
  changedByEvents?: true;
  create?: Verb<R>;
  /** In place of `create`: new records are made from files. */
  upload?: Verb<R>;
  update?: Verb<R>;
  remove?: Verb<R>;
};
