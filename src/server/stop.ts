import type { ServerType } from '@hono/node-server';
import type { Host } from './host.ts';

/** How long requests in flight may take to finish. */
const PATIENCE_MS = 10_000;

/**
 * On SIGTERM or SIGINT, stops accepting requests, ends the streams, finishes requests in flight, closes the database
 * and exits.
 */
export const stopOnSignal = (server: ServerType, { changes, close, log }: Host): void => {
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    const streamsEnded = changes.stop();
    server.close(async () => {
      await streamsEnded;
      await close();
      process.exit(0);
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};
