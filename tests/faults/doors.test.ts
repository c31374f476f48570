import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LONG, report, startFaultServer } from '../support/faults.ts';
import { numberedDelivery } from '../support/load.ts';
import type { RunningServer } from '../support/server.ts';
import { ADMIN, type Session, sessionAt, signInTo } from '../support/sign-in.ts';
import { startedDirectory } from '../support/template.ts';
import { deliver, signedDelivery } from '../support/webhooks.ts';

const ROUNDS = LONG ? 10 : 1;
/** What others may wait on a busy machine. Some of these once made them wait for 15 seconds. */
const PATIENCE_MS = 5000;
/** In MiB, of a server that has worked before. Forty bodies that never ended once took 220. */
const MOST_GROWTH = 200;
/** In milliseconds. A server takes up 130 MiB with its first answers, whatever it is asked. */
const WARM_UP_MS = 3000;

let server: RunningServer;
let cookie: string;
let other: Session;

beforeAll(async () => {
  server = await startFaultServer({ DATA_DIR: startedDirectory() });
  cookie = await signInTo(server.url, ADMIN);
  other = await sessionAt(server.url);
  const startedAt = performance.now();
  await watch(() => performance.now() - startedAt > WARM_UP_MS, 'warm-up');
});
afterAll(() => server.kill());

const ask = async (path: string, init: RequestInit = {}): Promise<number> => {
  const response = await fetch(server.url + path, {
    ...init,
    headers: { cookie, ...init.headers },
  });
  await response.arrayBuffer();
  return response.status;
};
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

type Door = [path: string, headers: HeadersInit];

/** Doors that are open to strangers, with headers that let a body in where headers decide. */
const OPEN_DOORS: Door[] = [
  ['/webhooks/codat', signedDelivery('forged', 'another body').headers ?? {}],
  ['/api/auth/sign-in/email', { 'content-type': 'application/json' }],
  ['/api/contact-imports?fileName=a.csv', {}],
  ['/api/link-events', { 'content-type': 'application/json' }],
  ['/l/00000000000000000000000000000000', {}],
  ['/sandbox/open', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['/sandbox/companies', { 'content-type': 'application/json' }],
];

/** Nine MiB in chunks, and then nothing more. */
async function* endlessChunks() {
  const size = 64 * 1024;
  for (let sent = 0; sent < 9 * 16; sent += 1)
    yield `${size.toString(16)}\r\n${' '.repeat(size)}\r\n`;
  await new Promise(() => {});
}

/** Sends a body that never ends. */
const sendEndlessly = async ([path, headers]: Door): Promise<Socket> => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname).on('error', () => {});
  await once(socket, 'connect');
  const lines = [...new Headers(headers)].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nTransfer-Encoding: chunked\r\n${lines.join('')}\r\n`,
  );
  Readable.from(endlessChunks()).pipe(socket);
  return socket.resume();
};

const openStream = async (signal: AbortSignal): Promise<void> => {
  await fetch(`${server.url}/api/stream`, { headers: { cookie }, signal });
};

const preview = (body: string): Promise<number> =>
  ask('/api/email-templates/reminder/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'x', body }),
  });

/** What is done at a door, and the statuses that it may get. */
const ATTACKS: [
  fault: string,
  count: number,
  attack: () => Promise<number[]>,
  allowed: number[],
][] = [
  [
    'bodies of strangers that never end',
    42,
    async () => {
      const sockets = await times(42, (index) =>
        sendEndlessly(OPEN_DOORS[index % OPEN_DOORS.length] ?? ['/', {}]),
      );
      await setTimeout(3000);
      for (const socket of sockets) socket.destroy();
      return [];
    },
    [],
  ],
  [
    'HEAD /api/stream',
    300,
    async () => {
      const statuses: number[] = [];
      for (let wave = 0; wave < 15; wave += 1)
        statuses.push(...(await times(20, () => ask('/api/stream', { method: 'HEAD' }))));
      return statuses;
    },
    [200],
  ],
  [
    'streams of one person',
    100,
    async () => {
      const leaving = new AbortController();
      const opened = await Promise.allSettled(
        Array.from({ length: 100 }, () => openStream(leaving.signal)),
      );
      await setTimeout(1000);
      leaving.abort();
      return opened.map(({ status }) => (status === 'fulfilled' ? 200 : 0));
    },
    [200],
  ],
  [
    'searches of 14,000 letters',
    30,
    () => {
      const filter = encodeURIComponent(JSON.stringify({ q: 'a'.repeat(14_000) }));
      return times(30, () => ask(`/api/customers?filter=${filter}`));
    },
    [400],
  ],
  [
    'templates that never end',
    30,
    () => times(30, (index) => preview(`{% for i in (1..${200_000 + index}) %}- x\n{% endfor %}`)),
    [400, 422],
  ],
  [
    'CSV files of empty lines',
    4,
    () => {
      const body = `id,name\n${'""\n'.repeat(3_400_000)}`;
      const headers = { 'content-type': 'text/csv' };
      return times(4, () =>
        ask('/api/contact-imports?fileName=empty.csv', { method: 'POST', headers, body }),
      );
    },
    [400, 413, 422, 429, 503],
  ],
];

/** Does what others do until told to stop. Returns the longest that one of them waited, and the most memory meanwhile. */
const watch = async (until: () => boolean, name: string) => {
  const seen = { slowestMs: 0, memory: 0, statuses: new Set<number>() };
  const timed = async (status: Promise<number>): Promise<void> => {
    const startedAt = performance.now();
    seen.statuses.add(await status);
    seen.slowestMs = Math.max(seen.slowestMs, performance.now() - startedAt);
  };
  for (let round = 0; !until(); round += 1) {
    const { id, body } = numberedDelivery(round, 40, name);
    await timed(fetch(`${server.url}/readyz`).then(({ status }) => status));
    await timed(other.get('/api/customers').then(({ status }) => status));
    await timed(deliver(server.url, id, body));
    seen.memory = Math.max(seen.memory, server.memory());
    await setTimeout(50);
  }
  return seen;
};

it.each(ATTACKS)(
  'others are served, and memory stays, during %s',
  async (fault, count, attack, allowed) => {
    const before = server.memory();
    let over = false;
    const watching = watch(() => over, fault.replaceAll(' ', '-'));
    const statuses = new Set<number>();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const status of await attack()) statuses.add(status);
    over = true;
    const seen = await watching;
    const growth = Math.round(seen.memory - before);
    report({
      ...{ fault, times: count * ROUNDS, lost: 0, recoveryMs: null },
      note: `others waited ${Math.round(seen.slowestMs)} ms at most, memory +${growth} MiB, answers ${[...statuses]}`,
    });
    for (const status of statuses) expect(allowed).toContain(status);
    expect([...seen.statuses].sort()).toEqual([200, 204]);
    expect(seen.slowestMs).toBeLessThan(PATIENCE_MS);
    expect(growth).toBeLessThan(MOST_GROWTH);
    expect(server.ended()).toBeNull();
  },
);
