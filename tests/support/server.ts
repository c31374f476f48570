import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { BUNDLE } from '../../src/server/bundle.ts';
import { type Session, sessionAt } from './sign-in.ts';

export const temporaryDirectory = () => {
  const path = mkdtempSync(join(tmpdir(), 'unstuck-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** Finds a free port. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (!address || typeof address === 'string') throw new Error('No free port found.');
  return address.port;
};

type Environment = Record<string, string>;

/**
 * Leaves the embedded database’s WebAssembly as it is while it runs: optimizing it takes two seconds and 500 MB, also of a
 * server that is about to exit.
 */
const UNOPTIMIZED = '--liftoff-only';

const spawnServer = (environment: Environment): ChildProcess =>
  spawn(process.execPath, ['--enable-source-maps', UNOPTIMIZED, BUNDLE], {
    // Browsers in tests name an address of their own, as behind a proxy on this machine.
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'warn',
      TRUSTED_PROXIES: '127.0.0.0/8, ::1',
      // Many servers start from the same code.
      NODE_COMPILE_CACHE: join(tmpdir(), 'unstuck-compiled'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const collect = (child: ChildProcess) => {
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output.text += chunk.toString();
    });
  return output;
};

export type RunningServer = {
  url: string;
  /** Its exit code or the signal that ended it. Null while it runs. */
  ended: () => number | string | null;
  /** The memory that it occupies, in MiB. */
  memory: () => number;
  /** What it has written so far. */
  output: () => string;
  /** Kills it, as a power cut would. */
  kill: () => Promise<void>;
  /** Stops it gracefully and returns its exit code. */
  stop: () => Promise<number | null>;
};

/** Starts the real server in its own process and waits until it listens. */
export const startServer = async (environment: Environment): Promise<RunningServer> => {
  const port = environment.PORT ?? String(await freePort());
  const child = spawnServer({ PORT: port, ...environment });
  const output = collect(child);
  const exited = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => output.text.includes('Unstuck is at') && resolve());
    child.once('exit', () => reject(new Error(`The server ended: ${output.text}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await exited;
    return code as number | null;
  };
  return {
    url: `http://localhost:${port}`,
    ended: () => child.exitCode ?? child.signalCode,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024,
    output: () => output.text,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
};

/**
 * Waits for the first sync of the sandbox. It marks customers as deleted that the sandbox doesn’t know, so tests create
 * customers by webhooks only afterwards.
 */
export const firstSync = async (session: Session): Promise<void> => {
  const done = encodeURIComponent('{"kind":"full","state":"done"}');
  const isDone = async () => (await session.total(`/api/syncs?filter=${done}`)) > 0;
  await vi.waitUntil(isDone, { timeout: 30_000, interval: 200 });
};

/** Starts the sandbox and waits for its first sync. */
export const startSyncedSandbox = async (environment: Environment): Promise<RunningServer> => {
  const server = await startServer(environment);
  await firstSync(await sessionAt(server.url));
  return server;
};

/** Starts a server that is expected to fail, and returns its exit code and output. */
export const failToStart = async (environment: Environment) => {
  const child = spawnServer(environment);
  const output = collect(child);
  const [code] = await once(child, 'close');
  return { code: code as number | null, output: output.text.trim() };
};
