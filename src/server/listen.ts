import { type ServerType, serve } from '@hono/node-server';
import { StartError } from './run-command.ts';

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
export const listen = (fetch: Fetch, port: number, hostname?: string): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port, ...(hostname && { hostname }) }, () => resolve(server));
    server.once('error', (error) => reject(explain(error, port, hostname)));
  });
