import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { openHost } from '../../src/server/host.ts';
import { listen } from '../../src/server/http/listen.ts';
import { freePort } from '../support/server.ts';
import { startedDirectory } from '../support/template.ts';

const HEADERS = {
  'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** Requests of strangers with every kind of answer. */
const REQUESTS: [status: number, method: string, path: string, headers?: Record<string, string>][] =
  [
    [200, 'GET', '/healthz'],
    [200, 'GET', '/api/sign-in-options'],
    [200, 'GET', '/return'],
    [404, 'GET', '/l/00000000000000000000000000000000'],
    [404, 'GET', '/nothing'],
    [404, 'GET', '/assets/nothing.js'],
    [401, 'GET', '/api/customers'],
    [401, 'GET', '/api/nothing'],
    [401, 'POST', '/webhooks/codat'],
    [401, 'POST', '/api/link-events'],
    [405, 'DELETE', '/healthz'],
    [405, 'TRACE', '/healthz'],
    [405, 'TRACE', '/api/customers'],
    [403, 'POST', '/api/notes', { origin: 'https://evil.example' }],
    [413, 'POST', '/api/auth/sign-in/email', { 'content-length': '9999999' }],
    [413, 'POST', '/l/00000000000000000000000000000000', { 'content-length': '9999999' }],
  ];

const TRAVERSALS = [
  ...['/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/%2e%2e%2fpackage.json'],
  ...['/..\\package.json', '/%5c..%5cpackage.json', '/assets/../../package.json'],
  ...['/assets/..%2f..%2fpackage.json', '/assets/%252e%252e/%252e%252e/package.json'],
  ...['/..%c0%afpackage.json', '/....//package.json', '//package.json', '/./.././package.json'],
  ...['/package.json%00.js', '/.env', '/../.env', '/../../../../../../etc/passwd'],
  ...['/sandbox/../../package.json', '/sandbox/logos/..%2f..%2fpackage.json', 'file:///etc/passwd'],
];

/** What would add a header to the answer if it got into one as it is. */
const INJECTED = encodeURIComponent('a\r\nx-injected: yes\r\n\r\n<script>');

describe('an attacker', () => {
  const asked: { port: number; close: () => Promise<void> } = { port: 0, close: async () => {} };

  beforeAll(async () => {
    const config = readConfig({
      PORT: String(await freePort()),
      DATA_DIR: startedDirectory(),
      CODAT_API_KEY: 'key',
      CODAT_API_URL: 'http://codat.invalid',
      CODAT_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      LINK_EVENTS_KEY: 'a-key-for-the-link-events',
      ADMIN_EMAIL: 'ada@acme.example',
      ADMIN_PASSWORD: 'correct horse battery',
      PUBLIC_URL: 'https://unstuck.example',
      LOG_LEVEL: 'silent',
    });
    const host = await openHost(config, () => {});
    const server = await listen(host.app.fetch, config, host.log);
    asked.port = config.PORT;
    asked.close = async () => {
      server.close();
      await host.changes.stop();
      await host.close();
    };
  });
  afterAll(() => asked.close());

  /** Sends a request as it is written, because HTTP clients tidy up. Returns the whole answer. */
  const send = async (method: string, target: string, headers: Record<string, string> = {}) => {
    const socket = connect(asked.port, '127.0.0.1');
    const lines = Object.entries({ host: 'unstuck.example', connection: 'close', ...headers });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.write(`${method} ${target} HTTP/1.1\r\n${head}\r\n`);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      // The rest of the body never comes.
      if (headers['content-length']) socket.end();
    });
    await once(socket, 'close');
    const [top = '', ...body] = Buffer.concat(chunks).toString().split('\r\n\r\n');
    const [status = '', ...named] = top.split('\r\n');
    return {
      status: Number(status.split(' ')[1]),
      headers: Object.fromEntries(
        named.map((line) => {
          const [name = '', value = ''] = line.split(/: (.*)/);
          return [name.toLowerCase(), value];
        }),
      ),
      body: body.join('\r\n\r\n'),
    };
  };

  it.each(REQUESTS)(
    'gets the answer %i to %s %s with all security headers',
    async (status, method, path, headers) => {
      const answer = await send(method, path, headers);
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        ...HEADERS,
        'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
      });
      expect(answer.headers).not.toHaveProperty('x-powered-by');
    },
  );

  it.each(TRAVERSALS)('reads no file outside the dashboard with %s', async (path) => {
    const { status, body } = await send('GET', path);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/"unstuck"|root:|API_KEY/);
  });

  it.each([
    `/return?journey=${INJECTED}&statusCode=500&statusText=${INJECTED}`,
    `/l/${INJECTED}`,
    `/${INJECTED}`,
    `/api/${INJECTED}`,
    `/api/auth/${INJECTED}?callbackURL=${INJECTED}`,
    `/healthz?x=${INJECTED}`,
  ])('adds no header to the answer to %s', async (path) => {
    const { headers, body } = await send('GET', path, { 'x-request-id': 'a%0d%0ax-injected: yes' });
    expect(headers).not.toHaveProperty('x-injected');
    if (headers['content-type']?.includes('html')) expect(body).not.toContain('<script>');
  });
});
