import { join } from 'node:path';
import { Client } from 'pg';
import { openEmbedded, openPostgres } from '../../../src/database/connect.ts';
import type { Connection } from '../../../src/database/database.ts';
import type { Instant } from '../../../src/journey/instant.ts';
import { temporaryDirectory } from '../../support/server.ts';
import { makeCustomers } from '../customers/make.ts';

/** A database with customers, to measure on. Measuring changes it. */
export type Store = {
  /** The variables by which a server finds it. */
  environment: Record<string, string>;
  /** Opens it while no server does. */
  open: () => Promise<Connection>;
  /** For connections beside the server’s. Null for the embedded database, which has none. */
  url: string | null;
  remove: () => Promise<void>;
};

export type Making = { count: number; now: Instant; onFilled: (count: number) => void };

const nameOf = (count: number): string =>
  count >= 1e6 ? `bench_${count / 1e6}m` : `bench_${count / 1000}k`;

const urlOf = (server: string, name: string): string => new URL(`/${name}`, server).href;

const administer = async (server: string, statement: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: urlOf(server, 'postgres') });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};

const exists = async (server: string, name: string): Promise<boolean> =>
  (await administer(server, `select from pg_database where datname = '${name}'`)).length > 0;

/** Makes a server’s database of so many customers, unless it has one from before. Only a finished one gets its name. */
const ensure = async (server: string, making: Making): Promise<void> => {
  const name = nameOf(making.count);
  if (await exists(server, name)) return;
  const unfinished = `${name}_unfinished`;
  await administer(server, `drop database if exists ${unfinished} with (force)`);
  await administer(server, `create database ${unfinished} template template0`);
  await makeCustomers({ target: urlOf(server, unfinished), ...making });
  await administer(server, `alter database ${unfinished} rename to ${name}`);
};

/** A copy of a server’s database with so many customers. */
export const copyPostgres = async (server: string, making: Making): Promise<Store> => {
  await ensure(server, making);
  const name = `${nameOf(making.count)}_measured_${process.pid}`;
  await administer(server, `create database ${name} template ${nameOf(making.count)}`);
  const url = urlOf(server, name);
  return {
    environment: { DATABASE_URL: url },
    open: () => openPostgres(url, () => {}),
    url,
    remove: async () => {
      await administer(server, `drop database if exists ${name} with (force)`);
    },
  };
};

/** An embedded database with so many customers, in a directory of its own. */
export const makeEmbedded = async (making: Making): Promise<Store> => {
  const { path, remove } = temporaryDirectory();
  // Where a server with this directory has it.
  const target = join(path, 'database');
  await makeCustomers({ target, ...making });
  return {
    environment: { DATA_DIR: path },
    open: () => openEmbedded({ directory: target }),
    url: null,
    remove: async () => remove(),
  };
};
