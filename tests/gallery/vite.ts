import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import { HOSTED_PATHS } from '../../mocks/hosted.ts';

/** Shows the gallery in place of the app, and answers its requests while Vite serves it. */
export const gallery = (): Plugin => ({
  name: 'unstuck-gallery',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('/src/dashboard/main.tsx', '/tests/gallery/main.tsx'),
  },
  configureServer: ({ middlewares, ssrLoadModule }) => {
    // Loaded by Vite, because the mock reads its migrations with it.
    const opening = ssrLoadModule('/tests/gallery/hosts.ts').then(({ openHosts }) => openHosts());
    const listener = getRequestListener(async (request) => (await opening).fetch(request));
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      return HOSTED_PATHS.test(pathname) ? listener(request, response) : next();
    });
  },
});
