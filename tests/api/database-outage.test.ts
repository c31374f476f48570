import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import { LINK_EVENTS_KEY, openTestApi, type TestApi } from '../support/api.ts';
import { company, connection, webhookBody } from '../support/payloads.ts';
import { createDatabase } from '../support/postgres.ts';
import { openStarted } from '../support/template.ts';

/** A TCP proxy to a local port that can be cut and restored. */
const openProxy = async (target: number) => {
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
  return { port, cut, restore: () => listen(port) };
};

const callback = {
  id: 'callback',
  companyId: 'a',
  type: 'onConnectionStarted',
  connectionId: 'a-connection',
  occurredAt: '2026-03-09T10:00:00Z',
};

/** The company of the callback, as Codat describes it. */
const describeCompany = () =>
  Response.json({
    ...company('a'),
    products: ['spend-insights'],
    dataConnections: [connection('a').connection],
  });

/** Sends requests that need the database and returns their responses. */
const sendAll = async (test: TestApi) => [
  await test.request('/readyz', {}, null),
  await test.request('/api/customers'),
  await test.request('/api/auth/get-session'),
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

const expectUnavailable = async (test: TestApi) => {
  for (const response of await sendAll(test)) {
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect((await response.json()).message).toContain('Temporarily unavailable.');
  }
  expect((await test.request('/healthz', {}, null)).status).toBe(200);
  expect(test.faults).toEqual([]);
};

describe('when the embedded database is closed', () => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openTestApi(await openStarted());
  });

  it('requests get 503 with Retry-After', async () => {
    await test.close();
    await expectUnavailable(test);
  });
});

describe('when PostgreSQL is unreachable', () => {
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let test: TestApi;

  beforeAll(async () => {
    const url = new URL(await createDatabase(inject('postgresUrl'), 'database_outage'));
    proxy = await openProxy(Number(url.port));
    url.port = String(proxy.port);
    test = await openTestApi(await openPostgres(url.href, () => {}));
  });
  afterAll(async () => {
    await test.close();
    await proxy.cut();
  });

  it('requests get 503 with Retry-After, and succeed once it is reachable again', async () => {
    await proxy.cut();
    await expectUnavailable(test);
    await proxy.restore();
    test.codatOverride.respond = describeCompany;
    expect((await sendAll(test)).map(({ status }) => status)).toEqual([200, 200, 200, 204, 202]);
    expect(await test.json('/api/customers/a')).toMatchObject({ stage: 'selected' });
  });
});
