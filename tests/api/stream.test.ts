import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { announce } from '../../src/database/changes/changes.ts';
import { openPostgres } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';
import { DRIVERS, openTestApi, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { createDatabase } from '../support/postgres.ts';
import { follow, followFromNow } from '../support/stream.ts';

const CUSTOMER_STATE = ['customers', 'journeys', 'attempts', 'events'];
const CHANGED = [...CUSTOMER_STATE, 'activity'];
const NOTE_ADDED = ['notes', 'activity'];

const created = (id: string) =>
  webhookBody({ eventType: 'company.created', payload: company(id, 'Acme') });

describe.each(DRIVERS)('the stream of changes on $name', ({ open }) => {
  let connection: Connection;
  let test: TestApi;

  beforeAll(async () => {
    connection = await open('stream');
    test = await openTestApi(connection);
  });
  afterAll(() => test.close());
  afterEach(() => {
    vi.useRealTimers();
    expect(test.faults).toEqual([]);
  });

  it('announces a webhook with its customer, and ignores its repetition', async () => {
    const stream = await follow(test, 'admin');
    await test.deliver('msg_1', created('c-1'));
    expect(await stream.next()).toEqual({
      resources: ['deliveries', ...CUSTOMER_STATE],
      customerId: 'c-1',
    });
    await test.deliver('msg_1', created('c-1'));
    await test.deliver('msg_2', created('c-2'));
    expect(await stream.next()).toMatchObject({ customerId: 'c-2' });
    await stream.leave();
  });

  it('announces a webhook within two seconds, by when what it changed can be read', async () => {
    const stream = await follow(test, 'agent');
    const sentAt = performance.now();
    await test.deliver('msg_soon', created('c-soon'));
    const { customerId } = await stream.next();
    const answer = await test.list('customers', { filter: { id: customerId } });
    expect(performance.now() - sentAt).toBeLessThan(2000);
    expect(await answer.json()).toMatchObject([{ id: 'c-soon', name: 'Acme' }]);
    await stream.leave();
  });

  it('hides changes that the role can’t see', async () => {
    const stream = await follow(test, 'agent');
    await test.deliver('msg_odd', '<xml/>');
    await test.deliver('msg_3', created('c-3'));
    expect(await stream.next()).toMatchObject({ resources: CUSTOMER_STATE });
    await stream.leave();
  });

  it('names each customer of concurrent changes', async () => {
    const stream = await follow(test, 'agent');
    await Promise.all(['4', '5'].map((id) => test.deliver(`msg_${id}`, created(`c-${id}`))));
    const named = [(await stream.next()).customerId, (await stream.next()).customerId];
    expect(named.toSorted()).toEqual(['c-4', 'c-5']);
    await stream.leave();
  });

  it.each([
    [
      'a note',
      'POST',
      () => '/api/notes',
      { customerId: 'c-1', text: 'Will call back' },
      NOTE_ADDED,
    ],
    [
      'a name',
      'PUT',
      () => `/api/users/${test.personId('agent')}`,
      { name: 'Agnes' },
      ['users', 'activity'],
    ],
    ['a contact', 'PUT', () => '/api/customers/c-1', { contactName: 'Ana' }, CHANGED],
    [
      'a threshold',
      'PUT',
      () => '/api/stuck-rules/not_invited',
      { hours: 1 },
      ['stuck-rules', 'activity'],
    ],
  ])('announces a colleague’s change of %s', async (_, method, path, body, resources) => {
    const stream = await follow(test, 'agent');
    expect((await test.send(method, path(), body)).ok).toBe(true);
    expect(new Set((await stream.next()).resources)).toEqual(new Set(resources));
    await stream.leave();
  });

  it('announces a change only once it is committed, and never after a rollback', async () => {
    const stream = await follow(test, 'agent');
    const received: string[] = [];
    const stop = await connection.listen(
      'changes',
      (payload) => received.push(JSON.parse(payload).customerId),
      () => {},
    );
    const change = (customerId: string) => ({ resources: ['customers'], customerId });
    const rolledBack = connection.database.transaction(async (transaction) => {
      await announce(transaction, change('rolled back'));
      throw new Error('No.');
    });
    await expect(rolledBack).rejects.toThrow('No.');
    await connection.database.transaction(async (transaction) => {
      await announce(transaction, change('committed'));
      await transaction.execute(sql`select 1`);
      received.push('about to commit');
    });
    await vi.waitFor(() => expect(received).toEqual(['about to commit', 'committed']));
    expect(await stream.next()).toEqual(change('committed'));
    await stop();
    await stream.leave();
  });

  it('reads who may hear of what again only after a change that may decide it', async () => {
    const stream = await followFromNow(test, 'agent');
    const select = vi.spyOn(test.database, 'select');
    await announce(test.database, { resources: ['customers'], customerId: 'c-1' });
    await stream.next();
    expect(select).not.toHaveBeenCalled();
    await announce(test.database, { resources: ['users'] });
    await stream.next();
    expect(select).toHaveBeenCalledOnce();
    select.mockRestore();
    await stream.leave();
  });

  it('answers 401 without a session', async () => {
    expect((await test.request('/api/stream', {}, null)).status).toBe(401);
  });

  it('opens no stream for a HEAD request', async () => {
    const subscribe = vi.spyOn(test.ports.changes, 'subscribe');
    const response = await test.request('/api/stream', { method: 'HEAD' }, 'agent');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(subscribe).not.toHaveBeenCalled();
    subscribe.mockRestore();
  });

  it('ends a person’s oldest stream when they open more than twenty', async () => {
    const streams = [];
    for (let opened = 0; opened < 21; opened++) streams.push(await follow(test, 'agent'));
    const other = await follow(test, 'manager');
    const [oldest, ...rest] = streams;
    expect(await oldest?.read()).toBeNull();
    await test.deliver('msg_many', created('c-many'));
    for (const stream of [...rest, other])
      expect(await stream.next()).toMatchObject({ customerId: 'c-many' });
    for (const stream of [...rest, other]) await stream.leave();
  });

  it('asks the database once per heartbeat, however many streams are open', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const streams = await Promise.all(
      Array.from({ length: 10 }, (_, index) => follow(test, index % 2 ? 'agent' : 'manager')),
    );
    const select = vi.spyOn(test.database, 'select');
    const getSession = vi.spyOn(test.ports.auth.api, 'getSession');
    await vi.advanceTimersByTimeAsync(20_000);
    for (const stream of streams) expect(await stream.read()).toBe(': still here\n\n');
    expect([select.mock.calls.length, getSession.mock.calls.length]).toEqual([1, 0]);
    vi.restoreAllMocks();
    for (const stream of streams) await stream.leave();
  });

  it('sends keep-alives and ends with the session', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const stream = await follow(test, 'manager');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await stream.read()).toBe(': still here\n\n');
    await test.send('POST', '/api/auth/sign-out', {}, 'manager', { origin: 'http://unstuck.test' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await stream.read()).toBeNull();
  });
});

describe('several servers on one PostgreSQL', () => {
  let url: string;
  const open = async () => openTestApi(await openPostgres(url, () => {}));
  beforeAll(async () => {
    url = await createDatabase(inject('postgresUrl'), 'stream_of_several');
  });

  it('each announce the changes of all servers', async () => {
    const servers = [await open(), await open()] as const;
    const streams = await Promise.all(servers.map((server) => follow(server, 'agent')));
    await servers[0].deliver('msg_1', created('c-1'));
    for (const stream of streams) expect(await stream.next()).toMatchObject({ customerId: 'c-1' });
    await servers[1].deliver('msg_2', created('c-2'));
    for (const stream of streams) expect(await stream.next()).toMatchObject({ customerId: 'c-2' });
    for (const server of servers) await server.close();
  });

  it('announce a change of everything after their broken connection is restored', async () => {
    const server = await open();
    const stream = await follow(server, 'agent');
    const ended = await server.database.execute(
      sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
          where datname = current_database() and query like 'listen %'`,
    );
    expect(ended).toMatchObject({ rowCount: 1 });
    await server.deliver('msg_3', created('c-3'));
    expect(await stream.next()).toEqual({ resources: ['*'] });
    await server.deliver('msg_4', created('c-4'));
    expect(await stream.next()).toMatchObject({ customerId: 'c-4' });
    await server.close();
  });
});
