import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMessages } from '../support/alert-messages.ts';
import { DRIVERS, LINK_EVENTS_KEY, openOn, type TestApi } from '../support/api.ts';
import { addIncident } from '../support/incidents.ts';
import { company, connection, webhookBody } from '../support/payloads.ts';
import { signedDelivery } from '../support/webhooks.ts';
import { IMPORTING, OFFERS } from './offers.ts';
import { ROUTES } from './permission-table.ts';

const RESOURCES = OFFERS.map(({ resource }) => resource);
const MEBIBYTE = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };
const KEY = { authorization: `Bearer ${LINK_EVENTS_KEY}` };

/** What opens a door: link events are for programs with the key, which opens no other. */
const keyFor = (path: string) => (path === '/api/link-events' ? KEY : {});

const callback = (fields: object) => ({
  id: 'callback',
  companyId: 'customer',
  type: 'onError',
  connectionId: 'customer-connection',
  occurredAt: '2026-03-09T10:00:00Z',
  ...fields,
});

/** Requests with text that PostgreSQL can’t store, such as NUL, and the status of their responses. */
const WITH_NUL: [method: string, path: string, body: object | undefined, status: number][] = [
  ...RESOURCES.map((name): [string, string, undefined, number] => [
    'GET',
    `/api/${name}/%00`,
    undefined,
    404,
  ]),
  ['GET', '/api/%00', undefined, 404],
  ['GET', '/api/customers/%E0%A4%A', undefined, 404],
  ['GET', '/api/customers?sort=["%00","ASC"]', undefined, 400],
  ['GET', '/api/customers?range=%00', undefined, 400],
  ['GET', '/api/customers?filter={"%5Cu0000":1}', undefined, 400],
  ['PUT', '/api/customers/%00', { contactName: 'Ada' }, 404],
  ['PUT', '/api/customers/customer', { contactName: 'a\0b' }, 422],
  ['PUT', '/api/customers/customer', { contactEmail: 'a\0@b.example' }, 422],
  ['PUT', '/api/customers/customer', { assigneeId: '\0' }, 400],
  ['DELETE', '/api/users/%00', undefined, 404],
  ['POST', '/api/notes', { customerId: 'customer', text: 'a\0b' }, 400],
  ['POST', '/api/notes', { customerId: '\0', text: 'a' }, 400],
  ['POST', '/api/links', { customerId: '\0' }, 400],
  ['POST', '/api/customers/%00/link-shared', undefined, 404],
  ['PUT', '/api/workspace-settings/workspace', { senderName: 'a\0' }, 422],
  ['POST', '/api/emails', { customerId: '\0', template: 'link' }, 400],
  ['POST', '/api/emails', { customerId: 'customer', template: 'link', to: 'a\0@b.example' }, 422],
  ['PUT', '/api/email-templates/link', { subject: 'a\0' }, 422],
  ['POST', '/api/link-events', callback({ id: 'a\0' }), 400],
  ['POST', '/api/link-events', callback({ companyId: 'a\0' }), 400],
  ['POST', '/api/link-events', callback({ message: 1 }), 422],
  ['POST', '/api/auth/sign-in/email', { email: 'a\0@acme.example', password: '\0' }, 422],
];

const SIGNED = {
  ...{ ...JSON_TYPE, 'webhook-id': 'id', 'webhook-signature': 'v1,signature' },
  'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
};

/** Each kind of route that reads a body, and how much it reads. */
const READERS: [method: string, path: string, most: string, headers: Record<string, string>][] = [
  ['PUT', '/api/customers/customer', '1 MB', JSON_TYPE],
  ['POST', '/api/notes', '1 MB', JSON_TYPE],
  ['POST', '/api/link-events', '1 MB', { ...JSON_TYPE, ...KEY }],
  ['POST', '/api/auth/sign-in/email', '64 KB', JSON_TYPE],
  ['POST', '/webhooks/codat', '1 MB', SIGNED],
];

/** Every path with its methods: those of people with a role, and the doors beside them. */
const METHODS: [path: string, allow: string][] = [
  ...[...new Set(ROUTES.map(({ path }) => path))].map((path): [string, string] => [
    path.replace('{id}', 'customer'),
    ROUTES.filter((route) => route.path === path)
      .map(({ method }) => method)
      .join(', '),
  ]),
  ['/webhooks/codat', 'POST'],
  ['/api/sign-in-options', 'GET'],
  ['/api/openapi.json', 'GET'],
  ['/api/link-page-preview', 'GET'],
  ['/api/auth/sign-in/email', 'POST'],
  ['/api/auth/sign-out', 'POST'],
  ['/healthz', 'GET'],
  ['/readyz', 'GET'],
  ['/return', 'GET'],
  ['/l/0123456789abcdef0123456789abcdef', 'GET, POST'],
];

/** Values nested deeper than any stack, as a program without recursion reads them. */
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const DEEP = deep(100_000);

/** Where deep values may arrive. */
const DEEP_BODIES: [method: string, path: string, body: string][] = [
  ['POST', '/api/notes', `{"customerId":"customer","text":${DEEP}}`],
  ['POST', '/api/notes', DEEP],
  ['PUT', '/api/customers/customer', `{"name":${DEEP},"tags":${DEEP}}`],
  ['PUT', '/api/customers/customer', `{"contacts":${DEEP}}`],
  ['POST', '/api/emails/bulk-preview', `{"customerIds":${DEEP},"template":"next"}`],
  ['POST', '/api/deliveries/process', `{"filter":{"id":${DEEP}}}`],
  ['POST', '/api/auth/sign-in/email', `{"email":${DEEP},"password":${DEEP}}`],
  ['POST', '/api/link-events', `{"id":"deep","message":${DEEP}}`],
  [
    'POST',
    '/api/link-events',
    JSON.stringify(callback({ id: 'deep' })).replace('{', `{"x":${DEEP},`),
  ],
  ['PUT', '/api/codat-settings/codat', `{"product":${DEEP}}`],
];

const streamed = (text: string) => new Blob([text]).stream();

describe.each(DRIVERS)('HTTP on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'http');
    const tags = { contactEmail: 'ada@acme.example' };
    const created = { eventType: 'company.created', payload: { ...company('customer'), tags } };
    await test.deliver('created', webhookBody(created));
    const selected = { eventType: 'connection.created', payload: connection('customer') };
    await test.deliver('selected', webhookBody(selected));
    const about = { customerId: 'customer', text: 'Called' };
    for (const path of ['/api/notes', '/api/raised-cases']) await test.send('POST', path, about);
    for (const { resource, file } of IMPORTING) await test.upload(resource, file);
    await test.send('POST', '/api/links', { customerId: 'customer' });
    const email = { customerId: 'customer', template: 'guide', to: 'ada@acme.example' };
    await test.send('POST', '/api/emails', email);
    await test.send('POST', '/api/customers/check', { ids: ['customer'] });
    await addMessages(test.database, 1);
    await addIncident(test.database);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each(READERS)('%s %s rejects bodies over %s', async (method, path, most, headers) => {
    const text = JSON.stringify({ text: 'x'.repeat(MEBIBYTE) });
    const announced = { ...headers, 'content-length': String(text.length) };
    for (const init of [
      { headers: announced, body: text },
      { headers, body: streamed(text), duplex: 'half' },
    ]) {
      const response = await test.request(path, { method, ...init });
      expect(response.status).toBe(413);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect((await response.json()).message).toBe(`Request too large (max ${most}).`);
    }
  });

  it.each(DEEP_BODIES)(
    '%s %s answers a body of very deep JSON as any other',
    async (method, path, body) => {
      const response = await test.request(path, {
        method,
        body,
        headers: { ...JSON_TYPE, ...keyFor(path) },
      });
      expect(response.status).toBeLessThan(500);
    },
  );

  it('keeps a signed webhook of very deep JSON, and answers it as any other', async () => {
    const shallow = webhookBody({ eventType: 'company.created', payload: 'DEEP' });
    const body = shallow.replace('"DEEP"', DEEP);
    expect((await test.deliver('deep', body)).status).toBeLessThan(300);
  });

  it('answers a filter of very deep JSON with 400', async () => {
    const filter = encodeURIComponent(`{"name":${deep(2000)}}`);
    expect((await test.request(`/api/customers?filter=${filter}`)).status).toBe(400);
  });

  it('limits the bodies of every route that has one', async () => {
    const { paths } = await test.json('/api/openapi.json');
    const routes = Object.entries<Record<string, { requestBody?: object }>>(paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods)
          .filter((method) => methods[method]?.requestBody)
          .map((method) => [method.toUpperCase(), path.replace(/{\w+}/g, 'customer')] as const),
    );
    expect(routes.length).toBeGreaterThan(20);
    for (const [method, path] of routes) {
      const length = { 'content-length': String(100 * MEBIBYTE) };
      const headers = { ...JSON_TYPE, ...keyFor(path), ...length };
      const { status } = await test.request(path, { method, body: '{}', headers });
      expect([method, path, status]).toEqual([method, path, 413]);
    }
  });

  it('accepts files of 10 MiB and rejects larger ones', async () => {
    const header = 'Customer id,Name\n';
    const text = header.padEnd(10 * MEBIBYTE, 'customer,x\n');
    const accepted = await test.upload('contact-imports', text.slice(0, 10 * MEBIBYTE));
    expect([accepted.status, (await accepted.json()).message]).toEqual([
      422,
      expect.stringContaining('More than 50,000 rows'),
    ]);
    for (const file of [`${text}x`, streamed(`${text}x`)]) {
      const init = {
        method: 'POST',
        body: file,
        duplex: 'half',
        headers: { 'content-type': 'text/csv' },
      };
      const response = await test.request('/api/contact-imports?fileName=a.csv', init);
      expect([response.status, (await response.json()).message]).toEqual([
        413,
        'Request too large (max 10 MB).',
      ]);
    }
  });

  it.each([
    ['?fileName=a.csv', 'application/json', 415, 'Send the file as text/csv.'],
    ['', 'text/csv', 400, 'fileName: Invalid input'],
    ['?fileName=a%0D%0Ab', 'text/csv', 400, 'fileName: Line breaks'],
  ])(
    'answers a file with the query %j and the type %s with %i',
    async (query, type, status, message) => {
      const init = { method: 'POST', body: 'id,name\n1,a', headers: { 'content-type': type } };
      const response = await test.request(`/api/contact-imports${query}`, init);
      expect([response.status, (await response.json()).message]).toEqual([
        status,
        expect.stringContaining(message),
      ]);
    },
  );

  it('accepts a body of 1 MiB', async () => {
    const empty = webhookBody({ eventType: 'client.rateLimit.reached', payload: '' });
    const body = empty.replace('""', `"${'x'.repeat(MEBIBYTE - empty.length)}"`);
    expect(body).toHaveLength(MEBIBYTE);
    const response = await test.request('/webhooks/codat', signedDelivery('large', body), null);
    expect(response.status).toBe(204);
  });

  it.each([
    ...METHODS.filter(([, allow]) => allow.includes('GET')).map(([path]) => path),
    ...['/api/nothing', '/api/customers/nobody', '/api/customers?sort=x', '/api/users/%00'],
  ])('keeps the answer to GET %s out of caches', async (path) => {
    for (const role of ['admin', 'agent', null] as const) {
      const response = await test.request(path, {}, role);
      expect([role, response.headers.get('cache-control')]).toEqual([role, 'no-store']);
      await response.body?.cancel();
    }
  });

  it.each(['PUT', 'POST', 'DELETE'])('keeps answers to %s out of caches', async (method) => {
    for (const path of ['/api/customers/customer', '/api/notes', '/api/auth/sign-in/email'])
      expect((await test.request(path, { method })).headers.get('cache-control')).toBe('no-store');
  });

  it('still names the version of a record, for a later If-Match', async () => {
    const response = await test.request('/api/customers/customer');
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{24}"$/);
  });

  it.each(WITH_NUL)(
    'answers %s %s %j with the client error %i',
    async (method, path, body, status) => {
      const init = { method, headers: { ...JSON_TYPE, ...keyFor(path) } };
      const response = await test.request(path, {
        ...init,
        ...(body && { body: JSON.stringify(body) }),
      });
      expect(response.status).toBe(status);
      expect((await response.json()).message).toEqual(expect.any(String));
    },
  );

  it.each([
    ['/api/nothing', '/api/nothing'],
    ['/api/customers/customer/nothing', '/api/customers/customer/nothing'],
    ...RESOURCES.map((name): [string, string] => [`/api/${name}/nobody`, 'nobody']),
    ['/api/notes/00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000'],
  ])('answers GET %s with 404, naming %s', async (path, named) => {
    const response = await test.request(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: expect.stringContaining(named),
      message: expect.stringContaining(named),
    });
  });

  it.each(METHODS)(
    'answers methods that %s doesn’t have with 405 and those it has',
    async (path, allow) => {
      const others = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].filter(
        (method) => !allow.split(', ').includes(method === 'HEAD' ? 'GET' : method),
      );
      for (const ask of [path, `${path}/`])
        for (const method of others) {
          const response = await test.request(ask, { method }, null);
          expect([method, response.status, response.headers.get('allow')]).toEqual([
            method,
            405,
            allow,
          ]);
          expect(response.headers.get('content-type')).toBe('application/problem+json');
        }
    },
  );

  it.each([
    ...METHODS.filter(([, allow]) => allow.includes('GET')),
    ['/api/auth/get-session', 'GET'],
  ])('answers GET of %s the same with a slash at its end', async (path) => {
    // One never ends, and the other’s next answer says that it was asked for.
    if (['/api/stream', '/api/activity.csv'].includes(path)) return;
    const responses = await Promise.all([path, `${path}/`].map((one) => test.request(one)));
    const [without, withSlash] = await Promise.all(
      responses.map(async (response) => [response.status, await response.text()]),
    );
    expect(withSlash).toEqual(without);
  });

  it('describes every resource and its methods in OpenAPI 3.1', async () => {
    const response = await test.request('/api/openapi.json', {}, 'agent');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const { openapi, info, paths } = await response.json();
    expect({ openapi, title: info.title }).toEqual({ openapi: '3.1.0', title: 'Unstuck' });
    for (const { resource, changes, add, file, lasting } of OFFERS) {
      const [all, one] = [paths[`/api/${resource}`], paths[`/api/${resource}/{id}`]];
      expect(Object.keys(all).sort()).toEqual(['get', ...(add || file ? ['post'] : [])]);
      const methods = [
        ...(add && !lasting ? ['delete'] : []),
        'get',
        ...(changes || file ? ['put'] : []),
      ];
      expect(Object.keys(one).sort()).toEqual(methods);
      const { schema } = one.get.responses[200].content['application/json'];
      if (add) await test.send('POST', `/api/${resource}`, add(0));
      const [record] = await test.json(`/api/${resource}`);
      expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(record).sort());
    }
    expect(paths['/api/link-events'].post.requestBody.required).toBe(true);
    const { schema } = paths['/api/customers/{id}'].put.requestBody.content['application/json'];
    expect(schema.properties).toMatchObject({
      name: { readOnly: true },
      contactName: { type: ['string', 'null'], maxLength: 200 },
    });
    // A pattern is only the expression, without slashes or flags.
    expect(JSON.stringify(paths)).not.toMatch(/"pattern":"(\/|[^"]*\/[a-z]*")/);
  });

  it('reports that it is alive and ready', async () => {
    const answers = ['/healthz', '/readyz'].map(async (path) => {
      const response = await test.request(path, {}, null);
      return [response.status, await response.json()];
    });
    expect(await Promise.all(answers)).toEqual([
      [200, { status: 'alive' }],
      [200, { status: 'ready' }],
    ]);
  });
});
