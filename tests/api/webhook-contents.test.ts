import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi } from '../support/api.ts';
import { company, connection, failure, read, webhookBody } from '../support/payloads.ts';
import { openStarted } from '../support/template.ts';

let test: TestApi;

beforeAll(async () => {
  test = await openTestApi(await openStarted());
});
afterAll(async () => {
  await test.close();
  expect(test.faults).toEqual([]);
});

const deliver = async (id: string, body: string) => {
  expect((await test.deliver(id, body)).status).toBe(204);
  return test.json(`/api/deliveries/${id}`);
};
const customer = (id: string) => test.json(`/api/customers/${id}`);
const eventsOf = async (customerId: string) =>
  (await test.list('events', { filter: { customerId }, sort: ['occurredAt', 'ASC'] })).json();

/** The customer’s id, the fields of its payload in another form than expected, the customer’s state, and the notes. */
type Case = [id: string, eventType: string, payload: object, expected: object, notes: string[]];

const withConnection = (
  id: string,
  fields: object,
  form: Parameters<typeof connection>[1] = {},
) => {
  const payload = connection(id, form);
  return { ...payload, connection: { ...payload.connection, ...fields } };
};

const ODD: Case[] = [
  [
    'empty-redirect',
    'company.created',
    { ...company('empty-redirect'), redirect: '' },
    { name: 'Company empty-redirect', linkUrl: null },
    ['payload.redirect was left out'],
  ],
  [
    'null-tag',
    'company.created',
    { ...company('null-tag'), tags: { a: null, region: 'uk' } },
    { tags: { region: 'uk' } },
    ['payload.tags.a was left out, because it is null'],
  ],
  [
    'odd-company',
    'company.created',
    { ...company('odd-company'), name: 7, description: [], created: 'spring', tags: 'none' },
    { name: 'odd-company', description: null, tags: {} },
    ['payload.name', 'payload.description', 'payload.created', 'payload.tags'],
  ],
  [
    'empty-link',
    'connection.created',
    withConnection('empty-link', { linkUrl: '' }),
    { stage: 'selected', software: 'gbol' },
    ['payload.connection.linkUrl was left out, because it is ""'],
  ],
  [
    'unknown-status',
    'connection.connected',
    withConnection('unknown-status', { status: 'Paused' }),
    { stage: 'authorized', connected: true },
    ['payload.connection.status was left out, because it is "Paused"'],
  ],
  [
    'lost-status',
    'connection.disconnected',
    withConnection('lost-status', { status: null, integrationKey: 7 }),
    { journeyKind: 'reconnect', stuckReason: 'disconnected' },
    ['payload.connection.integrationKey was left out'],
  ],
  [
    'odd-error',
    'connection.failed',
    withConnection('odd-error', {
      dataConnectionErrors: [
        { ...failure('403', 'User cancelled linking'), errorMessage: 7, erroredOnUtc: 'today' },
      ],
    }),
    { failedAttempts: 1, failureReason: 'cancelled' },
    ['dataConnectionErrors.0.errorMessage', 'dataConnectionErrors.0.erroredOnUtc'],
  ],
  [
    'no-errors',
    'connection.failed',
    withConnection('no-errors', { dataConnectionErrors: 'none' }),
    { failedAttempts: 1, failureReason: 'unknown' },
    ['payload.connection.dataConnectionErrors was left out'],
  ],
  [
    'odd-read',
    'read.completed.initial',
    {
      ...read('odd-read'),
      dataTypes: [...read('odd-read').dataTypes, { status: 7, issues: 'none', connectionId: '' }],
    },
    { stage: 'streaming' },
    ['dataTypes.1.connectionId', 'dataTypes.1.status', 'dataTypes.1.issues'],
  ],
];

describe('a webhook', () => {
  it.each(ODD)('counts without the fields of an unknown form: %s', async (...odd) => {
    const [id, eventType, payload, expected, notes] = odd;
    const delivery = await deliver(`odd-${id}`, webhookBody({ eventType, payload }));
    expect(delivery.state).toBe('processed');
    for (const note of notes) expect(delivery.problem).toContain(note);
    expect(await customer(id)).toMatchObject(expected);
  });

  it.each([undefined, null, 7, 'soon'])(
    'counts at the time of receipt when generatedDate is %s',
    async (generatedDate) => {
      const id = `undated-${generatedDate}`;
      const envelope = { id: crypto.randomUUID(), eventType: 'company.created', generatedDate };
      const body = JSON.stringify({ ...envelope, payload: { ...company(id), created: undefined } });
      const delivery = await deliver(id, body);
      expect(delivery.state).toBe('processed');
      expect(delivery.problem).toContain('The time of receipt counts instead.');
      expect(await customer(id)).toMatchObject({ createdAt: test.clock.now });
    },
  );

  it('counts once when the same event comes under several webhook-ids', async () => {
    const payload = connection('same', { errors: [failure('401', 'Login failed')] });
    const body = webhookBody({ eventType: 'connection.failed', payload });
    for (const id of ['same-1', 'same-2', 'same-3'])
      expect(await deliver(id, body)).toMatchObject({ state: 'processed' });
    expect(await customer('same')).toMatchObject({ failedAttempts: 1 });
    const data = webhookBody({ eventType: 'read.completed', payload: read('same') });
    for (const id of ['same-4', 'same-5']) await deliver(id, data);
    expect(await eventsOf('same')).toHaveLength(2);
  });

  it('counts by its webhook-id when the event has no usable id', async () => {
    const payload = connection('nameless', { errors: [failure('401', 'Login failed')] });
    for (const id of [undefined, null, '', 'x'.repeat(201)]) {
      const body = { ...JSON.parse(webhookBody({ eventType: 'connection.failed', payload })), id };
      for (const _ of [1, 2]) await deliver(`nameless-${id?.length}`, JSON.stringify(body));
    }
    expect(await eventsOf('nameless')).toHaveLength(4 - 1);
  });
});

describe('a first read that failed', () => {
  const AT = ['2026-03-09T10:00:00.000Z', '2026-03-09T10:05:00.000Z'];

  /** Connects a customer, whose first read then has these results. */
  const readWith = async (
    id: string,
    dataTypes: object[],
    eventType = 'read.completed.initial',
  ) => {
    const linked = connection(id, { status: 'Linked' });
    const connectionId = linked.connection.id;
    const results = dataTypes.map((one) => ({ connectionId, dataType: 'invoices', ...one }));
    const connected = { eventType: 'connection.connected', payload: linked };
    await deliver(`${id}-1`, webhookBody({ ...connected, generatedDate: AT[0] ?? '' }));
    const payload = { ...read(id), dataTypes: results };
    await deliver(`${id}-2`, webhookBody({ eventType, payload, generatedDate: AT[1] ?? '' }));
    return customer(id);
  };

  it.each([
    ['AuthError', [], 'access_revoked'],
    ['PermissionsError', [], 'not_administrator'],
    ['RateLimitError', [], 'software_error'],
    ['FetchError', [], 'unknown'],
    ['NotSupported', [], 'unknown'],
    ['FetchError', ['User does not have permission to read invoices'], 'not_administrator'],
  ])('with %s %j gives the missing data the cause %s', async (status, messages, failureReason) => {
    const id = `${status}-${messages.length}`;
    const issues = messages.map((message) => ({ type: 'error', message }));
    expect(await readWith(id, [{ status, issues }])).toMatchObject({
      stage: 'authorized',
      stuckReason: 'no_data',
      failureReason,
      failedAttempts: 0,
    });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'read.failed',
      data: { statuses: [`${status} invoices`], text: messages.join(' · ') },
    });
  });

  it('no longer matters once data arrives', async () => {
    await readWith('recovered', [{ status: 'AuthError' }]);
    await deliver(
      'recovered-3',
      webhookBody({
        eventType: 'read.completed',
        payload: read('recovered'),
        generatedDate: '2026-03-09T11:00:00.000Z',
      }),
    );
    expect(await customer('recovered')).toMatchObject({ stage: 'streaming', failureReason: null });
  });

  it('in part leaves a trace, while the rest counts as data', async () => {
    const results = [{ status: 'Complete' }, { status: 'FetchError' }, { status: 'NotSupported' }];
    expect(await readWith('partly', results)).toMatchObject({
      stage: 'streaming',
      failureReason: null,
    });
    const failed = ({ type }: { type: string }) => type === 'read.failed';
    const trace = (await eventsOf('partly')).find(failed);
    expect(trace).toMatchObject({ data: { statuses: ['FetchError invoices'] } });
  });

  it.each(['Fetching', 'Queued', 'Mapping'])('isn’t one that is still %s', async (status) => {
    expect(await readWith(status, [{ status }])).toMatchObject({ failureReason: null });
    expect((await eventsOf(status)).map(({ type }: { type: string }) => type)).toEqual([
      'connection.authorized',
    ]);
  });
});
