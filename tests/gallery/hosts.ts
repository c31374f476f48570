import { inspect } from 'node:util';
import { createMockHost } from '../../mocks/host.ts';
import { SECRETS } from '../../mocks/sandbox.ts';
import { SANDBOX_PEOPLE } from '../../src/api/session/sandbox-people.ts';
import { addHours, toInstant } from '../../src/journey/instant.ts';
import { signedDelivery } from '../support/webhooks.ts';
import { DATA_HEADER, QUIET_CUSTOMER } from './network.ts';

const ORIGIN = 'http://gallery.test';
const SAMPLE_CUSTOMERS = 80;

const json = (body: object, headers: HeadersInit = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** The real API in memory, with an admin signed in. */
const openHost = async (sampleCustomers: number) => {
  const host = await createMockHost({
    publicUrl: ORIGIN,
    now: () => toInstant(Date.now()),
    log: {
      info: () => {},
      warn: () => {},
      error: (details, message) => process.emitWarning(`${message} ${inspect(details)}`),
    },
    sampleCustomers,
    syncsAtStart: sampleCustomers > 0,
    settings: () => ({ latency: 0, chaos: 0 }),
    random: Math.random,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await host.fetch(new Request(ORIGIN + path, init));
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const { email, password } = SANDBOX_PEOPLE.filter(({ role }) => role === 'admin')[0] ?? {};
  await ask('/api/auth/sign-in/email', json({ email, password }));
  return { ...host, ask };
};

const IMPORTED = `Customer,Role,Name,Email
${QUIET_CUSTOMER},it,Iris Iyer,iris@quiet.test
Nobody’s Company,main,Ada Adler,ada@nobody.test
${QUIET_CUSTOMER},accountant,Abe,not an address
`;

const ALERTS = [
  { name: 'Support lead', kind: 'untouched', hours: 24, channel: 'email', to: 'lead@desk.test' },
  {
    ...{ name: '#support', kind: 'spike', channel: 'webhook', software: 'gbol' },
    webhookUrl: 'https://hooks.slack.test/services/T000/B000/secret',
  },
];

/** Adds what the samples lack: a time zone unlike the reader’s, webhooks, an import of contacts, emails, a customer without details. */
const addMore = async (ask: (path: string, init?: RequestInit) => Promise<Response>) => {
  await ask('/api/workspace-settings/workspace', {
    ...json({ timeZone: 'Pacific/Auckland' }),
    method: 'PUT',
  });
  await ask('/api/customers', json({ name: QUIET_CUSTOMER }));
  await ask(
    '/api/invitations',
    json({ name: 'Iris Iyer', email: 'iris@desk.test', role: 'agent' }),
  );
  await ask('/api/contact-imports?fileName=contacts.csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: IMPORTED,
  });
  const stuck = await ask(
    '/api/customers?filter={"stuckReason":"link_unopened","contactEmail_neq":null}&range=[0,2]',
  );
  // The samples may have been reminded a few minutes ago.
  for (const { id: customerId } of await stuck.json())
    await ask('/api/emails', json({ customerId, template: 'reminder', to: 'main', force: true }));
  const failed = await ask('/api/customers?filter={"failedAttempts_gte":1}&range=[0,2]');
  for (const { id: customerId } of await failed.json()) {
    await ask(`/api/customers/${customerId}/check`, json({}));
    const text = `Company ID: ${customerId}\nError as received: Unknown error occurred.`;
    await ask('/api/raised-cases', json({ customerId, text, reference: '4711' }));
  }
  for (const [name, hours] of [
    ['Data warehouse', null],
    ['Old CRM', 24],
  ] as const)
    await ask(
      '/api/api-keys',
      json({
        ...{ name, scopes: ['read', 'link-events'] },
        expiresAt: hours && addHours(toInstant(Date.now()), hours),
      }),
    );
  for (const alert of ALERTS) {
    const { id } = await (await ask('/api/alerts', json(alert))).json();
    if (alert.channel === 'email') await ask(`/api/alerts/${id}/test`, json({}));
  }
  for (const [id, body] of [
    ['known', '{"eventType":"spendInsights.created","payload":{}}'],
    ['unknown', '{"something":"else"}'],
  ] as const)
    await ask('/webhooks/codat', signedDelivery(id, body, new Date(), SECRETS.webhookSecret));
};

/** The APIs behind the gallery: one with sample customers and one without any. */
export const openHosts = async () => {
  const [samples, empty] = await Promise.all([openHost(SAMPLE_CUSTOMERS), openHost(0)]);
  await addMore(samples.ask);
  const fetch = async (request: Request): Promise<Response> => {
    const { url, method } = request;
    const headers = new Headers(request.headers);
    const host = headers.get(DATA_HEADER) === 'empty' ? empty : samples;
    // They belong to the page’s origin, and may carry the session of another server on this machine.
    for (const name of ['cookie', 'origin', 'referer']) headers.delete(name);
    const { pathname, search } = new URL(url);
    const body = method === 'GET' ? null : await request.arrayBuffer();
    return host.fetch(new Request(ORIGIN + pathname + search, { method, headers, body }));
  };
  return {
    fetch,
    close: async () => {
      await Promise.all([samples.close(), empty.close()]);
    },
  };
};
