import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PLANTED } from './planted.ts';

const run = promisify(execFile);

/** Builds the dashboard and the demo, before tests that open them in a browser. */
export async function setup(): Promise<void> {
  // Vitest’s NODE_ENV would make a development build.
  const { NODE_ENV: _, ...env } = process.env;
  const build = (script: string) => run('npm', ['run', script], { env: { ...env, ...PLANTED } });
  await Promise.all([build('build'), build('build:demo')]);
}
