import { readFileSync } from 'node:fs';
import { msw } from 'msw/vite';
import type { Plugin } from 'vite';
import { HOST_LOCK, HOSTED_PATHS, WORKER_URL } from './hosted.ts';

const readWorker = (): string =>
  [
    `const HOSTED_PATHS = ${HOSTED_PATHS};`,
    `const HOST_LOCK = '${HOST_LOCK}';`,
    readFileSync(new URL('./browser/service-worker.js', import.meta.url), 'utf8'),
  ].join('\n');

/** Starts the mock before the app. */
const startMockFirst: Plugin = {
  name: 'unstuck-mock-entry',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('/src/dashboard/main.tsx', '/mocks/browser/main.ts'),
  },
};

/** Serves the service worker from the root, because it only controls pages beside or below itself. */
const worker: Plugin = {
  name: 'unstuck-mock-worker',
  configureServer({ middlewares }) {
    middlewares.use(WORKER_URL, (_request, response) => {
      response.setHeader('content-type', 'text/javascript').end(readWorker());
    });
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: WORKER_URL.slice(1), source: readWorker() });
  },
};

/** The plugins with which the app runs entirely in a browser, without a server. */
export const mock = (): Plugin[] => [startMockFirst, worker, msw({ mode: 'worker-only' })];
