import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { type ErrorSettings, errorsOnRequest, randomErrors } from './simulated-errors.ts';

const api = (app: Hono) => app.all('/api/*', ({ text }) => text('fine'));

const withErrors = (settings: ErrorSettings, random: () => number = () => 0.5) => {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => waits.push(milliseconds);
  const errors = randomErrors({ settings: () => settings, random, wait });
  return { app: api(new Hono().use('/api/*', errors)), waits };
};

describe('errors on request', () => {
  const app = api(new Hono().use('/api/*', errorsOnRequest));
  const filter = (q: string) => encodeURIComponent(JSON.stringify({ q }));

  it.each([
    [500, 500],
    [503, 503],
    [429, 429],
  ])('answers %i when a search ends with error-%i', async (status) => {
    const response = await app.request(`/api/customers?filter=${filter(`Acme error-${status}`)}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-chaos')).toBe('request');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status });
  });

  it('answers with the error when a text in the body ends with it', async () => {
    const body = JSON.stringify({ text: 'Called, error-429', kind: 'note' });
    const headers = { 'content-type': 'application/json' };
    const response = await app.request('/api/notes', { method: 'POST', body, headers });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  it.each(['error-503 again', 'terror-5030', 'error-404', ''])(
    'treats “%s” as plain text',
    async (q) => {
      expect((await app.request(`/api/customers?filter=${filter(q)}`)).status).toBe(200);
    },
  );

  it('leaves the body readable for later handlers', async () => {
    const echo = new Hono()
      .use(errorsOnRequest)
      .post('/api/notes', async ({ req, text }) => text(await req.raw.text()));
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', body: '"Called"', headers };
    const response = await echo.request('/api/notes', init);
    expect(await response.text()).toBe('"Called"');
  });

  it('leaves requests without a body alone, whatever type they name', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await app.request('/api/customers', { headers })).status).toBe(200);
  });

  it('never affect sign-in', async () => {
    const body = JSON.stringify({ email: 'error-503' });
    const response = await app.request('/api/auth/sign-in/email', { method: 'POST', body });
    expect(response.status).toBe(200);
  });
});

describe('random errors', () => {
  it('affect the configured percentage of requests', async () => {
    const outcome = async (chance: number) =>
      (await withErrors({ latency: 0, chaos: 10 }, () => chance).app.request('/api/customers'))
        .status;
    expect([await outcome(0.099), await outcome(0.1)]).toEqual([500, 200]);
  });

  it('never happen at 0, always happen at 100, and never affect sign-in', async () => {
    const status = async (chaos: number, chance: number, path: string) =>
      (await withErrors({ latency: 0, chaos }, () => chance).app.request(path)).status;
    expect(await status(0, 0, '/api/customers')).toBe(200);
    expect(await status(100, 0.999, '/api/customers')).toBe(429);
    expect(await status(100, 0, '/api/auth/get-session')).toBe(200);
  });

  it('delay each response by the configured latency', async () => {
    const { app, waits } = withErrors({ latency: 300, chaos: 0 });
    await app.request('/api/customers');
    await app.request('/api/notes', { method: 'POST' });
    expect(waits).toEqual([300, 300]);
  });
});
