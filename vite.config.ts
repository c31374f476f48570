import { getRequestListener } from '@hono/node-server';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Mounts the real API beside the hot-reloading app. */
const api = (): Plugin => ({
  name: 'unstuck-api',
  apply: 'serve',
  async configureServer({ middlewares, config }) {
    if (config.mode === 'test') return;
    const { openDevelopmentApi } = await import('./src/server/development.ts');
    const listener = getRequestListener(await openDevelopmentApi());
    middlewares.use((request, response, next) =>
      /^\/(api|webhooks|sandbox|healthz|readyz)\b/.test(request.url ?? '')
        ? listener(request, response)
        : next(),
    );
  },
});

export default defineConfig({
  plugins: [react(), api()],
  build: { chunkSizeWarningLimit: 1500 },
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,mocks}/**/*.test.ts', 'tests/*.test.ts', 'tests/api/**/*.test.ts'],
          globalSetup: ['tests/support/global-postgres.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'whole',
          include: ['tests/{browser,server}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
