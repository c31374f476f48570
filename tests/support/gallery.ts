import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { build } from 'vite';
import { openHosts } from '../gallery/hosts.ts';
import { openPage, READER } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { freePort, temporaryDirectory } from './server.ts';

/** Builds the gallery as Vite would serve it. React warns in it, as tests don’t build for production. */
const buildGallery = async () => {
  const { path: outDir, remove } = temporaryDirectory();
  await build({
    mode: 'gallery',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, reportCompressedSize: false },
  });
  return { outDir, remove };
};

/** Opens the gallery in a browser, in one page for all that it shows. */
export const openGallery = async () => {
  const [{ outDir, remove }, hosts, browser, port] = await Promise.all([
    buildGallery(),
    openHosts(),
    launchChromium(),
    freePort(),
  ]);
  const app = new Hono()
    .all('/api/*', ({ req }) => hosts.fetch(req.raw))
    .use(serveStatic({ root: outDir }));
  const server = serve({ fetch: app.fetch, port });
  await once(server, 'listening');
  const context = await browser.newContext({ baseURL: `http://localhost:${port}`, ...READER });
  const { page, pageErrors } = await openPage(context);
  return {
    page,
    pageErrors,
    close: async () => {
      await browser.close();
      server.close();
      await hosts.close();
      remove();
    },
  };
};

export type OpenGallery = Awaited<ReturnType<typeof openGallery>>;
