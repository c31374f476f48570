import { sql } from 'drizzle-orm';
import { LINK_EVENTS_KEY, NOW, type TestApi } from './api.ts';
import { addIncident } from './incidents.ts';
import { connection, failure, webhookBody } from './payloads.ts';

/** What tests of erasure and export look for. It is planted wherever someone can write. */
export const MARKER = 'Zephyrine';
export const marked = (field: string): string => `${MARKER} ${field}`;

let count = 0;

/** The company as Codat describes it. */
export const markedCompany = (id: string) => ({
  id,
  name: marked('company'),
  description: marked('description'),
  redirect: `https://link.codat.io/company/${MARKER}`,
  created: '2026-03-01T08:00:00.000Z',
  tags: { [`${MARKER}Key`]: marked('tag'), contactName: marked('contact tag') },
});

/** Sends a webhook. */
export const deliverTo = (test: TestApi) => (eventType: string, payload: unknown) => {
  count += 1;
  return test.deliver(`delivery-${count}`, webhookBody({ eventType, payload }));
};

/** Sends a callback of the Link SDK. */
export const callBackTo = (test: TestApi) => (body: object) =>
  test.request(
    '/api/link-events',
    {
      method: 'POST',
      headers: { authorization: `Bearer ${LINK_EVENTS_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    null,
  );

const post = async (test: TestApi, path: string, body: object = {}) => {
  const response = await test.send('POST', path, body);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};

const fromCodat = async (test: TestApi, id: string) => {
  const deliver = deliverTo(test);
  const company = markedCompany(id);
  await deliver('company.created', company);
  await deliver('connection.created', connection(id));
  await deliver(
    'connection.created',
    connection(id, { connectionId: `${id}-bank`, sourceType: 'Banking', name: marked('bank') }),
  );
  const failed = connection(id, { errors: [failure('500', marked('error'))] });
  await deliver('connection.failed', {
    referenceCompany: company,
    // Software is named for all customers, so that its name isn’t personal.
    connection: { ...failed.connection, linkUrl: `https://link.codat.io/${MARKER}` },
  });
  await deliver('company.product.added', { ...company, products: [marked('product')] });
  await deliver(
    'connection.connected',
    connection(id, { connectionId: `${id}-2`, status: 'Linked' }),
  );
  const issues = [{ message: marked('issue') }];
  const status = 'FetchError';
  await deliver('read.completed.initial', {
    referenceCompany: company,
    dataTypes: [{ connectionId: `${id}-2`, dataType: marked('data type'), status, issues }],
  });
  // What can’t be understood is kept with its body and a problem that quotes it.
  await deliver('connection.created', { referenceCompany: company, connection: MARKER });
  await deliver('company.created', { ...company, created: marked('date') });
  // It names nobody but by the name.
  await deliver('company.renamed', { was: company.name });
};

const fromAgents = async (test: TestApi, customerId: string) => {
  await test.send('PUT', `/api/customers/${customerId}`, {
    contactName: marked('main'),
    contactEmail: `${MARKER}@acme.example`,
    contactPhone: '020 7946 0123',
    contacts: { it: { name: marked('IT'), email: `it-${MARKER}@acme.example`, phone: null } },
  });
  const wait = { waitingFor: 'vendor', waitingNote: marked('wait') };
  await test.send('PUT', `/api/customers/${customerId}`, wait);
  await post(test, '/api/notes', { customerId, text: marked('note') });
  await post(test, '/api/notes', { customerId, text: marked('call'), kind: 'call' });
  const note = marked('personal note');
  const email = { customerId, template: 'link', note, force: true };
  const { id } = await post(test, '/api/emails', email);
  await test.database.execute(
    sql`update emails set problem = ${marked('problem')}, state = 'failed' where id = ${id}`,
  );
  await post(test, '/api/links', { customerId });
  const raised = { customerId, text: marked('raised'), reference: marked('reference') };
  const { id: caseId } = await post(test, '/api/raised-cases', raised);
  const resolved = { state: 'resolved', note: marked('resolution') };
  await test.send('PUT', `/api/raised-cases/${caseId}`, resolved);
  const incidentId = await addIncident(test.database, { endedAt: NOW });
  await test.send('PUT', `/api/incidents/${incidentId}`, {
    note: `Calls first: ${marked('company')}`,
  });
  await post(test, `/api/customers/${customerId}/link-shared`);
  // A search with more rows than a page is an export, which the activity log describes.
  await test.list('customers', { filter: { q: MARKER }, range: [0, 499] });
};

const fromFile = async (test: TestApi, id: string) => {
  const file = [
    `Customer ID,Customer,Role,Name,Email,${marked('column')}`,
    `${id},,accountant,${marked('accountant')},books-${MARKER}@acme.example,`,
    `,${marked('unknown customer')},,${marked('nobody')},,`,
  ].join('\n');
  const uploaded = await test.upload('contact-imports', file, 'admin', `${MARKER}.csv`);
  const imported = await uploaded.json();
  await test.send('PUT', `/api/contact-imports/${imported.id}`, { state: 'applied' });
};

/** A customer with the marker in every text of every door. Returns the id. */
export const markedCustomer = async (test: TestApi): Promise<string> => {
  count += 1;
  const id = `company-${count}`;
  await fromCodat(test, id);
  await callBackTo(test)({
    ...{ id: `sdk-${id}`, companyId: id, type: 'onError', occurredAt: NOW },
    ...{
      connectionId: `${id}-connection`,
      platformName: 'Sage',
      correlationId: marked('correlation'),
    },
    ...{ message: marked('message'), errorCode: marked('code') },
  });
  await fromAgents(test, id);
  await fromFile(test, id);
  const remarks = [{ companyId: id, name: marked('remark'), problem: marked('remark') }];
  await test.database.execute(
    sql`insert into syncs (kind, state, started_at, remarks)
      values ('full', 'done', ${NOW}::timestamptz, ${JSON.stringify(remarks)}::jsonb)`,
  );
  return id;
};
