import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as schema from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, openOn, openTestApi, type TestApi } from '../support/api.ts';
import { company, connection, failure, read, webhookBody } from '../support/payloads.ts';
import { openStarted } from '../support/template.ts';
import { signedDelivery } from '../support/webhooks.ts';

const DESCRIPTION = process.env.CODAT_OPENAPI ?? '../shared/codat/Codat-Platform.json';

/** A delivery of each handled type, and the resulting state of an otherwise unknown customer. */
const CASES: [string, (id: string) => unknown, object][] = [
  ['company.created', (id) => company(id), { stage: 'created', stuckReason: 'not_invited' }],
  ['company.deleted', (id) => company(id), { stuckReason: null }],
  [
    'connection.created',
    (id) => connection(id),
    { stage: 'selected', software: 'gbol', stuckReason: 'not_initiated' },
  ],
  [
    'connection.connected',
    (id) => connection(id, { status: 'Linked' }),
    { stage: 'authorized', connected: true, stuckReason: 'no_data' },
  ],
  [
    'connection.reconnected',
    (id) => connection(id, { status: 'Linked' }),
    { stage: 'authorized', connected: true },
  ],
  [
    'connection.failed',
    (id) => connection(id, { errors: [failure('403', 'User cancelled linking')] }),
    {
      stage: 'initiated',
      failedAttempts: 1,
      failureReason: 'cancelled',
      stuckReason: 'attempt_failed',
    },
  ],
  [
    'connection.disconnected',
    (id) => connection(id, { status: 'Deauthorized' }),
    { journeyKind: 'reconnect', stage: 'created', stuckReason: 'disconnected', stuck: true },
  ],
  [
    'connection.deleted',
    (id) => connection(id, { status: 'Linked' }),
    { journeyKind: 'reconnect', stuckReason: 'disconnected' },
  ],
  [
    'read.completed.initial',
    (id) => read(id),
    { stage: 'streaming', connected: true, stuckReason: null },
  ],
  ['read.completed', (id) => read(id), { stage: 'streaming', connected: true, stuckReason: null }],
];

const tablesOf = async ({ database }: TestApi) => ({
  events: await database.select().from(schema.events).orderBy(schema.events.id),
  customers: await database.select().from(schema.customers).orderBy(schema.customers.id),
  journeys: await database.select().from(schema.journeys).orderBy(schema.journeys.id),
  attempts: await database.select().from(schema.attempts).orderBy(schema.attempts.id),
  deliveries: await database.select().from(schema.deliveries).orderBy(schema.deliveries.id),
});

describe.each(DRIVERS)('webhooks on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'webhooks');
  });
  afterAll(() => test.close());

  it('count once what Codat tells once, under however many delivery ids', async () => {
    const errors = [failure('403', 'User cancelled linking')];
    const payload = connection('told-often', { errors });
    const body = webhookBody({ eventType: 'connection.failed', payload });
    for (const delivery of ['msg_a', 'msg_b', 'msg_c'])
      expect((await test.deliver(delivery, body)).status).toBe(204);
    expect(await test.json('/api/customers/told-often')).toMatchObject({ failedAttempts: 1 });
  });

  it.each(CASES)(
    'update the customer by %s, and change nothing when it is repeated',
    async (eventType, payload, expected) => {
      const id = `customer-${eventType}`;
      const body = webhookBody({ eventType, payload: payload(id) });
      expect((await test.deliver(`msg_${eventType}`, body)).status).toBe(204);
      expect(await test.json(`/api/customers/${id}`)).toMatchObject(expected);
      const before = await tablesOf(test);
      expect((await test.deliver(`msg_${eventType}`, body)).status).toBe(204);
      expect(await tablesOf(test)).toEqual(before);
    },
  );

  describe('of connections that aren’t accounting ones', () => {
    let hour = 0;
    const report = (eventType: string, payload: unknown) => {
      hour += 1;
      const generatedDate = addHours('2026-03-03T08:00:00.000Z', hour);
      const body = webhookBody({ eventType, generatedDate, payload });
      return test.deliver(`msg_other_${hour}`, body);
    };
    const expense = (id: string) =>
      connection(id, {
        connectionId: `${id}-expense`,
        key: 'mqjo',
        name: 'Partner Expense',
        status: 'Linked',
        sourceType: 'Expense',
      });

    it('show the connection, but leave a customer who didn’t approve where they were', async () => {
      await report('connection.created', connection('not-yet'));
      await report('connection.created', expense('not-yet'));
      const reading = {
        ...read('not-yet'),
        dataTypes: [{ connectionId: 'not-yet-expense', status: 'Complete' }],
      };
      await report('read.completed', reading);
      expect(await test.json('/api/customers/not-yet')).toMatchObject({
        stage: 'selected',
        connected: false,
        software: 'gbol',
        stuckReason: 'not_initiated',
        otherConnections: [
          {
            id: 'not-yet-expense',
            name: 'Partner Expense',
            sourceType: 'Expense',
            status: 'linked',
          },
        ],
      });
      await report('connection.failed', connection('not-yet', { errors: [failure('403', '')] }));
      expect(await test.json('/api/customers/not-yet')).toMatchObject({
        stuckReason: 'attempt_failed',
        failedAttempts: 1,
      });
      expect((await test.request('/api/software/mqjo')).status).toBe(404);
    });

    it('don’t keep a customer out of the queue who lost the accounting connection', async () => {
      await report('connection.connected', connection('lost', { status: 'Linked' }));
      await report('read.completed.initial', read('lost'));
      await report('connection.connected', expense('lost'));
      await report('connection.disconnected', connection('lost', { status: 'Deauthorized' }));
      expect(await test.json('/api/customers/lost')).toMatchObject({
        connected: false,
        stuck: true,
        stuckReason: 'disconnected',
        priority: 'high',
      });
    });
  });

  it('about errors of a linked connection count as no failed attempt', async () => {
    const payload = connection('transient', {
      status: 'Linked',
      errors: [{ ...failure('500', 'Timed out'), status: 'Resolved' }, failure('500', 'Timed out')],
    });
    await test.deliver(
      'msg_seen',
      webhookBody({ eventType: 'company.created', payload: company('transient') }),
    );
    await test.deliver('msg_transient', webhookBody({ eventType: 'connection.failed', payload }));
    expect(await test.json('/api/deliveries/msg_transient')).toMatchObject({ state: 'processed' });
    expect(await test.json('/api/customers/transient')).toMatchObject({ failedAttempts: 0 });
  });

  it('about a failure take its reason from the latest error that isn’t resolved', async () => {
    const resolved = failure('403', 'User cancelled linking', '2026-03-09T10:01:00.000Z');
    const errors = [failure('401', 'Wrong password'), { ...resolved, status: 'Resolved' }];
    const payload = connection('unresolved', { errors });
    await test.deliver('msg_unresolved', webhookBody({ eventType: 'connection.failed', payload }));
    expect(await test.json('/api/customers/unresolved')).toMatchObject({
      failureReason: 'credentials_rejected',
    });
  });

  it('are rejected when altered, old or unsigned, and only counted', async () => {
    const before = await tablesOf(test);
    const body = webhookBody({ eventType: 'company.created', payload: company('forged') });
    const signed = signedDelivery('msg_forged', body);
    const altered = { ...signed, body: body.replace('forged', 'Forged') };
    const { headers: _, ...unsigned } = signed;
    const old = signedDelivery('msg_old', body, new Date(Date.now() - 10 * 60_000));
    for (const request of [altered, unsigned, old])
      expect((await test.request('/webhooks/codat', request, null)).status).toBe(401);
    const bom = await test.request('/webhooks/codat', { ...signed, body: `\uFEFF${body}` }, null);
    expect(bom.status).toBe(401);
    expect(await tablesOf(test)).toEqual(before);
    const counts = { since: test.clock.now, lastAt: test.clock.now };
    expect(await test.json('/api/rejections')).toEqual([
      { reason: 'headers', count: 1, ...counts },
      { reason: 'signature', count: 2, ...counts },
      { reason: 'timestamp', count: 1, ...counts },
    ]);
  });

  it.each([
    ['not JSON', '<xml/>', 'The body is not JSON.'],
    [
      'of an unknown form',
      webhookBody({ eventType: 'connection.created', payload: {} }),
      'referenceCompany',
    ],
  ])('are stored as not understood when verified but %s', async (what, body, problem) => {
    const id = `msg_${what.replaceAll(' ', '_')}`;
    expect((await test.deliver(id, body)).status).toBe(204);
    const delivery = await test.json(`/api/deliveries/${id}`);
    expect(delivery).toMatchObject({ state: 'not_understood', body });
    expect(delivery.problem).toContain(problem);
    expect((await test.request(`/api/deliveries/${id}`, {}, 'agent')).status).toBe(403);
  });

  it('of other types are acknowledged and ignored', async () => {
    const body = webhookBody({ eventType: 'client.rateLimit.reached', payload: { dailyQuota: 1 } });
    expect((await test.deliver('msg_limit', body)).status).toBe(204);
    expect(await test.json('/api/deliveries/msg_limit')).toMatchObject({ state: 'ignored' });
  });

  it.each(['a\u0000b', '\ud800 half', '<script>alert(1)</script>', 'ﷺ שלום 🧾', '%_\\\'"'])(
    'accept a company with the name %j',
    async (text) => {
      const id = `named-${encodeURIComponent(text.toWellFormed()).replaceAll('%', '')}`;
      const body = webhookBody({ eventType: 'company.created', payload: company(id, text) });
      expect((await test.deliver(`msg_${id}`, body)).status).toBe(204);
      const expected = text.replaceAll('\0', '').toWellFormed();
      expect((await test.json(`/api/customers/${encodeURIComponent(id)}`)).name).toBe(expected);
    },
  );

  it('lead to the same state in any order of arrival, even concurrently', async () => {
    const story = (id: string): string[] => [
      webhookBody({
        eventType: 'company.created',
        generatedDate: '2026-03-01T08:00:00Z',
        payload: company(id),
      }),
      webhookBody({
        eventType: 'connection.created',
        generatedDate: '2026-03-02T08:00:00Z',
        payload: connection(id),
      }),
      webhookBody({
        eventType: 'connection.failed',
        generatedDate: '2026-03-02T08:05:00Z',
        payload: connection(id, { errors: [failure('401', 'Login failed')] }),
      }),
      webhookBody({
        eventType: 'connection.connected',
        generatedDate: '2026-03-02T09:00:00Z',
        payload: connection(id, { status: 'Linked' }),
      }),
      webhookBody({
        eventType: 'read.completed.initial',
        generatedDate: '2026-03-02T11:00:00Z',
        payload: read(id),
      }),
    ];
    const deliverAll = async (id: string, order: number[]) => {
      const bodies = story(id);
      await Promise.all(
        order.map((index) => test.deliver(`msg_${id}_${index}`, bodies[index] ?? '')),
      );
      const {
        name: _,
        id: __,
        journeyId: ___,
        linkUrl: ____,
        connectionId: _____,
        ...rest
      } = await test.json(`/api/customers/${id}`);
      return rest;
    };
    const inOrder = await deliverAll('ordered', [0, 1, 2, 3, 4]);
    expect(inOrder).toMatchObject({ stage: 'streaming', failedAttempts: 0, software: 'gbol' });
    expect(await deliverAll('reversed', [4, 3, 2, 1, 0])).toEqual(inOrder);
    expect(await deliverAll('shuffled', [2, 4, 0, 3, 1])).toEqual(inOrder);
    expect(test.faults).toEqual([]);
  });
});

describe('the published example of a signature', () => {
  it('is accepted at its own time', async () => {
    const test = await openTestApi(await openStarted());
    vi.setSystemTime(1_614_265_330_000);
    const response = await test.request(
      '/webhooks/codat',
      {
        method: 'POST',
        body: '{"test": 2432232314}',
        headers: {
          'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
          'webhook-timestamp': '1614265330',
          'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
        },
      },
      null,
    );
    vi.useRealTimers();
    expect(response.status).toBe(204);
    await test.close();
  });
});

type Described = {
  webhooks: Record<
    string,
    {
      post: {
        requestBody: {
          content: { 'application/json': { examples: Record<string, { value: unknown }> } };
        };
      };
    }
  >;
};

describe.runIf(existsSync(DESCRIPTION))('every example in Codat’s OpenAPI description', () => {
  it('is processed, or ignored when its type isn’t handled', async () => {
    const test = await openTestApi(await openStarted());
    const { webhooks } = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Described;
    const examples = Object.values(webhooks).flatMap(({ post }) =>
      Object.values(post.requestBody.content['application/json'].examples).map(
        ({ value }) => value,
      ),
    );
    expect(examples.length).toBeGreaterThan(15);
    for (const [index, example] of examples.entries()) {
      expect((await test.deliver(`msg_${index}`, JSON.stringify(example))).status).toBe(204);
      const { state, eventType } = await test.json(`/api/deliveries/msg_${index}`);
      const isHandled = /^(company\.(created|deleted)|connection|read)\b/.test(eventType);
      expect([eventType, state]).toEqual([eventType, isHandled ? 'processed' : 'ignored']);
    }
    await test.close();
  });
});
