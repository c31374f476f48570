import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Context } from 'hono';
import type { ActionsOf } from '../../common/activity.ts';
import type { Action, ResourceName } from '../../common/permissions.ts';
import type { software, users } from '../../database/schema/index.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import type { Field, OwnFilter } from './conditions.ts';
import type { ApiRequest } from './request.ts';
import type { Searched } from './search.ts';

/** The fields of every record. Each resource's own schema adds to them. */
export type Row = { id: string };

/** A select of records of type `R` that can still be narrowed, sorted and cut to a page: Drizzle's `$dynamic()`. */
export interface Query<R> extends Promise<R[]> {
  where(condition: SQL | undefined): Query<R>;
  orderBy(...columns: SQL[]): Query<R>;
  limit(rows: number): Query<R>;
  offset(rows: number): Query<R>;
}

/** What the verbs of one resource share: its routes, and how changes are authorized, announced and logged. */
export type Kit<R extends Row> = {
  resource: Resource<R>;
  ports: Ports;
  routes: OpenAPIHono<Env>;
  /** @throws Problem 403 when the person's role does not allow the action */
  allow: (context: Context<Env>, action: Action) => ApiRequest;
  /** Announces a change to all open pages. */
  announce: (request: ApiRequest, row: R) => Promise<void>;
  /** Announces a change and logs who made it, in the transaction that made it. */
  recordChange: (
    request: ApiRequest,
    action: 'create' | 'edit' | 'delete',
    row: R,
    change: { before?: object; details?: object },
  ) => Promise<void>;
};

/** Adds the routes of one verb: `create`, `update`, `remove` or `upload` from this folder. */
export type Verb<R extends Row> = (kit: Kit<R>) => void;

/** The verbs whose action the activity log records for the resource; `src/common/activity.ts` lists them. */
type Verbs<R extends Row, Recorded extends string> = {
  create?: 'create' extends Recorded ? Verb<R> : never;
  /** Instead of `create`, for records that are created from files. */
  upload?: 'create' extends Recorded ? Verb<R> : never;
  update?: 'edit' extends Recorded ? Verb<R> : never;
  remove?: 'delete' extends Recorded ? Verb<R> : never;
};

type Named<R extends Row> = {
  [N in ResourceName]: { name: N } & Verbs<R, ActionsOf<N>>;
}[ResourceName];

/** A column that refers to people or software by their id. */
export type Names = { table: typeof users | typeof software; reference: PgColumn };

/** One resource of the API, in the dialect of ra-data-simple-rest. Verbs it lacks get 405. */
export type Resource<R extends Row> = Named<R> & {
  table: PgTable;
  /** A record as the API shows it. */
  record: z.ZodObject & z.ZodType<R>;
  /** The column or expression of each field. Clients may filter and sort by all of them. */
  fields: (request: ApiRequest) => { [K in keyof R]: Field };
  /** Selects `fields` from `table`. */
  select: (request: ApiRequest) => Query<R>;
  /** Where the filter `q` looks for each of its words. */
  searched?: Searched[];
  /** Filters about more than a field, by their key. */
  filters?: (request: ApiRequest) => Record<string, OwnFilter>;
  defaultSort: readonly [field: keyof R & string, order: 'ASC' | 'DESC'];
  /** What a field sorts by instead of its own value, such as a person’s name instead of their id. */
  sortedBy?: { [K in keyof R]?: Field };
  /** The fields that sort by the name of what they refer to, and have an index. */
  named?: { [K in keyof R]?: Names };
  /** Where the number of the rows that aren’t hidden is stored by some of their fields, and which of them a person may see. */
  counted?: {
    count: PgColumn;
    by: Record<string, PgColumn>;
    seen: (request: ApiRequest) => SQL | undefined;
  };
  /** Orders rows that are equal in the sort field. The id comes last. */
  tieBreak?: (request: ApiRequest) => { [K in keyof R]?: Field };
  /** Rows that lists omit unless the filter names this field. */
  hidden?: { field: keyof R & string; condition: SQL };
  /**
   * The column with the id of the customer that a record is or belongs to. People whose portfolio it isn’t in don’t see
   * the record. Null for records that belong to no customer.
   */
  customer: PgColumn | null;
  /** Limits the rows further to those that this user may see. */
  seen?: (request: ApiRequest) => SQL | undefined;
  /** Changes to it are events, which `ingest` announces. */
  changedByEvents?: true;
  /** Holds contacts: the activity log records who opens one, or requests many. */
  personal?: true;
};
