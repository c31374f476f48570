import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/database/connect.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run: in it the template, and all copies of it, until the run ends. */
    templateFolder: string;
  }
}

let folder: string;

/** Makes one embedded database for the whole run, with all tables, as making one takes seconds and copying does not. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'unstuck-template-'));
  await mkdir(join(folder, 'template'));
  const { close } = await openEmbedded(join(folder, 'template', 'database'));
  await close();
  project.provide('templateFolder', folder);
}

export async function teardown(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
