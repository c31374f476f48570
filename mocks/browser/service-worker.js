/**
 * The service worker of the demo, before MSW's own. MSW answers the tab that it was started in and no other. This also
 * answers whatever else the browser opens on this origin: the app in a second tab, a customer's link, a page's forms.
 * It hands such requests to the tab that runs the host, whose database is the only one.
 *
 * HOSTED_PATHS and HOST_LOCK are put in front of this file when it is served.
 */
let hostId;

/** Waits until no tab holds the lock: at once where there is none, or when it is closed before it has answered. */
const hostGone = (signal) =>
  navigator.locks.request(HOST_LOCK, { mode: 'shared', signal }, () => null);

const nobody = () =>
  new Response('The demo runs in a tab that is closed by now. Open it anew, then come back here.', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

/** Asks all tabs, as the browser stops this worker and forgets its variables whenever it likes; the host alone answers. */
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

/** A page has to be whole before it is shown: the tab that sends it may be the one that it takes the place of. */
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
  if (!answered) return nobody();
  const { body, ...init } = answered;
  return new Response(await wholeIfPage(body, request), init);
};

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== self.location.origin || !HOSTED_PATHS.test(pathname)) return;
  // What the host's own tab fetches is MSW's.
  if (event.clientId === hostId && event.request.mode !== 'navigate') return;
  event.stopImmediatePropagation();
  event.respondWith(answer(event.request));
});

importScripts('/mockServiceWorker.js');
