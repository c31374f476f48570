import { afterAll, beforeAll, expect, it } from 'vitest';
import { SANDBOX_PEOPLE } from '../src/api/session/sandbox-people.ts';
import { startMock } from './node.ts';

const ADDRESS = 'http://unstuck.test';
const SAMPLES = 4;

let mock: Awaited<ReturnType<typeof startMock>>;
const faults: object[] = [];
const progress: number[] = [];

beforeAll(async () => {
  mock = await startMock({
    publicUrl: ADDRESS,
    now: () => '2026-03-10T12:00:00.000Z',
    log: { info: () => {}, warn: () => {}, error: (details) => faults.push(details) },
    sampleCustomers: SAMPLES,
    settings: () => ({ latency: 0, chaos: 0 }),
    random: () => 0.5,
    wait: () => Promise.reject(new Error('Nothing should wait.')),
    onProgress: ({ done }) => done !== undefined && progress.push(done),
  });
});

afterAll(async () => {
  await mock?.stop();
  expect(faults).toEqual([]);
});

const post = (path: string, body: object) =>
  fetch(ADDRESS + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

it('reports progress while it creates the sample customers', () => {
  expect(progress).toEqual([0, 1]);
});

it('answers requests with the real API, only when signed in', async () => {
  expect((await fetch(`${ADDRESS}/readyz`)).status).toBe(200);
  expect((await fetch(`${ADDRESS}/api/customers`)).status).toBe(401);
  const [{ email, password }] = SANDBOX_PEOPLE;
  expect((await post('/api/auth/sign-in/email', { email, password })).status).toBe(200);
  const response = await fetch(`${ADDRESS}/api/customers?range=[0,1]`);
  expect(response.headers.get('content-range')).toBe(`customers 0-1/${SAMPLES}`);
  expect(await response.json()).toHaveLength(2);
});

it('simulates requested errors', async () => {
  const filter = encodeURIComponent('{"q":"error-503"}');
  const response = await fetch(`${ADDRESS}/api/customers?filter=${filter}`);
  expect(response.status).toBe(503);
  expect(response.headers.get('x-chaos')).toBe('request');
});

it('serves the sandbox Codat’s pages to everyone and its API only with the key', async () => {
  expect((await fetch(`${ADDRESS}/sandbox`)).status).toBe(200);
  expect((await fetch(`${ADDRESS}/sandbox/companies`)).status).toBe(401);
});
