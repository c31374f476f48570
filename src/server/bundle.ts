import { existsSync, globSync, statSync } from 'node:fs';

const SOURCES = [
  '{src,mocks}/**/*',
  'public/**/*',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];

const changedAt = (file: string): number => statSync(file).mtimeMs;

/** Whether nothing has changed since a file was built. */
export const isCurrent = (built: string): boolean =>
  existsSync(built) && globSync(SOURCES).every((file) => changedAt(file) <= changedAt(built));

/** The server’s code in one piece. */
export const BUNDLE = 'dist-server/main.js';

/**
 * Puts the server’s code together, unless it is already. To find and read its two thousand files takes longer than all
 * else that happens until it listens. What keeps files of its own beside its code, or is watched from outside, stays out.
 */
export const bundleServer = async (): Promise<void> => {
  if (isCurrent(BUNDLE)) return;
  // Loaded only when there is something to build: every test that starts a server loads this file.
  const { build } = await import('vite');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: 'src/server/main.ts',
      outDir: 'dist-server',
      sourcemap: true,
      // Names in errors stay readable.
      minify: false,
    },
    ssr: { noExternal: true, external: ['@electric-sql/pglite', 'pg', 'pino'] },
  });
};
