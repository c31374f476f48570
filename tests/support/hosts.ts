import { openBrowser, type Visit, type VisitOptions } from './browser.ts';
import { openDemo } from './demo.ts';
import { startSyncedSandbox, temporaryDirectory } from './server.ts';
import { deliver, WEBHOOK_SECRET } from './webhooks.ts';

/** The product as somebody opens it in a browser, with sample customers. */
export type OpenHost = {
  visit: (options?: VisitOptions) => Promise<Visit>;
  close: () => Promise<void>;
};

/** The real server, which webhooks can be delivered to. */
export const openServer = async () => {
  const directory = temporaryDirectory();
  const server = await startSyncedSandbox({
    DATA_DIR: directory.path,
    SAMPLE_CUSTOMERS: '120',
    CODAT_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  const browser = await openBrowser(server.url);
  return {
    url: server.url,
    visit: browser.visit,
    deliver: (id: string, body: string) => deliver(server.url, id, body),
    close: async () => {
      await browser.close();
      await server.stop();
      directory.remove();
    },
  };
};

/** What is to be the same with a server and without one. */
export const HOSTS: { name: string; open: () => Promise<OpenHost> }[] = [
  { name: 'the server', open: openServer },
  { name: 'the demo, which has no server', open: openDemo },
];
