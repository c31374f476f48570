import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { Env } from '../session/session.ts';
import { fairShare } from './fair-share.ts';
import { errorHandler } from './problem.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** An app whose requests all wait until `release` is called, by the person in the path. */
const openApp = () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const running: string[] = [];
  const app = new Hono<Env>().onError(errorHandler(log));
  app.use('/:id', async (context, next) => {
    const id = context.req.param('id');
    context.set('person', {
      ...{ id, name: id, email: `${id}@acme.example` },
      ...{ role: 'agent', portfolio: null },
    });
    await next();
  });
  app.use(fairShare());
  app.get('/:id', async (context) => {
    running.push(context.req.param('id'));
    await released;
    return context.text('done');
  });
  return { app, running, release };
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('runs four requests of one person at once, and those of others beside them', async () => {
  const { app, running, release } = openApp();
  const many = Array.from({ length: 15 }, () => app.request('/ann'));
  const other = app.request('/bob');
  await settled();
  expect(running).toEqual(['ann', 'ann', 'ann', 'ann', 'bob']);
  release();
  for (const response of await Promise.all([...many, other])) expect(response.status).toBe(200);
  expect(running).toHaveLength(16);
});

it('answers 429 when a hundred of one person are waiting', async () => {
  const { app, release } = openApp();
  const many = Array.from({ length: 104 }, () => app.request('/ann'));
  await settled();
  const refused = await app.request('/ann');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
  release();
  expect((await Promise.all(many)).every(({ status }) => status === 200)).toBe(true);
  expect((await app.request('/ann')).status).toBe(200);
});
