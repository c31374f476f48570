import { setTimeout } from 'node:timers/promises';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { processTogether } from '../../src/codat/deliveries/waiting.ts';
import { processDelivery } from '../../src/codat/process.ts';
import { countRejections } from '../../src/codat/rejections.ts';
import { lockCustomers } from '../../src/database/locks.ts';
import { deliveries, rejections } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';

/** SQLSTATEs that pass, and two that stay. */
const PASSING = ['40P01', '40001', '55P03', '57014', '25P02', '58030', 'XX000', '25006'];
const AWAY = ['08006', '53300', '57P01'];
const LASTING = ['22008', '23514'];

describe.each(DRIVERS)('deliveries on $name', (driver) => {
  let test: TestApi;

  /** Makes every insert into a table fail with a SQLSTATE. */
  const failOn = async (table: 'events' | 'deliveries' | 'rejections', state: string) => {
    await test.database.execute(
      sql.raw(`create or replace function fault() returns trigger language plpgsql as
        $$ begin raise exception 'injected' using errcode = '${state}'; end $$`),
    );
    await test.database.execute(
      sql.raw(`create trigger fault before insert on ${table} execute function fault()`),
    );
  };
  const heal = async () => {
    for (const table of ['events', 'deliveries', 'rejections'])
      await test.database.execute(sql.raw(`drop trigger if exists fault on ${table}`));
  };
  const failed = (id: string) =>
    webhookBody({
      eventType: 'connection.failed',
      payload: connection(id, { errors: [failure('403', 'User cancelled linking')] }),
    });
  const stateOf = (id: string) => test.json(`/api/deliveries/${id}`);
  const runJob = (id: string) => processDelivery(test, id, test.clock.now);
  const processAll = (filter: object) => test.send('POST', '/api/deliveries/process', { filter });

  beforeAll(async () => {
    test = await openOn(driver, 'deliveries');
  });
  afterEach(heal);
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each(PASSING)(
    'are kept and processed later when ingesting them fails with %s',
    async (state) => {
      const id = `passing-${state}`;
      await failOn('events', state);
      expect((await test.deliver(id, failed(id))).status).toBe(204);
      expect(await stateOf(id)).toMatchObject({ state: 'waiting', problem: 'injected' });
      expect(test.processedLater).toContain(id);
      for (let time = 0; time < 5; time += 1)
        expect(await runJob(id)).toMatchObject({ state: 'waiting' });
      await heal();
      expect(await runJob(id)).toMatchObject({ state: 'processed', problem: null });
      expect(await test.json(`/api/customers/${id}`)).toMatchObject({ failedAttempts: 1 });
    },
  );

  it.each([...PASSING, ...AWAY])(
    'are answered 503 and not kept when storing them fails with %s',
    async (state) => {
      const id = `unstored-${state}`;
      await failOn('deliveries', state);
      const refused = await test.deliver(id, failed(id));
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
      await heal();
      expect((await test.request(`/api/deliveries/${id}`)).status).toBe(404);
      expect((await test.deliver(id, failed(id))).status).toBe(204);
      expect(await stateOf(id)).toMatchObject({ state: 'processed' });
    },
  );

  it.each(LASTING)(
    'fail only after failing the same way three times, here with %s',
    async (state) => {
      const id = `lasting-${state}`;
      await failOn('events', state);
      expect((await test.deliver(id, failed(id))).status).toBe(204);
      expect(await stateOf(id)).toMatchObject({ state: 'waiting', failures: 1 });
      expect(await runJob(id)).toMatchObject({ state: 'waiting', failures: 2 });
      expect(await runJob(id)).toMatchObject({ state: 'failed', failures: 3 });
      await heal();
      expect((await test.deliver(id, failed(id))).status).toBe(204);
      expect(await stateOf(id)).toMatchObject({ state: 'processed', failures: 0 });
      expect(await test.json(`/api/customers/${id}`)).toMatchObject({ failedAttempts: 1 });
    },
  );

  it('can be processed by an admin, one by one, who appears in the activity log', async () => {
    await failOn('events', '58030');
    await test.deliver('one', failed('one'));
    const process = (role: 'admin' | 'agent') =>
      test.send('POST', '/api/deliveries/one/process', {}, role);
    const waiting = await process('admin');
    expect([waiting.status, (await waiting.json()).state]).toEqual([200, 'waiting']);
    await heal();
    expect((await process('agent')).status).toBe(403);
    expect(await (await process('admin')).json()).toMatchObject({ state: 'processed' });
    const again = await process('admin');
    expect([again.status, (await again.json()).message]).toEqual([
      409,
      'This webhook is already processed.',
    ]);
    expect((await test.send('POST', '/api/deliveries/none/process', {})).status).toBe(404);
    const filter = { resource: 'deliveries', recordId: 'one' };
    expect(await (await test.list('activity', { filter })).json()).toMatchObject([
      { action: 'process', customerId: 'one' },
      { action: 'process', customerId: 'one' },
    ]);
  });

  it('can be queued by a filter, and those already processed stay', async () => {
    await failOn('events', '22008');
    for (const id of ['many-1', 'many-2']) {
      await test.deliver(id, failed(id));
      await runJob(id);
      await runJob(id);
    }
    await heal();
    await test.deliver('many-3', failed('many-3'));
    test.processedLater.length = 0;
    const answer = await processAll({ id: ['many-1', 'many-2', 'many-3'] });
    expect([answer.status, await answer.json()]).toEqual([202, { queued: 2 }]);
    expect(test.processedLater).toEqual(['many-1', 'many-2']);
    expect(await stateOf('many-1')).toMatchObject({ state: 'waiting', failures: 0 });
    expect(await runJob('many-1')).toMatchObject({ state: 'processed' });
    expect(
      (await processAll({ state: 'failed', receivedAt_gte: '2030-01-01T00:00:00Z' })).status,
    ).toBe(202);
    expect((await processAll({ unknown: 1 })).status).toBe(400);
    // More values than a statement has parameters.
    expect((await processAll({ id: Array(70_000).fill('x') })).status).toBe(400);
    const asAgent = await test.send('POST', '/api/deliveries/process', { filter: {} }, 'agent');
    expect(asAgent.status).toBe(403);
  });

  it.each([
    ['NUL in a tag’s name', { tags: { 'a\0b': 'c' } }, { ab: 'c' }],
    ['half a surrogate pair in a tag’s name', { tags: { 'a\ud800': 'c' } }, { 'a\ufffd': 'c' }],
    ['NUL in a tag', { tags: { a: 'b\0c' } }, { a: 'bc' }],
  ])('count although they contain %s', async (what, fields, tags) => {
    const id = `odd-${what.replaceAll(/\W/g, '-')}`;
    const body = webhookBody({
      eventType: 'company.created',
      payload: { ...company(id), ...fields },
    });
    expect((await test.deliver(id, body)).status).toBe(204);
    expect(await stateOf(id)).toMatchObject({
      state: 'processed',
      problem: expect.stringContaining('payload.tags'),
    });
    expect(await test.json(`/api/customers/${id}`)).toMatchObject({ tags });
  });

  it.each([
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
    'yesterday',
    '+275760-01-01T00:00:00Z',
  ])('count at the time of receipt when generatedDate is %s', async (generatedDate) => {
    const id = `dated-${generatedDate.replaceAll(/\W/g, '-')}`;
    const payload = connection(id, { errors: [failure('403', 'Cancelled', generatedDate)] });
    const body = webhookBody({ eventType: 'connection.failed', generatedDate, payload });
    expect((await test.deliver(id, body)).status).toBe(204);
    expect(await stateOf(id)).toMatchObject({
      state: 'processed',
      problem: expect.stringContaining('The time of receipt counts instead.'),
    });
    expect(await test.json(`/api/customers/${id}`)).toMatchObject({
      failedAttempts: 1,
      lastActivityAt: test.clock.now,
    });
  });

  /** Deliveries about known customers that could only be stored when they arrived. */
  const keepWaiting = async (ids: readonly string[]) => {
    for (const id of ids)
      await test.deliver(
        `company-${id}`,
        webhookBody({ eventType: 'company.created', payload: company(id) }),
      );
    await failOn('events', '40001');
    for (const id of ids) await test.deliver(id, failed(id));
    await heal();
  };

  it('that wait are processed together', async () => {
    const ids = Array.from({ length: 12 }, (_, number) => `together-${number}`);
    await keepWaiting(ids);
    const before = await test.database.select().from(deliveries).where(inArray(deliveries.id, ids));
    expect(before.map(({ state }) => state)).toEqual(ids.map(() => 'waiting'));
    expect(await processTogether(test.database, ids, test.clock.now)).toEqual([]);
    const stored = await test.database
      .select({ by: sql<string>`xmin::text`, state: deliveries.state, at: deliveries.receivedAt })
      .from(deliveries)
      .where(inArray(deliveries.id, ids));
    expect(stored.map(({ state }) => state)).toEqual(ids.map(() => 'processed'));
    expect(stored.map(({ at }) => at)).toEqual(before.map(({ receivedAt }) => receivedAt));
    expect(new Set(stored.map(({ by }) => by)).size).toBe(1);
    for (const id of ids)
      expect(await test.json(`/api/customers/${id}`)).toMatchObject({ failedAttempts: 1 });
    expect(await processTogether(test.database, ids, test.clock.now)).toEqual(ids);
  });

  it('that wait are left, all of them, if one can’t be processed', async () => {
    const ids = ['odd-1', 'odd-2', 'odd-3'];
    await keepWaiting(ids);
    await failOn('events', '22008');
    expect(await processTogether(test.database, ids, test.clock.now)).toEqual(ids);
    await heal();
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
    expect(await processTogether(test.database, ids, test.clock.now)).toEqual([]);
  });

  it('rejected ones are counted without a write each, from 0 after a quiet day', async () => {
    await test.database.delete(rejections);
    const reject = () => test.request('/webhooks/codat', { method: 'POST', body: '{}' }, null);
    for (let time = 0; time < 50; time += 1) expect((await reject()).status).toBe(401);
    expect(await test.database.select().from(rejections)).toEqual([]);
    const [since, later] = [test.clock.now, addHours(test.clock.now, 25)];
    expect(await test.json('/api/rejections')).toEqual([
      { reason: 'headers', count: 50, since, lastAt: since },
    ]);
    test.clock.now = later;
    await reject();
    expect(await test.json('/api/rejections')).toEqual([
      { reason: 'headers', count: 1, since: later, lastAt: later },
    ]);
    test.clock.now = since;
    expect((await test.request('/api/rejections', {}, 'agent')).status).toBe(403);
  });

  it('rejected ones that can’t be counted yet are counted with the next', async () => {
    await test.database.delete(rejections);
    const failures: unknown[] = [];
    const onError = (error: unknown): void => void failures.push(error);
    const { database } = test;
    const counting = countRejections({ database, now: () => test.clock.now, onError });
    await failOn('rejections', '23514');
    counting.count('headers');
    await expect.poll(() => failures.length).toBe(1);
    // Longer than until they are stored, if it tried again by itself.
    await setTimeout(1500);
    expect(failures).toHaveLength(1);
    await heal();
    counting.count('headers');
    expect(await counting.list()).toMatchObject([{ reason: 'headers', count: 2 }]);
  });

  it('don’t wait long for a customer that another server has locked', async (context) => {
    if (driver.name !== 'PostgreSQL') context.skip();
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await test.deliver('held', failed('held'));
    const holding = test.database.transaction(async (transaction) => {
      await lockCustomers(transaction, ['held']);
      hold();
      await released;
    });
    await held;
    const ids = Array.from({ length: 14 }, (_, index) => `held-${index}`);
    const waiting = ids.map((id) => test.deliver(id, failed('held')));
    const startedAt = performance.now();
    expect((await test.deliver('free', failed('free'))).status).toBe(204);
    expect((await test.request('/readyz', {}, null)).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(ids.map(() => 204));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    release();
    await holding;
    for (const id of ids) expect(await runJob(id)).toMatchObject({ state: 'processed' });
    const kept = await test.database
      .select()
      .from(deliveries)
      .where(eq(deliveries.customerId, 'held'));
    expect(kept).toHaveLength(15);
  });
});
