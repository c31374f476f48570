import { mkdir, mkdtemp, rm } from 'node:fs/promises';
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
  const whole = project.vitest.getRootProject();
  if (whole.getProvidedContext().templateFolder) return async () => {};
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-template-'));
  whole.provide('templateFolder', folder);
  await mkdir(join(folder, 'template'));
  const { close } = await openEmbedded({ directory: join(folder, 'template', 'database') });
  await close();
  return () => rm(folder, { recursive: true, force: true });
}
