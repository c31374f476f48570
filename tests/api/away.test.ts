import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import { LINK_EVENTS_KEY, openTestApi, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { createDatabase } from '../support/postgres.ts';
import { openStarted } from '../support/template.ts';

/** A way to a server that can be cut and mended. */
const openWay = async (target: number) => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const upstream = connect(target, '127.0.0.1');
    for (const end of [socket, upstream]) sockets.add(end.on('error', () => {}));
    socket.pipe(upstream).pipe(socket);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as { port: number };
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { port, cut, mend: () => listen(port) };
};

const callback = {
  ...{ id: 'callback', companyId: 'a', type: 'onConnectionStarted', connectionId: 'a-connection' },
  occurredAt: '2026-03-09T10:00:00Z',
};

/** Requests that need the database, and what they are answered. */
const ask = async (test: TestApi) => [
  await test.request('/readyz', {}, null),
  await test.deliver('away', webhookBody({ eventType: 'company.created', payload: company('a') })),
  await test.request(
    '/api/link-events',
    {
      method: 'POST',
      body: JSON.stringify(callback),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${LINK_EVENTS_KEY}` },
    },
    null,
  ),
];

const expectAway = async (test: TestApi) => {
  for (const response of await ask(test)) {
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect((await response.json()).message).toContain('Temporarily unavailable.');
  }
  expect((await test.request('/healthz', {}, null)).status).toBe(200);
  expect(test.faults).toEqual([]);
};

describe('while the embedded database is closed', () => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openTestApi(await openStarted());
  });

  it('senders are told to come again', async () => {
    await test.close();
    await expectAway(test);
  });
});

describe('while PostgreSQL is cut off', () => {
  let way: Awaited<ReturnType<typeof openWay>>;
  let test: TestApi;

  beforeAll(async () => {
    const url = new URL(await createDatabase(inject('postgresUrl'), 'away'));
    way = await openWay(Number(url.port));
    url.port = String(way.port);
    test = await openTestApi(await openPostgres(url.href, () => {}));
  });
  afterAll(async () => {
    await test.close();
    await way.cut();
  });

  it('senders are told to come again, and are served once it is back', async () => {
    await way.cut();
    await expectAway(test);
    await way.mend();
    expect((await ask(test)).map(({ status }) => status)).toEqual([200, 204, 202]);
    expect(await test.json('/api/customers/a')).toMatchObject({ stage: 'selected' });
  });
});
