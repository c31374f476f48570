import { type ServerType, serve } from '@hono/node-server';
import type { Log } from '../../api/log.ts';
import type { Config } from '../config.ts';
import { StartError } from '../run-command.ts';

/**
 * In milliseconds, and in bytes for headers. Headers come in one piece; a file of 10 MiB may take two minutes; a socket
 * on which nothing moves belongs to a client that is gone, as streams send a heartbeat every 20 seconds. Keeping idle
 * connections longer than proxies do keeps them from sending a request into one that is just being closed.
 * https://nodejs.org/api/http.html#class-httpserver
 */
const LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16 * 1024,
};
const SILENT_SOCKET_MS = 300_000;

/** More than this many at once would use up the process’s file descriptors and memory. */
const MOST_CONNECTIONS = 5000;

type Fetch = Parameters<typeof serve>[0]['fetch'];

const explain = (error: NodeJS.ErrnoException, port: number, hostname: string | undefined) => {
  if (error.code === 'EADDRINUSE')
    return new StartError(`Port ${port} is in use. Stop the process that uses it or change PORT.`);
  if (error.code === 'EACCES')
    return new StartError(
      `This user can’t listen on port ${port}. Set PORT to a number above 1023.`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(`HOST is “${hostname}”, but this machine has no such address.`);
  return error;
};

/**
 * Starts listening.
 * @throws StartError when the port or the address can't be used
 */
export const listen = (
  fetch: Fetch,
  { PORT: port, HOST: hostname }: Pick<Config, 'PORT' | 'HOST'>,
  log: Log,
): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const options = { fetch, port, serverOptions: LIMITS, ...(hostname && { hostname }) };
    const server = serve(options, () => resolve(server));
    server.maxConnections = MOST_CONNECTIONS;
    server.setTimeout(SILENT_SOCKET_MS);
    // Once it listens, such as when no more file descriptors are left: without a listener it would end the process.
    server.on('error', (error) => {
      if (server.listening) log.error({ err: error }, 'server error');
      else reject(explain(error, port, hostname));
    });
    server.on('drop', () => log.warn({}, 'connection refused: there are too many'));
  });
