import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Env } from '../../session/session.ts';
import { lastAnswers } from './last.ts';

describe('the last answers', () => {
  let clock: { now: number; takes: number; status: 200 | 500 };
  let found: number;
  let app: Hono<Env>;

  beforeEach(() => {
    clock = { now: 0, takes: 150, status: 200 };
    found = 0;
    app = new Hono<Env>();
    app.use(async (context, next) => {
      const role = context.req.header('x-role') === 'agent' ? 'agent' : 'admin';
      const managerId = context.req.header('x-manager');
      const portfolio = managerId ? { managerId, unassigned: false } : null;
      context.set('person', { id: 'p', name: 'P', email: 'p@acme.example', role, portfolio });
      await next();
    });
    app.use(lastAnswers(() => clock.now));
    app.get('/numbers', ({ json }) => {
      clock.now += clock.takes;
      found += 1;
      return json({ found }, clock.status);
    });
  });

  const ask = async (headers: Record<string, string> = {}, path = '/numbers') => {
    const answer = await app.request(path, { headers });
    return [await answer.json(), answer.headers.get('age')];
  };
  const OLD = { 'cache-control': 'max-stale=60' };

  it('are for those alone who take them, and say their age', async () => {
    await ask();
    clock.now += 3700;
    expect(await ask(OLD)).toEqual([{ found: 1 }, '3']);
    expect(await ask({ 'cache-control': 'max-age=1' })).toEqual([{ found: 2 }, null]);
    expect(await ask()).toEqual([{ found: 3 }, null]);
    expect(await ask(OLD)).toEqual([{ found: 3 }, '0']);
  });

  it('are no older than those take who ask', async () => {
    await ask();
    clock.now += 60_000;
    expect(await ask(OLD)).toEqual([{ found: 1 }, '60']);
    clock.now += 1;
    expect(await ask(OLD)).toEqual([{ found: 2 }, null]);
  });

  it('are not kept if they are found quickly, nor then the ones before', async () => {
    clock.takes = 149;
    await ask();
    expect(await ask(OLD)).toEqual([{ found: 2 }, null]);
    clock.takes = 150;
    await ask();
    clock.takes = 149;
    await ask();
    expect(await ask(OLD)).toEqual([{ found: 5 }, null]);
  });

  it('are not for other questions, other roles and those who see other customers', async () => {
    await ask();
    expect(await ask(OLD, '/numbers?software=xero')).toEqual([{ found: 2 }, null]);
    expect(await ask({ ...OLD, 'x-role': 'agent' })).toEqual([{ found: 3 }, null]);
    expect(await ask({ ...OLD, 'x-manager': 'm' })).toEqual([{ found: 4 }, null]);
    expect(await ask(OLD)).toEqual([{ found: 1 }, expect.any(String)]);
  });

  it('are no errors, which leave the last one', async () => {
    await ask();
    clock.status = 500;
    await ask();
    expect(await ask(OLD)).toEqual([{ found: 1 }, '0']);
  });
});
