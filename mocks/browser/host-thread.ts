import { toInstant } from '../../src/journey/instant.ts';
import { createMockHost } from '../host.ts';
import type { Fetch } from '../hosted.ts';
import { answer, type Report, type SentRequest, type Start } from './threads.ts';

/** Runs the host outside the page's own thread, which the database would block for seconds. */

const report = (message: Report): void => self.postMessage(message);

const openHost = ({ publicUrl, sampleCustomers, switches }: Start) =>
  createMockHost({
    publicUrl,
    now: () => toInstant(Date.now()),
    log: {
      info: () => {},
      warn: () => {},
      error: (details, message) => reportError(new Error(message, { cause: details })),
    },
    sampleCustomers,
    settings: () => switches,
    random: Math.random,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onProgress: (progress) => report({ type: 'unstuck:progress', progress }),
  });

const opening = Promise.withResolvers<Fetch>();

const start = async (message: Start): Promise<void> => {
  try {
    const { fetch } = await openHost(message);
    opening.resolve(fetch);
    report({ type: 'unstuck:ready' });
  } catch (error) {
    report({ type: 'unstuck:failed', message: String(error) });
  }
};

self.addEventListener('message', ({ data, ports }: MessageEvent<Start | SentRequest>) => {
  if (data.type === 'unstuck:start') return start(data);
  const [port] = ports;
  // Requests that arrive while the host starts wait for it.
  if (port) return answer(async (request) => (await opening.promise)(request), data, port);
});
