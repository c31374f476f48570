import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Env } from '../../session/session.ts';
import { createSharedAnswers } from './shared.ts';

const BACKGROUND = { headers: { 'cache-control': 'max-age=1' } };

describe('shared answers, while changes keep coming', () => {
  let heardAt: () => number;
  let checkSession: () => Promise<void>;
  let takes: number;
  let status: 200 | 503;
  let searches: [startedAt: number, endedAt: number][];
  let app: Hono<Env>;

  beforeEach(() => {
    vi.useFakeTimers();
    [takes, status, searches] = [20, 200, []];
    // Something changes at every moment.
    heardAt = () => performance.now();
    checkSession = async () => {};
    const changes = { heardAt: () => heardAt(), subscribe: vi.fn(), stop: vi.fn() };
    const { share } = createSharedAnswers({ changes });
    app = new Hono<Env>();
    app.use(async (context, next) => {
      const person = { id: 'p', name: 'P', email: 'p@acme.example', portfolio: null };
      context.set('person', { ...person, role: 'admin' });
      context.set('checkSession', () => checkSession());
      await next();
    });
    app.get('/numbers', share, async ({ json }) => {
      const startedAt = performance.now();
      await new Promise((resolve) => setTimeout(resolve, takes));
      searches.push([startedAt, performance.now()]);
      return json({ searches: searches.length }, status);
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Asks fifty times a second for some seconds, and returns the answers. */
  const askFor = async (seconds: number) => {
    const asked: Promise<Response>[] = [];
    for (let count = 0; count < seconds * 50; count += 1) {
      asked.push(Promise.resolve(app.request('/numbers', BACKGROUND)));
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.runAllTimersAsync();
    return Promise.all(asked);
  };

  const gaps = (): number[] =>
    searches.slice(1).map(([startedAt], index) => startedAt - (searches[index]?.[0] ?? 0));

  it('are found twice a second', async () => {
    for (const answer of await askFor(10)) expect(answer.status).toBe(200);
    expect(searches.length).toBeGreaterThanOrEqual(20);
    for (const gap of gaps()) expect(gap).toBeGreaterThanOrEqual(500);
  });

  it('are found for a tenth of the time at most', async () => {
    takes = 300;
    for (const answer of await askFor(30)) expect(answer.status).toBe(200);
    expect(searches.length).toBeGreaterThanOrEqual(10);
    for (const gap of gaps()) expect(gap).toBeGreaterThanOrEqual(3000);
  });

  it('are found one after the other, every five seconds or when the last one is there', async () => {
    takes = 4000;
    await askFor(30);
    for (const gap of gaps()) expect(gap).toBeCloseTo(5000, -2);
    takes = 9000;
    searches = [];
    await askFor(60);
    expect(searches.length).toBeGreaterThanOrEqual(6);
    for (const gap of gaps()) expect(gap).toBeGreaterThanOrEqual(9000);
  });

  it('are errors for those who waited, and not for those who ask afterwards', async () => {
    [takes, status] = [400, 503];
    heardAt = () => 0;
    vi.advanceTimersByTime(1000);
    const asked = [0, 1, 2].map(() => Promise.resolve(app.request('/numbers', BACKGROUND)));
    await vi.advanceTimersByTimeAsync(400);
    const answers = await Promise.all(asked);
    expect(answers.map((answer) => answer.status)).toEqual([503, 503, 503]);
    expect(searches).toHaveLength(1);
    status = 200;
    const [next] = await askFor(0.02);
    expect([next?.status, await next?.json()]).toEqual([200, { searches: 2 }]);
    expect(gaps()).toEqual([expect.closeTo(4000, -2)]);
  });

  it('are not for someone whose session ended while they waited', async () => {
    takes = 400;
    const [first, ...rest] = [0, 1, 2, 3].map(() =>
      Promise.resolve(app.request('/numbers', BACKGROUND)),
    );
    checkSession = async () => {
      throw new HTTPException(401);
    };
    await vi.runAllTimersAsync();
    expect((await first)?.status).toBe(200);
    for (const answer of await Promise.all(rest)) expect(answer.status).toBe(401);
    expect(searches).toHaveLength(1);
  });
});
