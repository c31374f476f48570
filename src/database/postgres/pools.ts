import { Pool, type PoolConfig } from 'pg';
import type { Backend } from './backend.ts';

/** Without these, a connection silently dropped by a firewall would look idle for hours. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

/** A request waits this long for a connection, then gets 503. */
const CONNECT_MS = 5000;

/** After a failover, connections to what is now a read-only standby don’t outlive this. */
const LIFETIME_SECONDS = 60;

/**
 * The kinds of work. Each has connections of its own, so that none can starve another, and limits of its own in
 * PostgreSQL, so that a slow statement, a held lock or a transaction that nobody ends frees them again.
 */
const KINDS = {
  /** What people wait for at a screen. */
  screens: { max: 16, statement: 10_000, lock: 4000 },
  /** Webhooks and callbacks. Codat gives up after 15 seconds. */
  inbound: { max: 6, statement: 8000, lock: 2000 },
  /** Syncs, emails, waiting deliveries and pg-boss’s own queries. */
  jobs: { max: 6, statement: 300_000, lock: 10_000 },
  /** Files that stream from a cursor. Further ones get 503. */
  exports: { max: 3, statement: 60_000, lock: 4000 },
  health: { max: 1, statement: 2000, lock: 1000 },
} as const;

export type KindOfWork = keyof typeof KINDS;

/**
 * Compiling a query takes longer than answering it, the few that group many rows have room to do so in memory, and a row
 * found by an index costs no more than its neighbour, as it is in memory or on a solid-state disk.
 */
const SETTINGS = '-c jit=off -c work_mem=32MB -c random_page_cost=1.1';

/** What webhooks ask for is found by keys, whatever its parameters. Planning it again takes longer than running it. */
const INBOUND_SETTINGS = `${SETTINGS} -c plan_cache_mode=force_generic_plan`;

const settingsOf = (kind: KindOfWork, backend: Backend): string =>
  // Citus has to see the parameters, to know which machines to ask.
  kind === 'inbound' && backend !== 'citus' ? INBOUND_SETTINGS : SETTINGS;

const optionsOf = (kind: KindOfWork, backend: Backend): PoolConfig => {
  const { max, statement, lock } = KINDS[kind];
  return {
    ...KEEP_ALIVE,
    // Statements of a transaction that don’t need each other’s answers leave together.
    pipeline: true,
    max,
    statement_timeout: statement,
    lock_timeout: lock,
    idle_in_transaction_session_timeout: 2 * lock + 10_000,
    connectionTimeoutMillis: CONNECT_MS,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    application_name: `unstuck ${kind}`,
    options: settingsOf(kind, backend),
  };
};

type Opening = { kind: KindOfWork; backend: Backend; onError: (error: Error) => void };

/** Opens the connections for one kind of work. */
export const openPool = (url: string, { kind, backend, onError }: Opening): Pool => {
  const pool = new Pool({ connectionString: url, ...optionsOf(kind, backend) });
  pool.on('error', onError);
  // The pool listens only while a client is idle. One that breaks between two statements of a transaction would
  // otherwise end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};
