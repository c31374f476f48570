import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RaisedCaseRecord } from '../../src/api/raised-cases/record.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { addHours } from '../../src/journey/instant.ts';
import { openOn, POSTGRESQL, type TestApi } from '../support/api.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';

describe('a case that is raised with Codat', () => {
  let test: TestApi;

  const passMinute = () => {
    test.clock.now = addHours(test.clock.now, 1 / 60);
  };
  const deliver = (eventType: string, id: string, payload: unknown, generatedDate?: string) =>
    test.deliver(
      `${eventType}:${id}`,
      webhookBody({ eventType, payload, ...(generatedDate && { generatedDate }) }),
    );

  /** A customer whose only attempt failed for an unknown reason. */
  const fail = async (id: string) => {
    await deliver('company.created', id, company(id));
    await deliver('connection.created', id, connection(id));
    const errors = [failure('500', 'Unknown error occurred.')];
    await deliver('connection.failed', id, connection(id, { errors }));
  };
  const post = (body: object) =>
    test.send('POST', '/api/raised-cases', { text: 'No data arrives', ...body }, 'agent');
  const raise = async (customerId: string, fields: object = {}): Promise<RaisedCaseRecord> => {
    await fail(customerId);
    passMinute();
    const raised = await (await post({ customerId, ...fields })).json();
    passMinute();
    return raised;
  };
  const change = async (id: string, changes: object) =>
    test.send('PUT', `/api/raised-cases/${id}`, changes, 'manager');
  const customer = (id: string) => test.json(`/api/customers/${id}`);
  const eventsOf = async (customerId: string) =>
    (
      await test.list('events', {
        ...{ filter: { customerId, source: 'agent' }, sort: ['occurredAt', 'ASC'] },
      })
    ).json();

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'raised_cases');
  });
  afterAll(async () => {
    expect((await rebuild(test.database)).differing).toEqual([]);
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('keeps what was sent, Codat’s reference, and the software and connection of the time', async () => {
    expect(await raise('kept', { reference: '4711' })).toMatchObject({
      ...{ customerId: 'kept', text: 'No data arrives', reference: '4711', state: 'open' },
      ...{ software: 'gbol', connectionId: 'kept-connection', movedOnAt: null },
      raisedById: test.personId('agent'),
    });
    expect(await customer('kept')).toMatchObject({ raisedReference: '4711', waitingFor: null });
  });

  it('is an event of the customer, so that waiting for Codat is what to do next', async () => {
    const { id, raisedAt } = await raise('told', { reference: '4712' });
    expect((await customer('told')).tried).toEqual({ raised: raisedAt });
    expect(await eventsOf('told')).toMatchObject([
      { type: 'case.raised', data: { caseId: id, reference: '4712' } },
    ]);
  });

  it('lets the customer wait for Codat in one go, until it is resolved', async () => {
    const { id } = await raise('waits', { reference: '4713', wait: true });
    expect(await customer('waits')).toMatchObject({
      ...{ waitingFor: 'codat', waitingNote: '4713', waiting: true, stuck: false },
    });
    const note = 'They reset the connection.';
    expect(await (await change(id, { state: 'resolved', note })).json()).toMatchObject({
      ...{ state: 'resolved', note, resolvedAt: test.clock.now },
      resolvedById: test.personId('manager'),
    });
    expect(await customer('waits')).toMatchObject({
      ...{ waitingFor: null, raisedReference: null, tried: {} },
    });
  });

  it('says that the customer has moved on since', async () => {
    const { id } = await raise('moves');
    const at = test.clock.now;
    passMinute();
    const linked = connection('moves', { status: 'Linked' });
    await deliver('connection.connected', 'moves', linked, at);
    expect(await test.json(`/api/raised-cases/${id}`)).toMatchObject({ movedOnAt: at });
    expect((await customer('moves')).tried).toEqual({});
    await change(id, { state: 'resolved' });
    expect(await test.json(`/api/raised-cases/${id}`)).toMatchObject({ movedOnAt: null });
  });

  it('is raised once: a second one gets 409 with the reference of the open ticket', async () => {
    const { id } = await raise('once', { reference: '4714' });
    const again = await post({ customerId: 'once' });
    expect([again.status, (await again.json()).detail]).toEqual([
      409,
      expect.stringContaining('reference 4714'),
    ]);
    await change(id, { state: 'resolved' });
    passMinute();
    expect((await post({ customerId: 'once' })).status).toBe(201);
    expect((await change(id, { state: 'open' })).status).toBe(409);
  });

  it('can be resolved and reopened, each once however often it is asked', async () => {
    const { id, raisedAt } = await raise('turns');
    for (const state of ['resolved', 'resolved', 'open', 'open']) {
      expect((await change(id, { state })).status).toBe(200);
      passMinute();
    }
    expect(await test.json(`/api/raised-cases/${id}`)).toMatchObject({
      ...{ state: 'open', raisedAt, resolvedAt: null, resolvedById: null },
    });
    const told = await eventsOf('turns');
    expect(told.map(({ type }: { type: string }) => type)).toEqual([
      'case.raised',
      'case.resolved',
      'case.raised',
    ]);
    expect(told.at(-1).data).toEqual({ caseId: id, again: true });
  });

  it('gets its reference later, which people find it by', async () => {
    const { id } = await raise('later');
    await change(id, { reference: ' 4715 ' });
    expect(await customer('later')).toMatchObject({ raisedReference: '4715' });
    const found = await (await test.list('raised-cases', { filter: { q: '4715' } })).json();
    expect(found.map((one: RaisedCaseRecord) => one.id)).toEqual([id]);
  });
});
