import { Client } from 'pg';
import { openPostgres } from '../../src/database/connect.ts';
import { distribute } from '../../src/database/postgres/distribute.ts';

/**
 * The servers of a Citus cluster to run the API’s tests on, the coordinator first: `CITUS='postgres://… postgres://…'`, as
 * superuser and without passwords between them. None otherwise, as Citus can’t be installed from npm.
 */
export const CITUS: readonly string[] = (process.env.CITUS ?? '').split(' ').filter(Boolean);

const inDatabase = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
};

const run = async (url: string, work: (client: Client) => Promise<unknown>): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

const addressOf = (server: string): [host: string, port: number] => {
  const { hostname, port } = new URL(server);
  return [hostname, Number(port || 5432)];
};

/** Creates all tables in an empty database of the coordinator, and distributes them over the workers. */
export const spread = async (name: string): Promise<void> => {
  const [coordinator = '', ...workers] = CITUS;
  const extend = (client: Client) => client.query('create extension citus');
  for (const worker of workers) {
    await run(worker, async (client) => {
      const identifier = client.escapeIdentifier(name);
      await client.query(`drop database if exists ${identifier} with (force)`);
      await client.query(`create database ${identifier} template template0`);
    });
    await run(inDatabase(worker, name), extend);
  }
  const url = inDatabase(coordinator, name);
  await run(url, async (client) => {
    await extend(client);
    await client.query('select citus_set_coordinator_host($1, $2)', addressOf(coordinator));
    for (const worker of workers)
      await client.query('select citus_add_node($1, $2)', addressOf(worker));
  });
  const { close } = await openPostgres(url, () => {});
  await close();
  await run(url, (client) => distribute(client, () => {}));
};
