import { ne } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/common/permissions.ts';
import { activity } from '../../src/database/schema/index.ts';
import { DEFAULT_TEXTS } from '../../src/email/templates/templates.ts';
import { DRIVERS, openOn, PASSWORD, type TestApi } from '../support/api.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';

const CUSTOMER = 'customer';
const DEFAULT = DEFAULT_TEXTS.it;

/** Requests by role, with the resulting log entries. `{id}` stands for the id in the response. */
const ACTIONS: [request: string, body: object | undefined, role: Role, entry: object][] = [
  [
    'POST customers',
    { name: 'New Ltd', contactName: 'Ada' },
    'manager',
    {
      action: 'create',
      resource: 'customers',
      recordId: '{id}',
      customerId: '{id}',
      details: { name: 'New Ltd', contactName: 'Ada' },
    },
  ],
  [
    `PUT customers/${CUSTOMER}`,
    { id: 'other', stage: 'streaming', contactName: 'Grace', contactEmail: null },
    'agent',
    {
      action: 'edit',
      resource: 'customers',
      recordId: CUSTOMER,
      customerId: CUSTOMER,
      details: { contactName: 'Grace' },
      before: { contactName: null },
    },
  ],
  [
    'POST notes',
    { customerId: CUSTOMER, text: 'Called', kind: 'call', outcome: 'voicemail' },
    'agent',
    {
      action: 'create',
      resource: 'notes',
      recordId: '{id}',
      customerId: CUSTOMER,
      details: { customerId: CUSTOMER, text: 'Called', kind: 'call', outcome: 'voicemail' },
    },
  ],
  [
    `POST journeys/${CUSTOMER}:0/close`,
    { reason: 'declined' },
    'agent',
    {
      action: 'close',
      resource: 'journeys',
      recordId: `${CUSTOMER}:0`,
      customerId: CUSTOMER,
      details: { reason: 'declined' },
    },
  ],
  [
    `POST journeys/${CUSTOMER}:0/reopen`,
    undefined,
    'manager',
    {
      action: 'reopen',
      resource: 'journeys',
      recordId: `${CUSTOMER}:0`,
      customerId: CUSTOMER,
      details: {},
      before: { reason: 'declined' },
    },
  ],
  [
    `POST attempts/${CUSTOMER}:0:0/correct`,
    { reason: 'not_administrator' },
    'agent',
    {
      action: 'correct',
      resource: 'attempts',
      recordId: `${CUSTOMER}:0:0`,
      customerId: CUSTOMER,
      details: { reason: 'not_administrator' },
      before: { reason: 'unknown' },
    },
  ],
  [
    `PUT customers/${CUSTOMER}`,
    { contactEmail: 'grace@acme.example' },
    'agent',
    { action: 'edit', resource: 'customers', details: { contactEmail: 'grace@acme.example' } },
  ],
  [
    'POST emails',
    { customerId: CUSTOMER, template: 'link' },
    'agent',
    {
      action: 'create',
      resource: 'emails',
      recordId: '{id}',
      customerId: CUSTOMER,
      details: { customerId: CUSTOMER, template: 'link' },
    },
  ],
  [
    'POST links',
    { customerId: CUSTOMER },
    'agent',
    {
      action: 'create',
      resource: 'links',
      recordId: '{id}',
      customerId: CUSTOMER,
      details: { customerId: CUSTOMER },
    },
  ],
  [
    `POST customers/${CUSTOMER}/link-shared`,
    undefined,
    'agent',
    {
      action: 'share-link',
      resource: 'customers',
      recordId: CUSTOMER,
      customerId: CUSTOMER,
      details: {},
    },
  ],
  [
    'PUT email-templates/it',
    { subject: 'For your IT' },
    'admin',
    {
      action: 'edit',
      resource: 'email-templates',
      recordId: 'it',
      customerId: null,
      details: { subject: 'For your IT' },
      before: { subject: DEFAULT.subject },
    },
  ],
  [
    'POST email-templates/it/reset',
    undefined,
    'admin',
    {
      ...{ action: 'reset', resource: 'email-templates', recordId: 'it' },
      details: { subject: DEFAULT.subject, body: `${DEFAULT.body.slice(0, 500)}…` },
      before: { subject: 'For your IT', body: `${DEFAULT.body.slice(0, 500)}…` },
    },
  ],
  [
    'POST users',
    { name: 'Eve', email: 'eve@acme.example', role: 'agent', password: PASSWORD },
    'admin',
    {
      action: 'create',
      resource: 'users',
      recordId: '{id}',
      customerId: null,
      details: { name: 'Eve', email: 'eve@acme.example', role: 'agent', password: '(secret)' },
    },
  ],
  [
    'PUT software/gbol',
    { complexity: 'complex' },
    'admin',
    {
      action: 'edit',
      resource: 'software',
      recordId: 'gbol',
      customerId: null,
      details: { complexity: 'complex' },
      before: { complexity: 'simple' },
    },
  ],
  [
    'PUT stuck-rules/no_data',
    { hours: 30 },
    'admin',
    {
      action: 'edit',
      resource: 'stuck-rules',
      recordId: 'no_data',
      details: { hours: 30 },
      before: { hours: 24 },
    },
  ],
  [
    'POST syncs',
    { kind: 'changes' },
    'admin',
    { action: 'create', resource: 'syncs', recordId: '{id}', details: { kind: 'changes' } },
  ],
];

/** Requests that change nothing. */
const REJECTED: [request: string, body: object, role: Role][] = [
  [`PUT customers/${CUSTOMER}`, { contactEmail: 'none' }, 'agent'],
  [`PUT customers/${CUSTOMER}`, { assigneeId: 'nobody' }, 'agent'],
  [`PUT customers/${CUSTOMER}`, {}, 'agent'],
  [`PUT customers/${CUSTOMER}`, { description: 'ours to read only' }, 'agent'],
  [`DELETE customers/${CUSTOMER}`, {}, 'admin'],
  ['POST customers', { name: 'Bad', accountManagerId: 'nobody' }, 'agent'],
  ['POST notes', { customerId: CUSTOMER, text: '' }, 'agent'],
  ['POST notes', { customerId: 'nobody', text: 'a' }, 'agent'],
  ['POST notes', { customerId: CUSTOMER, text: 'a\0' }, 'agent'],
  ['PUT software/gbol', { complexity: 'simple' }, 'agent'],
  ['POST users', { name: 'A', email: 'a@b.example', role: 'agent', password: PASSWORD }, 'agent'],
  [
    'POST users',
    { name: 'A', email: 'agent@acme.example', role: 'agent', password: PASSWORD },
    'admin',
  ],
  [`POST journeys/${CUSTOMER}:0/close`, { reason: 'bored' }, 'agent'],
  [`POST journeys/nobody:0/close`, { reason: 'declined' }, 'agent'],
  [`POST attempts/${CUSTOMER}:0:0/correct`, { reason: 'luck' }, 'agent'],
  ['POST activity', { action: 'create' }, 'admin'],
];

describe.each(DRIVERS)('the activity log on $name', (driver) => {
  let test: TestApi;

  const send = (request: string, body: object | undefined, role: Role) => {
    const [method = '', path] = request.split(' ');
    return test.send(method, `/api/${path}`, body, role);
  };
  const newest = async (filter: object = {}, role: Role = 'admin') =>
    (await (await test.list('activity', { filter, range: [0, 0] }, role)).json())[0];
  /** Refusals are recorded, too, but as such. */
  const count = () => test.database.$count(activity, ne(activity.action, 'refuse'));

  beforeAll(async () => {
    test = await openOn(driver, 'activity');
    const deliver = (eventType: string, payload: object) =>
      test.deliver(eventType, webhookBody({ eventType, payload }));
    await deliver('company.created', company(CUSTOMER));
    await deliver('connection.created', connection(CUSTOMER));
    const errors = [failure('500', 'Unknown error occurred.')];
    await deliver('connection.failed', connection(CUSTOMER, { errors }));
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('contains no entries for webhooks', async () => {
    expect(await count()).toBe(0);
  });

  it.each(REJECTED)(
    'doesn’t log the rejected %s %j by the role %s',
    async (request, body, role) => {
      const before = await count();
      await send(request, body, role);
      expect(await count()).toBe(before);
    },
  );

  it.each(ACTIONS)('logs %s %j by the role %s', async (request, body, role, entry) => {
    const before = await count();
    const response = await send(request, body, role);
    expect(response.ok).toBe(true);
    const { id } = await response.json();
    expect(await count()).toBe(before + 1);
    const written = JSON.parse(JSON.stringify(entry).replaceAll('{id}', id));
    expect(await newest()).toMatchObject({ ...written, actorId: test.personId(role) });
    expect((await newest()).details).toEqual(written.details);
  });

  it.each(['links', 'customers/customer/link-shared'])(
    'doesn’t log a repeated request without effect: POST %s',
    async (path) => {
      await send(`POST ${path}`, { customerId: CUSTOMER }, 'agent');
      const before = await count();
      expect((await send(`POST ${path}`, { customerId: CUSTOMER }, 'agent')).status).toBe(201);
      expect(await count()).toBe(before);
    },
  );

  it('logs an email once when its request is repeated with the same key', async () => {
    const headers = { 'idempotency-key': 'once' };
    const body = { customerId: CUSTOMER, template: 'guide' };
    const before = await count();
    for (const _ of ['first', 'again'])
      expect((await test.send('POST', '/api/emails', body, 'agent', headers)).status).toBe(201);
    expect(await count()).toBe(before + 1);
  });

  it('keeps the contents of a deleted record', async () => {
    const note = { customerId: CUSTOMER, text: 'Wrong customer' };
    const { id } = await (await send('POST notes', note, 'agent')).json();
    await send(`DELETE notes/${id}`, undefined, 'agent');
    expect(await newest()).toMatchObject({
      action: 'delete',
      resource: 'notes',
      recordId: id,
      customerId: CUSTOMER,
      details: {},
      before: note,
    });
  });

  it('truncates long values to 500 characters', async () => {
    await send('POST notes', { customerId: CUSTOMER, text: 'x'.repeat(10_000) }, 'agent');
    expect((await newest()).details.text).toBe(`${'x'.repeat(500)}…`);
  });

  it('logs concurrent changes in the order of their effect', async () => {
    const names = ['Ada', 'Bob', 'Cy'];
    await Promise.all(
      names.map((contactName) => send(`PUT customers/${CUSTOMER}`, { contactName }, 'agent')),
    );
    const { contactName } = await test.json(`/api/customers/${CUSTOMER}`);
    const log = await test.list('activity', { range: [0, 2] });
    const written = (await log.json()).map((row: { details: object }) => row.details);
    expect(written[0]).toEqual({ contactName });
    expect(new Set(written)).toEqual(new Set(names.map((name) => ({ contactName: name }))));
  });

  it('hides entries of records that the role can’t see', async () => {
    await send('PUT codat-settings/only', { product: 'Expenses' }, 'admin');
    const [setting] = await test.json('/api/codat-settings');
    await send(`PUT codat-settings/${setting.id}`, { product: 'Expenses' }, 'admin');
    const filter = { resource: 'codat-settings' };
    const { id, details } = await newest(filter);
    expect(details).toEqual({ product: 'Expenses' });
    expect(await newest(filter, 'agent')).toBeUndefined();
    expect((await test.request(`/api/activity/${id}`, {}, 'agent')).status).toBe(404);
  });

  it.each([
    ['person', () => ({ actorId: test.personId('manager') }), 2],
    ['customer and resource', () => ({ customerId: CUSTOMER, resource: 'journeys' }), 2],
    ['time', () => ({ at_gte: '2026-03-11T00:00:00Z' }), 0],
  ])('can be filtered by %s', async (_, filter, found) => {
    const response = await test.list('activity', { filter: filter() }, 'agent');
    expect(await response.json()).toHaveLength(found);
  });
});
