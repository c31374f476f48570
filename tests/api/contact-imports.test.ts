import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ContactImportLineRecord } from '../../src/api/contact-imports/lines-resource.ts';
import type { ContactImportRecord } from '../../src/api/contact-imports/resource.ts';
import { ingest } from '../../src/database/ingest.ts';
import { customers, events, users } from '../../src/database/schema/index.ts';
import { CONTACT_ROLES } from '../../src/journey/contacts.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';

const CUSTOMERS = 2500;
const BATCH = 500;
const SLOW_MS = 60_000;

const idOf = (index: number): string => `customer-${String(index).padStart(4, '0')}`;

const created = (index: number): JourneyEvent => ({
  type: 'customer.created',
  customerId: idOf(index),
  sourceId: 'created',
  source: 'codat',
  occurredAt: '2026-03-01T08:00:00.000Z',
  actorId: null,
  data: { customer: { name: `Company ${Math.min(index, CUSTOMERS - 2)}` } },
});

const HEADER = 'Customer ID;Name;Email;Phone;Role';

/** A contact for each role of each customer: 10,000. */
const LINES = Array.from({ length: CUSTOMERS * CONTACT_ROLES.length }, (_, index) => {
  const role = CONTACT_ROLES[index % CONTACT_ROLES.length];
  const id = idOf(Math.floor(index / CONTACT_ROLES.length));
  return `${id};"Person; ""${index}""";person-${index}@acme.example;020 ${index};${role}`;
});

/** Lines to replace, and the problem that each then has. The first one after the header is line 2. */
const FAULTY: [line: number, text: string, message: string][] = [
  [3, 'nobody;Bo;;;', 'No customer with the ID “nobody”.'],
  [500, `${idOf(1)};Bo;no address;;it`, 'Email: Enter a valid email address.'],
  [501, `${idOf(1)};Bo;;;boss`, 'Unknown role “boss”'],
  [502, `${idOf(1)};"Bo;;;it`, 'Unmatched quotation mark.'],
  [2000, `${idOf(2)};Bo;;;it;x`, '6 values for 5 columns.'],
  [2001, `${idOf(2)};;;;it`, 'Missing contact'],
  [5000, `${idOf(0)};Bo;;;main`, 'Duplicate of row 2'],
  [7777, ';Bo;;;it', 'Missing customer.'],
  [10_001, `${idOf(3)};${'x'.repeat(201)};;;it`, 'Name: At most 200 characters.'],
];

const bigFile = (): string => {
  const lines = [HEADER, ...LINES];
  for (const [line, text] of FAULTY) lines[line - 1] = text;
  return `\ufeff${lines.join('\r\n')}\r\n`;
};

const contactsOf = async ({ database }: TestApi) => {
  const { id, contactName, contactEmail, contactPhone } = customers;
  return database
    .select({ id, contactName, contactEmail, contactPhone, contacts: customers.contacts })
    .from(customers)
    .orderBy(id);
};

describe.each(DRIVERS)('importing contacts on $name', (driver) => {
  let test: TestApi;

  const upload = async (file: BodyInit): Promise<ContactImportRecord> =>
    (await test.upload('contact-imports', file, 'agent')).json();
  const setState = (contactImport: { id: string }, state: 'applied' | 'undone') =>
    test.send('PUT', `/api/contact-imports/${contactImport.id}`, { state }, 'agent');
  const linesOf = async ({ id }: { id: string }, filter: object) => {
    const query = { filter: { importId: id, ...filter }, range: [0, 999] };
    return (await test.list('contact-import-lines', query)).json() as Promise<
      ContactImportLineRecord[]
    >;
  };
  const customer = (index: number) => test.json(`/api/customers/${idOf(index)}`);
  const eventsOf = ({ id }: { id: string }) =>
    test.database.$count(events, like(events.sourceId, `${id}%`));
  const change = (index: number, body: object) => {
    test.clock.now = addHours(test.clock.now, 0.1);
    return test.send('PUT', `/api/customers/${idOf(index)}`, body);
  };
  /** The status and message of a step that is rejected. */
  const rejection = async (contactImport: { id: string }, state: 'applied' | 'undone') => {
    const response = await setState(contactImport, state);
    return [response.status, (await response.json()).message];
  };

  beforeAll(async () => {
    test = await openOn(driver, 'contact_imports');
    for (let first = 0; first < CUSTOMERS; first += BATCH)
      await ingest(
        test.database,
        Array.from({ length: BATCH }, (_, index) => created(first + index)),
        NOW,
      );
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('reports every faulty one of 10,000 lines, applies the others, and undoes them', {
    timeout: 3 * SLOW_MS,
  }, async () => {
    const before = await contactsOf(test);
    const started = performance.now();
    const preview = await upload(bigFile());
    expect(performance.now() - started).toBeLessThan(SLOW_MS / 3);
    expect(preview).toMatchObject({
      state: 'previewed',
      createdById: test.personId('agent'),
      fileName: 'contacts.csv',
      changes: LINES.length - FAULTY.length,
      unchanged: 0,
      faulty: FAULTY.length,
    });
    const faulty = await linesOf(preview, { outcome: 'faulty' });
    expect(faulty.map(({ line, raw, problem }) => [line, raw, problem])).toEqual(
      FAULTY.map(([line, text, message]) => [line, text, expect.stringContaining(message)]),
    );
    expect(await contactsOf(test)).toEqual(before);

    // Two contacts change before the import is applied, and one afterwards.
    await change(10, { contactName: 'Somebody else' });
    await change(11, { contacts: { it: { name: 'Somebody else' } } });
    const applied = await (await setState(preview, 'applied')).json();
    expect(applied).toMatchObject({
      state: 'applied',
      appliedAt: test.clock.now,
      undoneAt: null,
      changes: preview.changes - 2,
      faulty: preview.faulty + 2,
    });
    expect(await linesOf(preview, { outcome: 'faulty', line: [42, 48] })).toMatchObject(
      [42, 48].map((line) => ({ line, problem: expect.stringContaining('after the preview') })),
    );
    expect(await customer(12)).toMatchObject({
      contactName: 'Person; "48"',
      contactEmail: 'person-48@acme.example',
      contacts: { administrator: { name: 'Person; "49"', phone: '020 49' } },
    });
    expect(await customer(10)).toMatchObject({ contactName: 'Somebody else', contactEmail: null });
    expect(await eventsOf(preview)).toBe(applied.changes);

    expect(await rejection(preview, 'applied')).toEqual([409, 'This import was already applied.']);
    await change(12, { contacts: { administrator: { name: 'Somebody else' } } });
    const undone = await (await setState(preview, 'undone')).json();
    expect(undone).toMatchObject({ state: 'undone', undoneAt: test.clock.now });
    const left = await linesOf(preview, { outcome: 'change', problem_neq: null });
    expect(left.map(({ customerId, role }) => [customerId, role])).toEqual([
      [idOf(12), 'administrator'],
    ]);
    const known = await contactsOf(test);
    const changed = known.filter((customer, index) => {
      const contacts = Object.values(customer.contacts).filter((contact) => contact !== null);
      return contacts.length > 0 || customer.contactName !== before[index]?.contactName;
    });
    expect(changed.map(({ id }) => id)).toEqual([10, 11, 12].map(idOf));
    expect(await rejection(preview, 'undone')).toEqual([409, 'This import was already undone.']);
    expect(await rejection(preview, 'applied')).toEqual([
      409,
      expect.stringContaining('Upload the file again'),
    ]);
    expect(await eventsOf(preview)).toBe(2 * applied.changes - 1);
  });

  it('resumes an interrupted import, and changes nothing twice', {
    timeout: SLOW_MS,
  }, async () => {
    const lines = LINES.filter((line) => line.endsWith(';accountant')).slice(0, 2 * BATCH);
    const preview = await upload([HEADER, ...lines].join('\n'));
    const { transaction } = test.database;
    const cut = vi.spyOn(test.database, 'transaction').mockImplementation((...arguments_) => {
      // The first starts the import, and the second applies the first batch.
      if (cut.mock.calls.length === 3) throw new Error('The power is cut.');
      return transaction.apply(test.database, arguments_);
    });
    expect((await setState(preview, 'applied')).status).toBe(500);
    cut.mockRestore();
    expect(test.faults.splice(0)).toEqual(['Error: The power is cut.']);
    expect(await test.json(`/api/contact-imports/${preview.id}`)).toMatchObject({
      state: 'applied',
      appliedAt: null,
    });
    expect(await eventsOf(preview)).toBe(BATCH);
    expect(await rejection(preview, 'undone')).toEqual([
      409,
      expect.stringContaining('being applied'),
    ]);
    expect(await (await setState(preview, 'applied')).json()).toMatchObject({
      appliedAt: test.clock.now,
      changes: 2 * BATCH,
      faulty: 0,
    });
    expect(await eventsOf(preview)).toBe(2 * BATCH);
    expect(await customer(999)).toMatchObject({
      contacts: { accountant: { name: 'Person; "3999"' } },
    });
  });

  it('changes nothing when an import is discarded or repeats what is stored', async () => {
    const file = `company;mail\nCompany 20;a@acme.example\nCompany ${CUSTOMERS - 2};b@acme.example`;
    const preview = await upload(file);
    expect(preview).toMatchObject({ changes: 1, faulty: 1 });
    expect(await linesOf(preview, { outcome: 'faulty' })).toMatchObject([
      { line: 3, problem: expect.stringContaining('2 customers are named') },
    ]);
    expect(await (await setState(preview, 'undone')).json()).toMatchObject({
      state: 'undone',
      appliedAt: null,
      undoneAt: test.clock.now,
    });
    expect(await rejection(preview, 'applied')).toEqual([
      409,
      expect.stringContaining('discarded'),
    ]);
    expect(await customer(20)).toMatchObject({ contactEmail: null });
    await setState(await upload(file), 'applied');
    expect(await customer(20)).toMatchObject({ contactEmail: 'a@acme.example' });
    expect(await upload(file)).toMatchObject({ changes: 0, unchanged: 1, faulty: 1 });
  });

  it('reads Windows-1252, and reports unknown columns', async () => {
    const latin = [...`id;name;Größe\n${idOf(21)};Zoë;1`].map((letter) => letter.charCodeAt(0));
    const preview = await upload(new Uint8Array(latin));
    const [header] = await linesOf(preview, { outcome: 'faulty' });
    expect(header).toMatchObject({ line: 1, raw: 'id;name;Größe' });
    expect(header?.problem).toContain('“Größe”');
    await setState(preview, 'applied');
    expect(await customer(21)).toMatchObject({ contactName: 'Zoë' });
  });

  it('sets account managers, and gives customers back on undo unless they were given on', async () => {
    const [manager, agent] = [test.personId('manager'), test.personId('agent')];
    await change(22, { accountManagerId: agent });
    await change(24, { accountManagerId: agent });
    const lines = [22, 23, 24].map((index) => `${idOf(index)};Manager@acme.example`);
    const preview = await upload(`Customer ID;Account manager\n${lines.join('\n')}`);
    expect(preview).toMatchObject({ changes: 3, faulty: 0 });
    const managers = async () =>
      (await Promise.all([22, 23, 24].map(customer))).map((row) => row.accountManagerId);
    expect(await managers()).toEqual([agent, null, agent]);
    await setState(preview, 'applied');
    expect(await managers()).toEqual([manager, manager, manager]);
    await change(24, { accountManagerId: test.personId('admin') });
    await setState(preview, 'undone');
    expect(await managers()).toEqual([agent, null, test.personId('admin')]);
    expect(await linesOf(preview, { problem_neq: null })).toMatchObject([
      { customerId: idOf(24), problem: 'Not reverted: edited after the import.' },
    ]);
  });

  it('gives no customers to someone who has left since the preview, nor back to them on undo', async () => {
    const manager = test.personId('manager');
    const lou = { id: 'lou', name: 'Lou', email: 'lou@acme.example' };
    await test.database.insert(users).values(lou);
    const managerOf = async (index: number) => (await customer(index)).accountManagerId;
    await change(25, { accountManagerId: lou.id });
    const lines = [`${idOf(25)};manager@acme.example`, `${idOf(26)};${lou.email}`];
    const preview = await upload(`Customer ID;Account manager\n${lines.join('\n')}`);
    await test.database.update(users).set({ active: false }).where(eq(users.id, lou.id));
    await setState(preview, 'applied');
    expect([await managerOf(25), await managerOf(26)]).toEqual([manager, null]);
    expect(await linesOf(preview, { outcome: 'faulty' })).toMatchObject([
      { customerId: idOf(26), problem: 'Skipped: the account manager has left.' },
    ]);
    await setState(preview, 'undone');
    expect(await managerOf(25)).toBe(manager);
    expect(await linesOf(preview, { customerId: idOf(25) })).toMatchObject([
      { problem: 'Not reverted: the account manager has left.' },
    ]);
  });

  it.each([
    ['an export', (csv: string) => csv],
    [
      'an export with the old column names',
      (csv: string) => csv.replace('Customer ID', 'Customer id').replace('Email', 'E-mail'),
    ],
  ])('finds no change in %s', async (_, rename) => {
    const query = new URLSearchParams({ filter: JSON.stringify({ id: idOf(21) }) });
    const exported = await test.request(`/api/customers.csv?${query}`);
    // Reading the answer as text would drop its byte order mark.
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exported.arrayBuffer());
    expect(csv).toMatch(/^\ufeffCustomer ID,Customer,.*,Contact name,Email,Phone\r\n/);
    const preview = await upload(rename(csv));
    // The fault is the header’s: it has columns that aren’t part of a contact.
    expect(preview).toMatchObject({ changes: 0, unchanged: 1, faulty: 1 });
    const [header] = await linesOf(preview, { outcome: 'faulty' });
    expect(header?.problem).toMatch(
      /^Ignored unknown columns “Stage”, “Software”, .*“Last activity”\./,
    );
  });

  it.each([
    ['id,shoe size\n1,44', 'needs a contact column'],
    ['PK\u0003\u0004', 'This is a spreadsheet'],
    ['', 'The file is empty.'],
  ])('refuses the file %j with a message', async (file, message) => {
    const response = await test.upload('contact-imports', file);
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect((await response.json()).message).toContain(message);
  });
});
