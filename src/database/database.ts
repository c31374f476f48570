import type { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.ts';

/** The embedded database or PostgreSQL. Queries are the same for both. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The underlying driver, for libraries that bring their own tables. */
export type Engine = { kind: 'embedded'; client: PGlite } | { kind: 'postgres'; url: string };

/**
 * Calls `onPayload` with each notification on a channel until the returned function is called. Calls `onMissed` when
 * notifications may have been lost.
 */
export type Listen = (
  channel: string,
  onPayload: (payload: string) => void,
  onMissed: () => void,
) => Promise<() => Promise<void>>;

/** A database that is ready to use. */
export type Connection = {
  database: Database;
  engine: Engine;
  listen: Listen;
  close: () => Promise<void>;
};
