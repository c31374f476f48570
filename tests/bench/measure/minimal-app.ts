import { gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { proxy } from 'hono/proxy';
import { type BuildOptions, build } from 'vite';
import { freePort, temporaryDirectory } from '../../support/server.ts';

const buildMinimalApp = (options: BuildOptions) =>
  build({
    root: 'tests/bench/minimal',
    configFile: false,
    logLevel: 'silent',
    build: options,
  });

/** What the scripts of a minimal react-admin app weigh, compressed, in kB, built as the dashboard is. */
export const weighMinimalApp = async (): Promise<number> => {
  const built = await buildMinimalApp({ write: false });
  const output = 'output' in built ? built.output : [];
  const weights = output.flatMap((file) =>
    file.type === 'chunk' ? gzipSync(file.code).length : 0,
  );
  return weights.reduce((sum, weight) => sum + weight, 0) / 1000;
};

/** Serves the minimal app, compressed, with what the real server at `url` answers. */
export const openMinimalApp = async (url: string) => {
  const { path: outDir, remove } = temporaryDirectory();
  await buildMinimalApp({ outDir });
  const app = new Hono()
    .all('/api/*', ({ req }) => {
      const { pathname, search } = new URL(req.url);
      return proxy(new URL(pathname + search, url), req);
    })
    .use(compress())
    .use(serveStatic({ root: outDir }));
  const port = await freePort();
  const server = serve({ fetch: app.fetch, port });
  return {
    url: `http://localhost:${port}`,
    close: async (): Promise<void> => {
      server.close();
      remove();
    },
  };
};
