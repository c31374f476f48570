import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { events } from '../../src/database/schema/index.ts';
import { addWorkingHours } from '../../src/journey/clock/working-time.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, PASSWORD, type TestApi } from '../support/api.ts';
import { company, connection, read, webhookBody } from '../support/payloads.ts';
import { INVALID_BODIES } from './invalid-bodies.ts';

type Row = { id: string };

describe.each(DRIVERS)('writing on $name', (driver) => {
  let test: TestApi;

  const put = (path: string, body: unknown, headers = {}) =>
    test.send('PUT', `/api/${path}`, body, 'admin', headers);

  const deliver = (eventType: string, id: string, payload: unknown, generatedDate?: string) =>
    test.deliver(
      `${eventType}:${id}`,
      webhookBody({ eventType, payload, ...(generatedDate && { generatedDate }) }),
    );

  /** Creates a customer by a webhook and returns the API’s record. */
  const newCustomer = async (id: string) => {
    await deliver('company.created', id, company(id));
    return test.json(`/api/customers/${id}`);
  };

  const tagOf = async (path: string) =>
    (await test.request(`/api/${path}`)).headers.get('etag') ?? '';

  /** Separates changes, because those at the same time have no order. */
  const passSecond = () => {
    test.clock.now = addHours(test.clock.now, 1 / 3600);
  };

  beforeAll(async () => {
    test = await openOn(driver, 'writing');
    for (const id of ['wrong', 'match', 'raced']) await newCustomer(id);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each(INVALID_BODIES)('rejects %s %j, naming %s', async (request, body, field, message) => {
    const [method = '', path = ''] = request.split(' ');
    const [resource] = path.split('/');
    const before = await test.json(`/api/${resource}`);
    const response = await test.send(method, `/api/${path}`, body);
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({ title: 'Unprocessable Content', status: 422 });
    expect(problem.message).toContain(message);
    expect(Object.keys(problem.errors)).toEqual([field]);
    expect(problem.errors[field]).toContain(message);
    expect(await test.json(`/api/${resource}`)).toEqual(before);
  });

  it('names all invalid fields at once', async () => {
    const response = await put('customers/wrong', { contactEmail: 'a', snoozedUntil: 'b', c: 'd' });
    const { errors } = await response.json();
    expect(Object.keys(errors).sort()).toEqual(['c', 'contactEmail', 'snoozedUntil']);
  });

  it.each([
    ['cut off', '{"contactName":', 'application/json', 400, 'Bad Request'],
    ['not JSON by its type', '{"contactName":"A"}', 'text/plain', 415, 'Unsupported Media Type'],
  ])('rejects a body that is %s and changes nothing', async (_, body, type, status, title) => {
    const before = await test.json('/api/customers/wrong');
    const init = { method: 'PUT', body, headers: { 'content-type': type } };
    const response = await test.request('/api/customers/wrong', init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, title });
    expect(await test.json('/api/customers/wrong')).toEqual(before);
  });

  it('PUT changes the given fields, keeps the others and records each change', async () => {
    const before = await newCustomer('partial');
    const [assigneeId, accountManagerId] = [test.personId('agent'), test.personId('manager')];
    const steps = [
      { contactName: 'Ada Lovelace', contactEmail: 'ada@acme.example' },
      { assigneeId, accountManagerId },
      { contactName: null },
      { assigneeId: null },
    ];
    for (const step of steps) {
      passSecond();
      expect((await put('customers/partial', step)).status).toBe(200);
    }
    const email = { contactEmail: 'ada@acme.example' };
    expect(await test.json('/api/customers/partial')).toEqual({
      ...before,
      ...email,
      accountManagerId,
    });
    const timeline = await test.database
      .select()
      .from(events)
      .where(eq(events.customerId, 'partial'))
      .orderBy(events.occurredAt);
    const changes = timeline.filter(({ type }) => type === 'customer.updated');
    expect(changes.map(({ data }) => data)).toEqual(steps.map((customer) => ({ customer })));
    expect(new Set(changes.map(({ actorId }) => actorId))).toEqual(
      new Set([test.personId('admin')]),
    );
  });

  it('PUT stores a contact per role, keeps the others, and lists find them', async () => {
    await newCustomer('contacts');
    const bo = { name: 'Bo Ek', email: 'bo@contacts.example', phone: null };
    const cy = { name: null, email: null, phone: '+44 20 7946 0123' };
    const found = async (q: string) =>
      (await (await test.list('customers', { filter: { q } })).json()).map(({ id }: Row) => id);
    for (const contacts of [
      { administrator: { ...bo, name: ' Bo Ek ', phone: '' }, accountant: { name: 'Di' } },
      { it: { phone: cy.phone }, accountant: null },
    ]) {
      passSecond();
      expect((await put('customers/contacts', { contacts })).status).toBe(200);
    }
    expect(await test.json('/api/customers/contacts')).toMatchObject({
      contacts: { administrator: bo, it: cy, accountant: null },
    });
    for (const q of ['bo ek', 'BO@contacts', '7946 0123'])
      expect(await found(q)).toEqual(['contacts']);
    for (const q of ['administrator', 'email', 'null']) expect(await found(q)).toEqual([]);
  });

  it.each(['r&d@acme.example', 'zoë!#$%*/=?^`{|}~@müller.example'])(
    'accepts the address %s wherever an email can go to',
    async (address) => {
      await newCustomer('addressed');
      const copied = { contactEmail: `R & D <mailto:${encodeURIComponent(address)}>` };
      const contacts = { it: { email: address } };
      expect((await put('customers/addressed', { ...copied, contacts })).status).toBe(200);
      expect(await test.json('/api/customers/addressed')).toMatchObject({
        contactEmail: address,
        contacts: { it: { email: address } },
      });
      for (const to of ['main', 'it', address]) {
        const email = { customerId: 'addressed', template: 'link', to };
        const preview = await test.send('POST', '/api/emails/preview', email);
        expect(await preview.json()).toMatchObject({ toEmail: address, obstacle: null });
      }
      const settings = { supportEmail: address };
      expect((await put('workspace-settings/workspace', settings)).status).toBe(200);
    },
  );

  it('treats a form’s empty fields as null', async () => {
    await newCustomer('emptied');
    await put('customers/emptied', { contactName: 'Ada', contactPhone: '020 7946 0123' });
    passSecond();
    const empty = { contactName: ' ', contactEmail: '', contactPhone: '' };
    expect((await put('customers/emptied', empty)).status).toBe(200);
    expect(await test.json('/api/customers/emptied')).toMatchObject({
      contactName: null,
      contactEmail: null,
      contactPhone: null,
    });
  });

  it('ignores read-only fields and empty bodies', async () => {
    const before = await newCustomer('read-only');
    const sent = { id: 'other', name: 'X', stage: 'streaming', connected: 7, stuck: 'no' };
    for (const body of [{}, sent])
      expect((await put('customers/read-only', body)).status).toBe(200);
    expect(await test.json('/api/customers/read-only')).toEqual(before);
    const filter = { customerId: 'read-only', type: 'customer.updated' };
    expect(await (await test.list('events', { filter })).json()).toEqual([]);
  });

  it('merges concurrent changes of different fields', async () => {
    await newCustomer('twice');
    const bodies = [{ contactName: 'Ada' }, { contactEmail: 'ada@acme.example' }];
    await Promise.all(bodies.map((body) => put('customers/twice', body)));
    expect(await test.json('/api/customers/twice')).toMatchObject({ ...bodies[0], ...bodies[1] });
  });

  it.each([
    ['customers/match', { contactName: 'Ada' }, { contactName: 'Bob' }],
    ['software/gbol', { complexity: 'moderate' }, { complexity: 'complex' }],
    ['stuck-rules/no_data', { hours: 20 }, { hours: 30 }],
  ])(
    'PUT %s with an outdated ETag answers 412 and keeps the first change',
    async (path, first, second) => {
      const stale = await tagOf(path);
      const accepted = await put(path, first, { 'if-match': stale });
      expect(accepted.status).toBe(200);
      const refused = await put(path, second, { 'if-match': stale });
      expect(refused.status).toBe(412);
      expect(await refused.json()).toMatchObject({ title: 'Precondition Failed', status: 412 });
      expect(await test.json(`/api/${path}`)).toMatchObject(first);
      passSecond();
      const fresh = await tagOf(path);
      expect(fresh).toBe(accepted.headers.get('etag'));
      expect(fresh).not.toBe(stale);
      expect((await put(path, second, { 'if-match': fresh })).status).toBe(200);
      passSecond();
      expect((await put(path, first, { 'if-match': '*' })).status).toBe(200);
    },
  );

  it.each([
    ['customers/raced', [{ contactName: 'Ada' }, { contactName: 'Bob' }, { contactName: 'Cy' }]],
    ['stuck-rules/link_unopened', [{ hours: 1 }, { hours: 2 }, { hours: 3 }]],
  ])('concurrent PUT %s with the same ETag has one winner', async (path, bodies) => {
    const tag = await tagOf(path);
    const responses = await Promise.all(bodies.map((body) => put(path, body, { 'if-match': tag })));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const winner = bodies[responses.findIndex(({ status }) => status === 200)];
    expect(await test.json(`/api/${path}`)).toMatchObject(winner ?? {});
  });

  it('DELETE with an outdated ETag answers 412', async () => {
    const body = { customerId: 'wrong', text: 'Called' };
    const created = await test.send('POST', '/api/notes', body);
    const { id } = await created.json();
    const stale = created.headers.get('etag') ?? '';
    await put(`notes/${id}`, { text: 'Called twice' });
    const remove = async (tag: string) =>
      (await test.send('DELETE', `/api/notes/${id}`, undefined, 'admin', { 'if-match': tag }))
        .status;
    expect(await remove(stale)).toBe(412);
    expect(await remove(await tagOf(`notes/${id}`))).toBe(200);
  });

  it('a note has its author and its time of creation', async () => {
    const body = { customerId: 'wrong', text: '  Called, no answer\n' };
    const response = await test.send('POST', '/api/notes', body, 'agent');
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      customerId: 'wrong',
      kind: 'note',
      text: 'Called, no answer',
      authorId: test.personId('agent'),
      createdAt: test.clock.now,
    });
  });

  it('rejects a user’s email that is in use, and administrators who demote or remove themselves', async () => {
    const person = {
      name: 'Eve',
      email: 'AGENT@acme.example',
      role: 'agent',
      password: PASSWORD,
    };
    const duplicate = await test.send('POST', '/api/users', person);
    expect(duplicate.status).toBe(409);
    expect((await duplicate.json()).errors).toEqual({
      email: expect.stringContaining('already in use'),
    });
    const self = `/api/users/${test.personId('admin')}`;
    expect((await test.send('PUT', self, { role: 'agent' })).status).toBe(409);
    expect((await test.request(self, { method: 'DELETE' })).status).toBe(409);
    expect(await test.json(self)).toMatchObject({ role: 'admin', email: 'admin@acme.example' });
  });

  it('PUT of a whole record works after the people in it were removed', async () => {
    const before = await newCustomer('orphaned');
    const password = PASSWORD;
    const leaver = { name: 'Lee', email: 'lee@acme.example', role: 'manager', password };
    const { id } = await (await test.send('POST', '/api/users', leaver)).json();
    const people = { assigneeId: id, accountManagerId: id };
    expect((await put('customers/orphaned', people)).status).toBe(200);
    expect((await test.request(`/api/users/${id}`, { method: 'DELETE' })).status).toBe(200);
    passSecond();
    const record = { ...before, ...people, contactName: 'Ada' };
    expect((await put('customers/orphaned', record)).status).toBe(200);
    expect(await test.json('/api/customers/orphaned')).toMatchObject({
      ...people,
      contactName: 'Ada',
    });
    passSecond();
    expect((await put('customers/orphaned', { ...record, assigneeId: null })).status).toBe(200);
    // Nobody new can be given to them.
    expect((await put('customers/orphaned', people)).status).toBe(422);
  });

  it('a wait removes a stuck customer from the queue, and says when it ended why they are back', async () => {
    await newCustomer('waiting');
    const waitingUntil = addHours(test.clock.now, 2);
    const wait = { waitingFor: 'migration', waitingUntil, waitingNote: 'Xero' };
    const response = await put('customers/waiting', wait);
    expect(await response.json()).toMatchObject({
      ...{ stuck: false, waiting: true, standing: 'snoozed', ...wait },
      ...{ snoozedById: test.personId('admin'), snoozedUntil: null },
    });
    const ids = async (filter: object) =>
      (await test.json(`/api/customers?filter=${JSON.stringify({ ...filter, id: 'waiting' })}`))
        .length;
    expect(await ids({ waiting: true })).toBe(1);
    expect(await ids({ waitingFor: 'migration', waiting: false })).toBe(0);
    test.clock.now = waitingUntil;
    const back = { stuck: true, waiting: false, standing: 'stuck', ...wait };
    expect(await test.json('/api/customers/waiting')).toMatchObject(back);
    // As react-admin’s forms do, it sends all fields back.
    const all = { ...(await test.json('/api/customers/waiting')), contactName: 'Bo' };
    expect((await put('customers/waiting', all)).status).toBe(200);
    expect(await test.json('/api/customers/waiting')).toMatchObject(back);
  });

  it('a snooze and a wait replace each other, and the last one is known after its end', async () => {
    await newCustomer('paused');
    const later = addHours(test.clock.now, 2);
    await put('customers/paused', { waitingFor: 'vendor' });
    const snoozed = await (await put('customers/paused', { snoozedUntil: later })).json();
    expect(snoozed).toMatchObject({ snoozedUntil: later, waitingFor: null, waiting: true });
    await put('customers/paused', { waitingFor: 'connection' });
    const waiting = { snoozedUntil: null, waitingFor: 'connection', waitingUntil: null };
    expect(await test.json('/api/customers/paused')).toMatchObject(waiting);
    await put('customers/paused', { waitingFor: null });
    expect(await test.json('/api/customers/paused')).toMatchObject({
      ...{ stuck: true, waiting: false, waitingFor: null, snoozedById: null },
      lastPause: { waitingFor: 'connection', from: test.clock.now, until: null },
    });
  });

  it('a snooze removes a stuck customer from the queue until it ends', async () => {
    expect(await newCustomer('snoozed')).toMatchObject({ stuck: true, stuckReason: 'not_invited' });
    const snoozedUntil = addHours(test.clock.now, 2);
    const response = await put('customers/snoozed', { snoozedUntil });
    expect(await response.json()).toMatchObject({ stuck: false, snoozedUntil });
    test.clock.now = snoozedUntil;
    expect(await test.json('/api/customers/snoozed')).toMatchObject({ stuck: true });
  });

  it('software set to read data once brings back customers whose access ended after it was read', async () => {
    const desktop = (status: string) => connection('read-once', { key: 'pqsw', status });
    const at = (hour: number) => addHours(NOW, hour - 9);
    await deliver('connection.connected', 'read-once', desktop('Linked'), at(1));
    await deliver('read.completed.initial', 'read-once', read('read-once'), at(2));
    await deliver('connection.disconnected', 'read-once', desktop('Deauthorized'), at(3));
    const lost = { connected: false, stuckReason: 'disconnected', priority: 'high' };
    const done = { connected: true, stage: 'streaming', stuckReason: null };
    expect(await test.json('/api/customers/read-once')).toMatchObject(lost);
    await put('software/pqsw', { oneTime: true });
    expect(await test.json('/api/customers/read-once')).toMatchObject(done);
    await put('software/pqsw', { oneTime: false });
    expect(await test.json('/api/customers/read-once')).toMatchObject(lost);
  });

  it('changed thresholds and complexity update when a customer is stuck', async () => {
    const { createdAt } = await newCustomer('ruled');
    await put('stuck-rules/not_invited', { hours: 300 });
    await test.recalculate();
    expect(await test.json('/api/customers/ruled')).toMatchObject({
      stuck: false,
      stuckAt: addHours(createdAt, 300),
    });
    await deliver('connection.created', 'ruled', connection('ruled', { key: 'pbbf' }));
    const { lastActivityAt } = await test.json('/api/customers/ruled');
    for (const [complexity, hours] of [['simple', 24] as const, ['complex', 96] as const]) {
      await put('software/pbbf', { complexity });
      await test.recalculate();
      const stuckAt = addHours(lastActivityAt, hours);
      expect(await test.json('/api/customers/ruled')).toMatchObject({ stuckAt });
    }
  });

  it('rules that count working time follow the team’s calendar, and no others do', async () => {
    const { createdAt } = await newCustomer('in working time');
    await put('stuck-rules/not_invited', { hours: 300, workingTime: false });
    const stuckAt = async () => {
      await test.recalculate();
      return (await test.json('/api/customers/in working time')).stuckAt;
    };
    expect(await stuckAt()).toBe(addHours(createdAt, 300));
    const calendar = {
      timeZone: 'Asia/Kolkata',
      workingDays: [6, 1, 2],
      workingFrom: '10:00',
      workingTo: '14:00',
      holidays: ['2026-12-25'],
    };
    const stored = await (await put('workspace-settings/workspace', calendar)).json();
    expect(stored).toMatchObject({ ...calendar, workingDays: [1, 2, 6] });
    expect(await stuckAt()).toBe(addHours(createdAt, 300));
    await put('stuck-rules/not_invited', { workingTime: true });
    expect(await stuckAt()).toBe(addWorkingHours(createdAt, 300, calendar));
    await put('workspace-settings/workspace', { workingTo: '18:00' });
    expect(await stuckAt()).toBe(
      addWorkingHours(createdAt, 300, { ...calendar, workingTo: '18:00' }),
    );
  });
});
