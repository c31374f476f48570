import { afterAll, beforeAll } from 'vitest';
import { openBrowser, type Visit, type VisitOptions } from './browser.ts';
import { startSyncedSandbox } from './server.ts';
import { startedDirectory } from './template.ts';
import { deliver, WEBHOOK_SECRET } from './webhooks.ts';

/** The product with sample customers, ready to open in a browser. */
export type OpenHost = {
  visit: (options?: VisitOptions) => Promise<Visit>;
  close: () => Promise<void>;
};

/** Opens the real server, which accepts webhooks. */
export const openServer = async () => {
  const server = await startSyncedSandbox({
    DATA_DIR: startedDirectory(),
    SAMPLE_CUSTOMERS: '120',
    CODAT_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  const browser = await openBrowser(server.url);
  return {
    url: server.url,
    visit: browser.visit,
    deliver: (id: string, body: string, secret?: string) => deliver(server.url, id, body, secret),
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
};

export type OpenServer = Awaited<ReturnType<typeof openServer>>;

/** Opens a host for all tests of a file and closes it afterwards. */
export const shareHost = <Host extends OpenHost>(open: () => Promise<Host>): (() => Host) => {
  let host: Host | undefined;
  beforeAll(async () => {
    host = await open();
  });
  afterAll(() => host?.close());
  return () => {
    if (!host) throw new Error('The host is only open while tests run.');
    return host;
  };
};
