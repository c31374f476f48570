import { setupWorker } from 'msw/browser';
import { claimHost, followHost } from './browser/one-host.ts';
import { readSwitches, saveSwitches } from './browser/switches.ts';
import { ask, type Report, type Start } from './browser/threads.ts';
import { createHandlers } from './handlers.ts';
import type { Progress } from './host.ts';
import { WORKER_URL } from './hosted.ts';

const SAMPLE_CUSTOMERS = 400;

type OnProgress = (progress: Progress) => void;

/** Starts the host in its own thread. `ready` rejects with an error message if it can't start. */
const openHost = (onProgress: OnProgress) => {
  const thread = new Worker(new URL('./browser/host-thread.ts', import.meta.url), {
    type: 'module',
  });
  const ready = new Promise<void>((resolve, reject) => {
    thread.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (data.type === 'unstuck:progress') onProgress(data.progress);
      else if (data.type === 'unstuck:ready') resolve();
      else reject(new Error(data.message));
    });
    thread.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  const start: Start = {
    type: 'unstuck:start',
    publicUrl: location.origin,
    sampleCustomers: SAMPLE_CUSTOMERS,
    switches: readSwitches(localStorage),
  };
  thread.postMessage(start);
  return { thread, ready };
};

/** Forwards requests from other tabs, which the service worker delivers. MSW ignores them. */
const serveOtherTabs = (thread: Worker): void => {
  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (data?.type === 'unstuck:request') thread.postMessage(data, [...ports]);
  });
  navigator.serviceWorker.startMessages();
};

const becomeHost = async (onProgress: OnProgress): Promise<void> => {
  const { thread, ready } = openHost(onProgress);
  serveOtherTabs(thread);
  const worker = setupWorker(...createHandlers(location.origin, (request) => ask(thread, request)));
  await Promise.all([
    ready,
    worker.start({
      serviceWorker: { url: WORKER_URL },
      onUnhandledFrame: 'bypass',
      quiet: true,
    }),
  ]);
};

/**
 * Answers API requests in the browser from now on.
 * @throws Error when the browser has no service workers
 */
export const startMock = async (onProgress: OnProgress): Promise<void> => {
  if (!('serviceWorker' in navigator))
    throw new Error(
      'The demo needs service workers. Open it on localhost or over HTTPS, and not in a private window.',
    );
  saveSwitches(location.search, localStorage);
  if (await claimHost()) await becomeHost(onProgress);
  else await followHost(onProgress);
};
