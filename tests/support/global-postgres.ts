import type { TestProject } from 'vitest/node';
import { openPostgres } from '../../src/database/connect.ts';
import { CITUS } from './citus.ts';
import { createDatabase, type RunningPostgres, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server’s URL. Tests create their own databases in it with `createDatabase`. */
    postgresUrl: string;
    /** A database with all tables, to copy: that is much faster than creating them. */
    postgresTemplate: string;
  }
}

const TEMPLATE = 'started';

let postgres: RunningPostgres | undefined;

/** Starts one server for the whole run, because starting one takes longer than most test files. */
export async function setup(project: TestProject): Promise<void> {
  const [coordinator] = CITUS;
  if (coordinator) {
    project.provide('postgresUrl', coordinator);
    project.provide('postgresTemplate', 'template0');
    return;
  }
  postgres = await startPostgres();
  const { close } = await openPostgres(await createDatabase(postgres.url, TEMPLATE), () => {});
  await close();
  project.provide('postgresUrl', postgres.url);
  project.provide('postgresTemplate', TEMPLATE);
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
}
