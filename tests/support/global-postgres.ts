import type { TestProject } from 'vitest/node';
import { CITUS } from './citus.ts';
import { type RunningPostgres, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server’s URL. Tests create their own databases in it with `createDatabase`. */
    postgresUrl: string;
  }
}

let postgres: RunningPostgres | undefined;

/** Starts one server for the whole run, because starting one takes longer than most test files. */
export async function setup(project: TestProject): Promise<void> {
  const [coordinator] = CITUS;
  if (coordinator) return project.provide('postgresUrl', coordinator);
  postgres = await startPostgres();
  project.provide('postgresUrl', postgres.url);
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
}
