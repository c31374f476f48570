import type { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';
import type { Backend } from './postgres/backend.ts';
import type * as schema from './schema/index.ts';

/** The embedded database or PostgreSQL. Queries are the same for both. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The underlying driver, for libraries that bring their own tables. */
export type Engine =
  | { kind: 'embedded'; client: PGlite }
  | { kind: 'postgres'; pool: Pool; backend: Backend };

/**
 * Calls `onPayload` with each notification on a channel until the returned function is called. Calls `onMissed` when
 * notifications may have been lost.
 */
export type Listen = (
  channel: string,
  onPayload: (payload: string) => void,
  onMissed: () => void,
) => Promise<() => Promise<void>>;

/** One database by kind of work. On PostgreSQL each kind has connections and time limits of its own. */
export type Databases = {
  /** For what people wait for. */
  database: Database;
  /** For webhooks and callbacks, which Codat must be able to deliver however busy the screens are. */
  inbound: Database;
  /** For background jobs. */
  jobs: Database;
  /** For files that people download as slowly as they like. */
  exports: Database;
  /** For the health check. */
  health: Database;
};

/** A database that is ready to use. */
export type Connection = Databases & {
  engine: Engine;
  listen: Listen;
  close: () => Promise<void>;
};
