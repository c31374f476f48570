import { expect, it, vi } from 'vitest';
import type { SyncRecord } from '../../src/api/syncs/resource.ts';
import { BAD_ANSWERS } from '../support/bad-answers.ts';
import { LONG, report } from '../support/faults.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { openRawServer, type RawAnswer } from '../support/raw-server.ts';
import { startServer, temporaryDirectory } from '../support/server.ts';
import { sessionAt } from '../support/sign-in.ts';
import { deliver, WEBHOOK_SECRET } from '../support/webhooks.ts';

const ADMIN = { email: 'admin@acme.example', password: 'correct horse battery' };
/** Nobody waits longer. Codat has 8 of them. */
const PATIENCE_MS = 10_000;
/** Codat has 30 s of a sync’s time. */
const SYNC_PATIENCE_MS = 40_000;
const CUSTOMER = 'c0dabad0-0000-4000-8000-000000000001';

/** One of each kind that ended the process, or held everyone up. */
const SHORT = [
  '404 of HTML, cut after one byte',
  'gzip of garbage',
  'broken JSON as APPLICATION/JSON',
  '429 until 2029',
];

const ANSWERS = BAD_ANSWERS.filter(({ name }) => LONG || SHORT.includes(name));

/** A Codat with one company, which answers every request with all that any needs. */
const well: RawAnswer = (socket) => {
  const one = company(CUSTOMER);
  const body = JSON.stringify({ ...one, results: [one], totalResults: 1 });
  socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n');
  socket.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};

// At once, because both mostly wait.
it.concurrent('a server that starts beside a hostile Codat survives, answers in time and goes on', async ({
  onTestFinished,
}) => {
  const codat = await openRawServer();
  const directory = temporaryDirectory();
  codat.answerWith(ANSWERS[0]?.answer ?? well);
  const server = await startServer({
    DATA_DIR: directory.path,
    CODAT_API_KEY: 'key',
    CODAT_API_URL: codat.url,
    CODAT_WEBHOOK_SECRET: WEBHOOK_SECRET,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'fatal',
  });
  onTestFinished(async () => {
    await server.kill();
    codat.close();
    directory.remove();
  });
  const session = await sessionAt(server.url, ADMIN);
  const newest = async (): Promise<SyncRecord | undefined> =>
    (await session.json('/api/syncs?range=[0,0]'))[0];
  /** Waits until the newest sync is in one of these states. */
  const until = async (states: SyncRecord['state'][]) => {
    const isThere = async () => {
      const sync = await newest();
      return sync && states.includes(sync.state) ? sync : undefined;
    };
    return vi.waitUntil(isThere, { timeout: SYNC_PATIENCE_MS, interval: 200 });
  };
  const cancel = async (): Promise<void> => {
    const sync = await newest();
    if (sync) await session.put(`/api/syncs/${sync.id}`, { state: 'cancelled' });
  };

  // The first sync meets the first answer by itself.
  const first = await until(['waiting', 'failed']);
  expect(first.problem).toContain('Codat');
  const created = { eventType: 'company.created', payload: company(CUSTOMER) };
  expect(await deliver(server.url, 'created', webhookBody(created))).toBe(204);
  const made = await session.post('/api/links', { customerId: CUSTOMER });
  const { pathname } = new URL((await made.json()).address);

  let slowest = 0;
  const timed = async (ask: () => Promise<Response>): Promise<number> => {
    const start = performance.now();
    const { status, body } = await ask();
    await body?.cancel();
    slowest = Math.max(slowest, performance.now() - start);
    return status;
  };
  const press = () => fetch(server.url + pathname, { method: 'POST', redirect: 'manual' });
  const comeBack = () =>
    fetch(`${server.url}/return?journey=${pathname.replace('/l/', '')}&statusCode=200`);

  let recovery = 0;
  for (const { name, answer, isCompany } of ANSWERS) {
    await cancel();
    codat.answerWith(answer);
    const statuses = await Promise.all([
      timed(press),
      timed(comeBack),
      timed(() => session.post(`/api/customers/${CUSTOMER}/link-url`, {})),
      timed(() => session.post('/api/customers', { name: 'New' })),
    ]);
    const refusal = expect.toBeOneOf([502, 503]);
    expect(statuses, name).toEqual([503, 200, refusal, isCompany ? 201 : refusal]);
    await session.post('/api/syncs', { kind: 'changes' });
    const bad = await until(['waiting', 'failed', 'done']);
    expect(bad.problem, name).toContain('Codat');
    codat.answerWith(well);
    const start = performance.now();
    await cancel();
    await session.post('/api/syncs', { kind: 'changes' });
    await until(['done']);
    recovery = Math.max(recovery, performance.now() - start);
    expect(server.ended(), name).toBeNull();
  }
  report({
    fault: 'Codat’s bad answers to a real server',
    times: 5 * ANSWERS.length,
    lost: 0,
    recoveryMs: recovery,
    note: `longest answer ${Math.round(slowest)} ms`,
  });
  expect(slowest).toBeLessThan(PATIENCE_MS);
  expect(server.ended()).toBeNull();
});

it.concurrent('nobody waits ten seconds for a Codat that takes requests and never answers', async ({
  onTestFinished,
}) => {
  const codat = await openRawServer();
  const directory = temporaryDirectory();
  codat.answerWith(() => {});
  const server = await startServer({
    DATA_DIR: directory.path,
    CODAT_API_KEY: 'key',
    CODAT_API_URL: codat.url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'fatal',
  });
  onTestFinished(async () => {
    await server.kill();
    codat.close();
    directory.remove();
  });
  const session = await sessionAt(server.url, ADMIN);
  const start = performance.now();
  const response = await session.post('/api/customers', { name: 'New' });
  const took = performance.now() - start;
  expect(response.status).toBe(503);
  expect((await response.json()).message).toBe('Codat didn’t respond within 8 s. Try again later.');
  expect(took).toBeLessThan(PATIENCE_MS);
  report({
    fault: 'a Codat that never answers',
    times: 1,
    lost: 0,
    recoveryMs: null,
    note: `told after ${Math.round(took)} ms`,
  });
});
