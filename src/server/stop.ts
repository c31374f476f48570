import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerType } from '@hono/node-server';
import type { Host } from './host.ts';

/** How long everything may take, in milliseconds. Requests that are not finished by then are cut off. */
const PATIENCE_MS = 10_000;

/**
 * How long clients with an open connection may still send requests. Each is answered with `Connection: close`. Closing
 * the connection while a request is on its way would reset it, and its sender could not know whether it was obeyed.
 */
const FAREWELL_MS = 500;

/**
 * Returns a function that stops the server in an orderly way and exits: it ends the streams, answers the requests that
 * are in flight or on their way, closes the database. On SIGTERM or SIGINT it is called with 0.
 */
export const stopper = (server: ServerType, { changes, close, log }: Host) => {
  let stopping = false;
  server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    if (stopping) response.shouldKeepAlive = false;
  });

  const stop = async (): Promise<void> => {
    const streamsEnded = changes.stop();
    await wait(FAREWELL_MS);
    const closed = new Promise((resolve) => server.close(resolve));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await closed;
    await streamsEnded;
    await close();
  };

  return (exitCode: number): void => {
    if (stopping) return;
    stopping = true;
    log.info({ exitCode }, 'stopping');
    setTimeout(() => {
      log.error({}, 'stopping took too long');
      process.exit(1);
    }, PATIENCE_MS).unref();
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
};

/** Stops on SIGTERM and SIGINT. The same signal again ends the process at once. */
export const stopOnSignal = (stop: (exitCode: number) => void): void => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(0));
};
