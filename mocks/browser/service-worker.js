/**
 * The demo's service worker, which runs before MSW's. MSW only answers the tab that started it. This one also answers
 * everything else that the browser opens on this origin: the app in a second tab, a customer's link, a form's target.
 * It forwards these requests to the tab that runs the host, which has the only database.
 *
 * The server prepends HOSTED_PATHS and HOST_LOCK to this file.
 */
let hostId;

/** Resolves when no tab holds the lock: immediately if there is none, or when the host's tab closes before it answers. */
const hostGone = (signal) =>
  navigator.locks.request(HOST_LOCK, { mode: 'shared', signal }, () => null);

const NO_HOST = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Unstuck</title>
<p>The tab running the demo was closed. <a href="/">Open the demo again</a>, then come back here.</p>`;

const noHost = () =>
  new Response(NO_HOST, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });

/** Asks all tabs, because the browser may stop this worker and lose its variables at any time. Only the host answers. */
const askHost = async (request) => {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return new Promise((resolve) => {
    for (const tab of tabs) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        hostId = tab.id;
        resolve(data);
      };
      tab.postMessage({ type: 'unstuck:request', request }, [port2]);
    }
  });
};

/** Reads a page completely before showing it, because it may replace the tab that sends it. */
const wholeIfPage = async (body, { mode }) =>
  body && mode === 'navigate' ? new Response(body).arrayBuffer() : body;

const answer = async (request) => {
  const { url, method, headers } = request;
  const sent = await request.arrayBuffer();
  const waiting = new AbortController();
  const answered = await Promise.race([
    askHost({
      url,
      method,
      headers: [...headers],
      body: sent.byteLength > 0 ? sent : null,
    }),
    hostGone(waiting.signal),
  ]);
  waiting.abort();
  if (!answered) return noHost();
  const { body, ...init } = answered;
  return new Response(await wholeIfPage(body, request), init);
};

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== self.location.origin || !HOSTED_PATHS.test(pathname)) return;
  // MSW answers what the host's own tab fetches.
  if (event.clientId === hostId && event.request.mode !== 'navigate') return;
  event.stopImmediatePropagation();
  event.respondWith(answer(event.request));
});

importScripts('/mockServiceWorker.js');
