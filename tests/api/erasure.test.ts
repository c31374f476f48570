import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { METRICS } from '../../src/api/metrics/routes.ts';
import { runSync } from '../../src/codat/sync.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { eraseDue } from '../../src/database/privacy/erase.ts';
import { deliveries, emails, links, notes } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { everyText } from '../support/every-text.ts';
import {
  callBackTo,
  deliverTo,
  MARKER,
  marked,
  markedCompany,
  markedCustomer,
} from '../support/marked-customer.ts';
import { company, connection } from '../support/payloads.ts';

describe.each(DRIVERS)('erasure on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'erasure');
  });
  afterEach(() => {
    test.clock.now = NOW;
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const erase = (id: string, name = marked('company')) =>
    test.send('POST', `/api/customers/${id}/erasure`, { name });

  const erased = async (): Promise<string> => {
    const id = await markedCustomer(test);
    expect((await erase(id)).status).toBe(200);
    return id;
  };

  /** Where the marker is, in any text of the database. */
  const traces = async () =>
    (await everyText(test.database)).filter(({ text }) =>
      text.toLowerCase().includes(MARKER.toLowerCase()),
    );

  /** All metrics that a company deleted in Codat counts in. */
  const metrics = async () => {
    const answers: [string, unknown][] = [];
    for (const name of Object.keys(METRICS)) {
      const { computedAt: _, ...answer } = await test.json(`/api/metrics/${name}`);
      answers.push([name, answer]);
    }
    answers.push([
      'by manager',
      (await test.json('/api/metrics/funnel?by=accountManagerId')).groups,
    ]);
    return answers;
  };

  it('leaves no trace of what anyone wrote about a customer, in no table', async () => {
    const id = await markedCustomer(test);
    const planted = new Set((await traces()).map(({ table }) => table));
    expect([...planted].sort()).toEqual([
      ...['activity', 'attempts', 'checkpoints', 'contact_import_lines', 'contact_imports'],
      ...['customers', 'deliveries', 'emails', 'events', 'incidents', 'notes'],
      ...['raised_cases', 'syncs'],
    ]);
    const preview = await test.json(`/api/customers/${id}/erasure`);
    expect(preview).toMatchObject({
      goes: { contacts: 3, notes: 2, emails: 1, links: 2, contactImportLines: 3 },
      stays: { journeys: 1 },
    });
    const response = await erase(id);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(preview);
    expect(await traces()).toEqual([]);
    expect(await rebuild(test.database)).toMatchObject({ differing: [] });
    expect(await traces()).toEqual([]);
  });

  it('leaves others’ rows in a file that is named after the customer, but not its name', async () => {
    const deliver = deliverTo(test);
    for (const id of ['alone', 'beside']) await deliver('company.created', company(id));
    const names = { contactName: 'Ottoline Quint', contactEmail: 'otto@quint.example' };
    await test.send('PUT', '/api/customers/alone', names);
    const file = 'Customer ID,Name\nalone,Otto\nbeside,Bo\n';
    const { id } = await (
      await test.upload('contact-imports', file, 'admin', 'Ottoline Quint and others.csv')
    ).json();
    expect((await erase('alone', 'Company alone')).status).toBe(200);
    expect((await test.json(`/api/contact-imports/${id}`)).fileName).toBe('(erased)');
    const lines = await test.list('contact-import-lines', { filter: { importId: id } });
    expect(await lines.json()).toMatchObject([{ customerId: 'beside' }]);
  });

  it('is recorded without the data', async () => {
    const id = await erased();
    const [entry] = await (
      await test.list('activity', { filter: { customerId: id, action: 'erase' } })
    ).json();
    expect(entry).toMatchObject({ resource: 'customers', recordId: id, details: { notes: 2 } });
  });

  it('is refused unless the customer’s name confirms it', async () => {
    const id = await markedCustomer(test);
    const refused = await erase(id, 'Another company');
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors.name).toContain(marked('company'));
    expect((await test.request(`/api/customers/${id}`)).status).toBe(200);
    expect((await erase(id)).status).toBe(200);
  });

  it('changes no number of a company that was deleted in Codat', async () => {
    await deliverTo(test)('company.created', company('other'));
    const id = await markedCustomer(test);
    await test.send('PUT', `/api/customers/${id}`, { accountManagerId: test.personId('manager') });
    await deliverTo(test)('company.deleted', markedCompany(id));
    const before = await metrics();
    const journeysBefore = await everyText(test.database).then((all) =>
      all.filter(({ table }) => table === 'journeys'),
    );
    expect((await erase(id)).status).toBe(200);
    expect(await metrics()).toEqual(before);
    const journeysAfter = (await everyText(test.database)).filter(
      ({ table }) => table === 'journeys',
    );
    expect(journeysAfter).toEqual(journeysBefore);
  });

  it('is due 30 days after a company was deleted in Codat', async () => {
    const id = await markedCustomer(test);
    await deliverTo(test)('company.deleted', markedCompany(id));
    const deletedAt = '2026-03-09T10:00:00.000Z';
    const dueAt = (hours: number) =>
      eraseDue(test.database, addHours(deletedAt, hours), async () => {});
    expect(await dueAt(30 * 24)).not.toContain(id);
    expect(await dueAt(30 * 24 + 1)).toContain(id);
    expect(await traces()).toEqual([]);
    expect(await dueAt(60 * 24)).toEqual([]);
  });

  it('lasts, whatever Codat and the Link SDK still send', async () => {
    const id = await erased();
    const deliver = deliverTo(test);
    for (const [type, payload] of [
      ['company.created', markedCompany(id)],
      ['connection.created', { ...connection(id), referenceCompany: markedCompany(id) }],
      ['connection.created', { referenceCompany: markedCompany(id), connection: MARKER }],
    ] as const)
      expect((await deliver(type, payload)).status).toBe(204);
    await callBackTo(test)({
      ...{ id: `again-${id}`, companyId: id, type: 'onError', occurredAt: NOW },
      message: marked('again'),
    });
    // The second is odd, so that the sync remarks on it.
    const results = [markedCompany(id), { ...markedCompany(id), created: marked('date') }];
    const page = {
      results,
      pageNumber: 1,
      pageSize: 500,
      totalResults: results.length,
      _links: {},
    };
    test.codatOverride.respond = () => Response.json(page);
    const sync = await runSync(
      {
        ...{ database: test.database, codat: test.codat, now: () => NOW, onProgress: () => {} },
        waitUntil: () => expect.fail('The sync waits.'),
        signal: new AbortController().signal,
        onError: (error) => expect.fail(String(error)),
      },
      'changes',
    );
    test.codatOverride.respond = null;
    expect(sync).toMatchObject({ state: 'done', companies: 2, changed: 0 });
    expect((await test.request(`/api/customers/${id}`)).status).toBe(404);
    expect(await traces()).toEqual([]);
  });

  it('lasts, whatever colleagues do', async () => {
    const id = await erased();
    const note = { customerId: id, text: marked('note') };
    const email = { customerId: id, template: 'link', to: `${MARKER}@acme.example`, force: true };
    const statuses = [
      await test.send('POST', '/api/notes', note),
      await test.send('POST', '/api/emails', email),
      await test.send('POST', '/api/links', { customerId: id }),
      await test.send('PUT', `/api/customers/${id}`, { contactName: marked('main') }),
      await test.send('POST', `/api/journeys/${id}:0/close`, { reason: 'declined' }),
      await test.send('POST', `/api/customers/${id}/export`, {}),
      await erase(id),
    ].map(({ status }) => status);
    expect(statuses).toEqual([422, 422, 422, 404, 404, 404, 404]);
    await test.upload('contact-imports', `Customer ID,Name\n${id},Bo\n`);
    expect(await traces()).toEqual([]);
  });

  it('ends the customer’s tracked links', async () => {
    const id = await markedCustomer(test);
    const [{ address }] = await (await test.list('links', { filter: { customerId: id } })).json();
    await erase(id);
    expect((await test.request(new URL(address).pathname, {}, null)).status).toBe(404);
    for (const table of [notes, emails, links]) expect(await test.database.$count(table)).toBe(0);
    expect(await test.database.select().from(deliveries)).not.toContainEqual(
      expect.objectContaining({ customerId: id, body: expect.any(String) }),
    );
  });
});
