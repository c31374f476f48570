import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { expect } from 'vitest';
import { openPage, READER, type Visit, type VisitOptions } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { freePort } from './server.ts';

/** The browser has to create everything: the database, users and hundreds of sample customers. */
const LOADING_MS = 110_000;

/** Serves the demo’s files like any static file server. */
const serveFiles = async () => {
  const port = await freePort();
  const { fetch } = new Hono().use(serveStatic({ root: './dist-demo' }));
  const server = serve({ fetch, port });
  await once(server, 'listening');
  return { url: `http://localhost:${port}`, stop: () => void server.close() };
};

/**
 * Opens the demo in a browser. One tab runs it and stays open. Each visit is another tab of that browser, signed out.
 */
export const openDemo = async () => {
  const files = await serveFiles();
  const browser = await launchChromium({ optimizing: true });
  const context = await browser.newContext({ baseURL: files.url, ...READER });
  const host = await openPage(context);
  await host.page.goto('/');
  await host.page.getByRole('heading', { name: 'Sign in' }).waitFor({ timeout: LOADING_MS });

  const signOut = () =>
    host.page.evaluate(async () => {
      localStorage.clear();
      await fetch('/api/auth/sign-out', { method: 'POST' });
    });

  return {
    /** The tab that runs the demo. */
    host: host.page,
    visit: async ({ viewport, colorScheme }: VisitOptions = {}): Promise<Visit> => {
      await signOut();
      const { page, pageErrors } = await openPage(context);
      if (viewport) await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const close = () => page.close();
      return {
        page,
        close,
        leave: async () => {
          await close();
          expect(pageErrors).toEqual([]);
        },
      };
    },
    close: async () => {
      await browser.close();
      files.stop();
      expect(host.pageErrors).toEqual([]);
    },
  };
};

export type Demo = Awaited<ReturnType<typeof openDemo>>;
