import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PLANTED } from './planted.ts';
import { IS_SHORT } from './short.ts';

const run = promisify(execFile);

/** Builds the dashboard, and the demo if tests open it, before tests in a browser. */
export async function setup(): Promise<void> {
  // Vitest’s NODE_ENV would make a development build.
  const { NODE_ENV: _, ...env } = process.env;
  const build = (script: string) => run('npm', ['run', script], { env: { ...env, ...PLANTED } });
  const scripts = IS_SHORT ? ['build'] : ['build', 'build:demo'];
  await Promise.all(scripts.map(build));
}
