import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/database/ingest.ts';
import { attempts, customers, events, journeys } from '../../src/database/schema/index.ts';
import { event } from '../../src/journey/events.ts';
import { DRIVERS, LINK_EVENTS_KEY, openOn, type TestApi } from '../support/api.ts';
import { company, connection, webhookBody } from '../support/payloads.ts';

const AT = '2026-03-09T10:00:00.000Z';
const LATER = '2026-03-09T11:00:00.000Z';

const callback = (companyId: string, type: string, fields: object = {}) => ({
  id: `${companyId}-${type}`,
  companyId,
  type,
  occurredAt: AT,
  ...fields,
});

/** Callbacks for a customer with nothing but a connection, and the resulting state. */
const CALLBACKS: [type: string, fields: object, expected: object][] = [
  [
    'onConnectionStarted',
    { integrationKey: 'akxx', platformName: 'Oracle NetSuite' },
    { stage: 'selected', software: 'akxx', stuckReason: 'not_initiated', connected: false },
  ],
  ['onConsent', {}, { stage: 'initiated', stuckReason: 'approval_pending', connected: false }],
  [
    'onConnection',
    { integrationKey: 'gbol' },
    { stage: 'authorized', software: 'gbol', stuckReason: 'no_data', connected: true },
  ],
  [
    'onError',
    { errorCode: 403, message: 'User cancelled linking' },
    {
      stage: 'initiated',
      failureReason: 'cancelled',
      failedAttempts: 1,
      stuckReason: 'attempt_failed',
      priority: 'high',
      connected: false,
    },
  ],
  ['onFinish', {}, { stage: 'opened', stuckReason: 'no_software_selected', connected: false }],
];

/** The connections that every company in Codat has, in these tests. */
const CONNECTIONS = ['connection', 'c', 'whole-connection'];

/** The company that Codat is asked about. Without an answer, Codat knows none. */
const describeCompany = ({ url }: Request): Response => {
  const id = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
  if (id.startsWith('unknown'))
    return Response.json({ statusCode: 404, error: 'Company not found' }, { status: 404 });
  const dataConnections = CONNECTIONS.map(
    (connectionId) => connection(id, { connectionId }).connection,
  );
  return Response.json({ ...company(id), products: ['spend-insights'], dataConnections });
};

const INVALID_FIELDS: [fields: object, field: string][] = [
  [{ id: undefined }, 'id'],
  [{ id: '' }, 'id'],
  [{ id: 'x'.repeat(201) }, 'id'],
  [{ companyId: undefined }, 'companyId'],
  [{ companyId: 7 }, 'companyId'],
  [{ type: 'onOpen' }, 'type'],
  [{ type: undefined }, 'type'],
  [{ occurredAt: undefined }, 'occurredAt'],
  [{ occurredAt: 'today' }, 'occurredAt'],
  [{ occurredAt: 1_773_136_800 }, 'occurredAt'],
  [{ connectionId: '' }, 'connectionId'],
  [{ integrationKey: ['gbol'] }, 'integrationKey'],
  [{ message: { text: 'no' } }, 'message'],
  [{ userRecoverable: 'yes' }, 'userRecoverable'],
];

describe.each(DRIVERS)('link events on $name', (driver) => {
  let test: TestApi;

  const forward = (body: unknown, authorization = `Bearer ${LINK_EVENTS_KEY}`, headers = {}) => {
    const init = { method: 'POST', body: JSON.stringify(body) };
    const all = { 'content-type': 'application/json', authorization, ...headers };
    return test.request('/api/link-events', { ...init, headers: all }, null);
  };

  const stateOf = async (id: string) => ({
    events: await test.database.select().from(events).where(eq(events.customerId, id)),
    customers: await test.database.select().from(customers).where(eq(customers.id, id)),
    journeys: await test.database.select().from(journeys).where(eq(journeys.customerId, id)),
    attempts: await test.database.select().from(attempts).where(eq(attempts.customerId, id)),
  });

  const NOTHING = { events: [], customers: [], journeys: [], attempts: [] };

  beforeAll(async () => {
    test = await openOn(driver, 'link_events');
    test.codatOverride.respond = describeCompany;
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each(CALLBACKS)(
    '%s %j updates its customer, and changes nothing when repeated',
    async (...row) => {
      const [type, fields, expected] = row;
      const id = `moved-by-${type}`;
      const body = callback(id, type, { connectionId: 'connection', ...fields });
      const response = await forward(body);
      expect(response.status).toBe(202);
      expect(await response.json()).toEqual({ id: body.id });
      expect(await test.json(`/api/customers/${id}`)).toMatchObject({
        id,
        stageEnteredAt: AT,
        lastActivityAt: AT,
        ...expected,
      });
      const before = await stateOf(id);
      expect(before.events.filter(({ source }) => source === 'sdk')).toMatchObject([
        { sourceId: body.id, occurredAt: AT },
      ]);
      expect((await forward(body)).status).toBe(202);
      expect((await forward({ ...body, occurredAt: LATER, message: 'again' })).status).toBe(202);
      expect(await stateOf(id)).toEqual(before);
    },
  );

  it('onClose is accepted and changes nothing', async () => {
    expect((await forward(callback('closed', 'onClose'))).status).toBe(202);
    expect(await stateOf('closed')).toEqual(NOTHING);
  });

  it('build the whole journey when they arrive in reverse order', async () => {
    const steps = ['onConnectionStarted', 'onConsent', 'onError', 'onConsent', 'onConnection'];
    const bodies = [...steps, 'onFinish'].map((type, minute) =>
      callback('whole', type, {
        id: `whole-${minute}`,
        occurredAt: `2026-03-09T10:0${minute}:00Z`,
        connectionId: 'whole-connection',
      }),
    );
    for (const body of bodies.toReversed()) expect((await forward(body)).status).toBe(202);
    const [journey] = await (
      await test.list('journeys', { filter: { customerId: 'whole' } })
    ).json();
    expect(journey).toMatchObject({
      stage: 'completed',
      failedAttempts: 0,
      failureReason: null,
      invitedAt: null,
      selectedAt: '2026-03-09T10:00:00.000Z',
      initiatedAt: '2026-03-09T10:01:00.000Z',
      authorizedAt: '2026-03-09T10:04:00.000Z',
      completedAt: '2026-03-09T10:05:00.000Z',
    });
    const query = { filter: { customerId: 'whole' }, sort: ['startedAt', 'ASC'] };
    const outcomes = await (await test.list('attempts', query)).json();
    expect(outcomes).toMatchObject([{ outcome: 'failed' }, { outcome: 'authorized' }]);
  });

  it('that the customer finished count once Codat says the connection is linked', async () => {
    const deliver = (eventType: string, generatedDate: string, status: string) => {
      const payload = connection('finished', { status });
      const body = webhookBody({ eventType, generatedDate, payload });
      return test.deliver(`finished-${eventType}`, body);
    };
    const remind = async () => {
      await test.send('PUT', '/api/customers/finished', { contactEmail: 'a@b.example' }, 'agent');
      const body = { customerId: 'finished', template: 'reminder' };
      return test.send('POST', '/api/emails', body, 'agent');
    };
    await deliver('connection.created', AT, 'PendingAuth');
    await forward(callback('finished', 'onFinish', { occurredAt: '2026-03-09T10:05:00.000Z' }));
    expect(await test.json('/api/customers/finished')).toMatchObject({
      stage: 'selected',
      connected: false,
    });
    expect((await remind()).status).toBe(201);
    await deliver('connection.connected', LATER, 'Linked');
    expect(await test.json('/api/customers/finished')).toMatchObject({
      stage: 'completed',
      connected: true,
    });
  });

  it('without a connection id are about the connection selected last before, even if they arrive first', async () => {
    const delivery = (eventType: string, payload: unknown) =>
      test.deliver(`known-${eventType}`, webhookBody({ eventType, payload }));
    await delivery('company.created', company('known'));
    const body = callback('known', 'onConsent', { occurredAt: LATER });
    expect((await forward(body)).status).toBe(202);
    expect(await test.json('/api/customers/known')).toMatchObject({
      stage: 'opened',
      connectionId: null,
    });
    await delivery('connection.created', connection('known'));
    expect(await test.json('/api/customers/known')).toMatchObject({
      stage: 'initiated',
      connectionId: 'known-connection',
      software: 'gbol',
      name: 'Company known',
      stageEnteredAt: LATER,
    });
  });

  it('of a clock that is fast count when they arrived', async () => {
    const fields = { connectionId: 'c', occurredAt: '2026-03-11T00:00:00.000Z' };
    await forward(callback('fast', 'onConsent', fields));
    const { events: stored, customers: rows } = await stateOf('fast');
    expect(stored.find(({ source }) => source === 'sdk')).toMatchObject({
      occurredAt: test.clock.now,
      recordedAt: test.clock.now,
    });
    expect(rows).toMatchObject([{ stageEnteredAt: test.clock.now }]);
  });

  it('keep an error’s text as received, with Codat’s correlation id', async () => {
    const message = 'Your role does not have permission <b>here</b>';
    const fields = { connectionId: 'c', message, correlationId: 'a1-b2', userRecoverable: true };
    await forward(callback('failed', 'onError', { ...fields, errorCode: '500' }));
    const { attempts: rows } = await stateOf('failed');
    expect(rows).toMatchObject([
      {
        outcome: 'failed',
        failureReason: 'not_administrator',
        statusCode: '500',
        failureText: `${message} · correlation id a1-b2`,
      },
    ]);
  });

  it('make a customer of a company that Codat knows, with what Codat says about it', async () => {
    expect((await forward(callback('new', 'onConsent', { connectionId: 'c' }))).status).toBe(202);
    expect(await test.json('/api/customers/new')).toMatchObject({
      name: 'Company new',
      createdAt: '2026-03-01T08:00:00.000Z',
      stage: 'initiated',
    });
  });

  it('about a customer’s connection that Codat reported need no request to Codat', async () => {
    const payload = connection('reported');
    await test.deliver('reported', webhookBody({ eventType: 'connection.created', payload }));
    test.codatOverride.respond = () => expect.unreachable('asked Codat');
    const fields = { connectionId: 'reported-connection' };
    expect((await forward(callback('reported', 'onConsent', fields))).status).toBe(202);
    test.codatOverride.respond = describeCompany;
  });

  it.each([
    ['a company that Codat doesn’t know', 'unknown', {}, 'companyId', 'Codat has no company'],
    [
      'a connection of another company',
      'thief',
      { connectionId: 'victim-connection' },
      'connectionId',
      'Company thief has no connection victim-connection.',
    ],
    [
      'a connection that doesn’t exist',
      'inventor',
      { connectionId: 'invented' },
      'connectionId',
      'Company inventor has no connection invented.',
    ],
    [
      'software that none of the company’s connections is to',
      'inventor',
      { integrationKey: 'zzzz', platformName: '<script>alert(1)</script>' },
      'integrationKey',
      'Company inventor has no connection to zzzz.',
    ],
  ])('about %s are refused and change nothing', async (_, id, fields, field, sentence) => {
    const payload = connection('victim');
    await test.deliver('victim', webhookBody({ eventType: 'connection.created', payload }));
    const before = await stateOf('victim');
    for (const type of ['onConnectionStarted', 'onConnection', 'onError']) {
      const response = await forward(callback(id, type, fields));
      expect(response.status).toBe(422);
      expect((await response.json()).errors).toEqual({
        [field]: expect.stringContaining(sentence),
      });
    }
    expect(await stateOf(id)).toEqual(NOTHING);
    expect(await stateOf('victim')).toEqual(before);
    expect((await test.request('/api/software/zzzz')).status).toBe(404);
  });

  it('about another company’s connection are refused for a customer too, even once they were believed', async () => {
    await test.deliver(
      'deceived',
      webhookBody({ eventType: 'company.created', payload: company('deceived') }),
    );
    const at = { occurredAt: AT, source: 'sdk' as const, sourceId: 'believed' };
    const data = { connectionId: 'victim-connection' };
    const believed = event('connection.initiated', { ...at, customerId: 'deceived' }, data);
    await ingest(test.database, [believed], test.clock.now);
    expect((await forward(callback('deceived', 'onConnection', data))).status).toBe(422);
    expect(await test.json('/api/customers/deceived')).toMatchObject({ connected: false });
  });

  it('find their customer however the company’s ID is capitalised', async () => {
    test.codatOverride.respond = () =>
      Response.json({ ...company('mixed'), products: ['spend-insights'] });
    expect((await forward(callback('MIXED', 'onConsent'))).status).toBe(202);
    test.codatOverride.respond = describeCompany;
    expect(await stateOf('MIXED')).toEqual(NOTHING);
    expect((await stateOf('mixed')).customers).toHaveLength(1);
  });

  it('are to be sent again while Codat can’t say whether they are true', async () => {
    test.codatOverride.respond = () => new Response('', { status: 503 });
    const body = callback('later', 'onConsent', { connectionId: 'c' });
    const response = await forward(body);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await stateOf('later')).toEqual(NOTHING);
    test.codatOverride.respond = describeCompany;
    expect((await forward(body)).status).toBe(202);
  });

  it.each(INVALID_FIELDS)('with %j are rejected, naming %s', async (fields, field) => {
    const body = { ...callback('wrong', 'onConsent', { connectionId: 'c' }), ...fields };
    const response = await forward(body);
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const { errors, message } = await response.json();
    expect(Object.keys(errors)).toEqual([field]);
    expect(message).toContain(errors[field]);
    expect(await stateOf('wrong')).toEqual(NOTHING);
  });

  it.each(['', LINK_EVENTS_KEY, 'Bearer ', 'Bearer a-wrong-key-of-some-length', 'Basic YTpi'])(
    'with the authorization %j are rejected',
    async (authorization) => {
      const response = await forward(callback('keyless', 'onFinish'), authorization);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ title: 'Unauthorized', status: 401 });
      expect(await stateOf('keyless')).toEqual(NOTHING);
    },
  );

  it('sent by a signed-in user without the key are rejected', async () => {
    const body = callback('keyless', 'onFinish');
    expect((await test.send('POST', '/api/link-events', body, 'admin')).status).toBe(401);
    expect(await stateOf('keyless')).toEqual(NOTHING);
  });
});
