import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/database/connect.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run, which contains the template and its copies until the run ends. */
    templateFolder: string;
  }
}

/** Creates one embedded database with all tables for all projects of a run, because copying it is much faster. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(tmpdir(), `unstuck-template-${process.pid}`);
  project.provide('templateFolder', folder);
  if (existsSync(folder)) return async () => {};
  await mkdir(join(folder, 'template'), { recursive: true });
  const { close } = await openEmbedded({ directory: join(folder, 'template', 'database') });
  await close();
  return () => rm(folder, { recursive: true, force: true });
}
