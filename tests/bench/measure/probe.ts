import { createServer } from 'node:http';
import { Client } from 'pg';

/**
 * Loaded into the server that is measured: counts the statements that it sends to PostgreSQL, by kind of work, and
 * tells them with the time that it has computed and the memory that it occupies, on a port of its own.
 */

const statements: Record<string, number> = {};

const count = (kind: string): void => {
  statements[kind] = (statements[kind] ?? 0) + 1;
};

/** The name that the pool gave its connections, such as `unstuck screens`. */
const kindOf = (client: object): string => {
  const parameters: unknown = Reflect.get(client, 'connectionParameters');
  const name: unknown =
    typeof parameters === 'object' && parameters && Reflect.get(parameters, 'application_name');
  return typeof name === 'string' ? name.replace('unstuck ', '') : 'others';
};

const { query } = Client.prototype;
Client.prototype.query = new Proxy(query, {
  apply: (target, client, args) => {
    count(kindOf(client));
    return Reflect.apply(target, client, args);
  },
});
createServer((_, response) => {
  const { user, system } = process.cpuUsage();
  // Between two looks a kept connection might time out.
  response.setHeader('connection', 'close');
  response.end(
    JSON.stringify({ statements, cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() }),
  );
})
  .listen(Number(process.env.PROBE_PORT))
  .unref();
