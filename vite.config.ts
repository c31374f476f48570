import { constants } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';
import { HOSTED_PATHS } from './mocks/hosted.ts';
import { mock } from './mocks/vite.ts';
import { gallery } from './tests/gallery/vite.ts';
import { LongestFirst } from './tests/support/longest-first.ts';
import { IS_SHORT } from './tests/support/short.ts';

/** Mounts the real API beside the hot-reloading app. */
const api = (): Plugin => ({
  name: 'unstuck-api',
  apply: 'serve',
  async configureServer({ middlewares, config }) {
    if (config.mode === 'test') return;
    const { openDevelopmentApi } = await import('./src/server/development.ts');
    const listener = getRequestListener(await openDevelopmentApi());
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      return HOSTED_PATHS.test(pathname) ? listener(request, response) : next();
    });
  },
});

/** How long tests wait for what comes by itself: Vitest's own second is too short on a busy machine. */
const PATIENT = { poll: { timeout: 30_000 } };

/** Tests of so many cases that they would take a fifth of the short form. */
const LEFT_OUT = IS_SHORT
  ? [
      'tests/api/{at-scale,first-attempts,header-injection,installation,nasty-strings,portfolios}.test.ts',
      'tests/simulations.test.ts',
    ]
  : [];

/** Of the tests in a browser, the short form runs the one that sets up an installation and works in it. */
const IN_A_BROWSER = IS_SHORT ? 'from-nothing' : '*';

/** For tests that mostly wait, for mail, jobs and servers that start: more of them run at once, after all others. */
const MOSTLY_WAITING = { maxWorkers: 3, sequence: { groupOrder: 1 } };

/** Modes in which the app runs without a server. */
const isMock = (mode: string): boolean => mode === 'mock' || mode === 'demo';

/** Writes each text file a second and third time, compressed, for the server to choose from. */
const compressed = () =>
  compression({
    include: /\.(?:css|html|js|json|svg)$/,
    // A higher quality takes ten times as long to save another 2%.
    algorithms: ['gzip', ['brotli', { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }]],
    logLevel: 'silent',
  });

/** Answers requests in a mode. */
const pluginsOf = (mode: string) => {
  if (mode === 'gallery') return [gallery()];
  return isMock(mode) ? [mock()] : [api(), compressed()];
};

/** The modules that the app starts with in a mode. */
const entryOf = (mode: string): string => {
  if (mode === 'gallery') return 'tests/gallery/main.tsx';
  return isMock(mode) ? 'mocks/browser/*.ts' : 'index.html';
};

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...pluginsOf(mode)],
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Schemas that only the server reads with are left out, whoever else uses what is beside them.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        codeSplitting: {
          // Many small files would take longer to load than what they save.
          groups: [
            { name: 'frame', tags: ['$initial'] },
            { name: 'kit', minShareCount: 10 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  optimizeDeps: {
    // Finds its WebAssembly beside itself.
    exclude: ['@electric-sql/pglite'],
    entries: [entryOf(mode)],
  },
  test: {
    // For two cores, as most machines that run the tests have no more.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          expect: PATIENT,
          include: ['{src,mocks}/**/*.test.ts', 'tests/*.test.ts'],
          exclude: LEFT_OUT,
          // What they import takes longer to load than they take to run, and none leaves anything behind.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          expect: PATIENT,
          include: ['tests/api/**/*.test.ts'],
          exclude: LEFT_OUT,
          // As above: the embedded database alone takes a second to load.
          isolate: false,
          globalSetup: ['tests/support/global-postgres.ts', 'tests/support/global-template.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          expect: PATIENT,
          include: [`tests/browser/${IN_A_BROWSER}.test.ts`],
          globalSetup: [
            'tests/support/global-build.ts',
            'tests/support/global-server.ts',
            'tests/support/global-template.ts',
          ],
          // Most need a tenth of it. A test that runs out of time goes on in its page, and can make others fail.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'server',
          // A server that a test starts on a busy machine takes most of it.
          expect: { poll: { timeout: 60_000 } },
          include: IS_SHORT ? [] : ['tests/server/*.test.ts'],
          globalSetup: [
            'tests/support/global-postgres.ts',
            'tests/support/global-server.ts',
            'tests/support/global-template.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...MOSTLY_WAITING,
        },
      },
      {
        test: {
          name: 'faults',
          include: IS_SHORT ? [] : ['tests/faults/*.test.ts'],
          globalSetup: [
            'tests/support/global-server.ts',
            'tests/support/global-template.ts',
            'tests/support/global-faults.ts',
          ],
          // The long form injects faults for as long as it takes.
          testTimeout: process.env.FAULTS === 'long' ? 3_600_000 : 120_000,
          hookTimeout: 120_000,
          ...MOSTLY_WAITING,
        },
      },
    ],
  },
}));
