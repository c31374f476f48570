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

/** The app's page, but the mock starts first. */
const startMockFirst: Plugin = {
  name: 'unstuck-mock-entry',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('/src/dashboard/main.tsx', '/mocks/browser/main.ts'),
  },
};

/** A service worker serves only what lies beside or below it, so it can't lie among the other assets. */
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

/** What the app needs to run wholly in a browser, without a server. */
export const mock = (): Plugin[] => [startMockFirst, worker, msw({ mode: 'worker-only' })];
