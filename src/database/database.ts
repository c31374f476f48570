import type { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Listen } from './changes.ts';
import type * as schema from './schema/index.ts';

/** The embedded database and PostgreSQL alike: queries are written once. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** What runs the statements underneath; some libraries bring their own tables and need it directly. */
export type Engine = { kind: 'embedded'; client: PGlite } | { kind: 'postgres'; url: string };

/** A database that is ready for use. */
export type Connection = {
  database: Database;
  engine: Engine;
  listen: Listen;
  close: () => Promise<void>;
};
