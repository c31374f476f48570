import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, links, sessions } from '../../src/database/schema/index.ts';
import { COLLEAGUE, type Installation, openInstallation } from '../support/installation.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { PLANTED } from '../support/planted.ts';
import { createDatabase, type RunningPostgres, startPostgres } from '../support/postgres.ts';
import { signedDelivery } from '../support/webhooks.ts';

const DATABASE_PASSWORD = 'planted-database-password';
const JSON_TYPE = { 'content-type': 'application/json' };
const FORGED = '{"level":60,"msg":"planted-forgery"}';

/** What people and Codat enter. */
const DATA = {
  note: 'planted-note with a “quote", a line\nbreak and\r\n    at planted-frame (file.ts:1:1)',
  email: 'planted.contact@customer.example',
  name: 'Planted-Name Ltd',
  guess: 'planted-guessed-password',
};

/** Lines for the person at the terminal, and Node’s own. */
const SAID = /^(Running on |Unstuck is at |\(node:\d+\) |\(Use `)/;

let postgres: RunningPostgres;
let installation: Installation;
let client: Client;

beforeAll(async () => {
  postgres = await startPostgres();
  const url = new URL(await createDatabase(postgres.url, 'secrets'));
  client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create role planted superuser login password '${DATABASE_PASSWORD}'`);
  url.username = 'planted';
  url.password = DATABASE_PASSWORD;
  const { CODAT_API_KEY, CODAT_WEBHOOK_SECRET, LINK_EVENTS_KEY, ...environment } = PLANTED;
  installation = await openInstallation({
    databaseUrl: url.href,
    sampleCustomers: 3,
    secrets: {
      apiKey: CODAT_API_KEY,
      webhookSecret: CODAT_WEBHOOK_SECRET,
      linkEventsKey: LINK_EVENTS_KEY,
    },
    environment: {
      ...environment,
      MAIL_FROM: 'support@acme.example',
      OIDC_ISSUER: 'http://localhost:9',
      OIDC_CLIENT_ID: 'unstuck',
      LOG_LEVEL: 'trace',
    },
  });
}, 240_000);

afterAll(async () => {
  await installation?.close();
  await client?.end();
  await postgres?.stop();
});

describe('secrets', () => {
  const answers: string[] = [];

  const ask = async (method: string, path: string, body?: unknown, headers = {}) => {
    const response = await fetch(`${installation.url}${path}`, {
      method,
      headers: { cookie: installation.session.cookie, ...JSON_TYPE, ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    answers.push(`${JSON.stringify([...response.headers])} ${await response.text()}`);
    return response.status;
  };

  it('are in no line of the log, no error and no page, when the database fails at every turn', {
    timeout: 120_000,
  }, async () => {
    const { database, session, url, output } = installation;
    const [{ id }] = await session.json('/api/customers');
    const shared = await session.post('/api/links', { customerId: id });
    const token = new URL((await shared.json()).address).pathname.replace('/l/', '');
    const bearer = { authorization: `Bearer ${PLANTED.LINK_EVENTS_KEY}` };
    const delivery = signedDelivery(
      'planted',
      webhookBody({ eventType: 'company.created', payload: { ...company('c'), name: DATA.name } }),
      new Date(),
      PLANTED.CODAT_WEBHOOK_SECRET,
    );
    const callback = {
      ...{ id: 'callback', companyId: id, type: 'onError', connectionId: 'c' },
      ...{ occurredAt: new Date().toISOString(), message: DATA.note },
    };
    const credentials = { email: 'nobody@acme.example', password: DATA.guess };

    /** Without which table, and what then fails. */
    const FAILURES: [table: string, request: () => Promise<number>][] = [
      ['notes', () => ask('POST', '/api/notes', { customerId: id, text: DATA.note })],
      ['events', () => ask('PUT', `/api/customers/${id}`, { contactEmail: DATA.email })],
      ['events', () => ask('POST', '/api/link-events', callback, bearer)],
      ['deliveries', async () => (await fetch(`${url}/webhooks/codat`, delivery)).status],
      [
        'emails',
        () =>
          ask('POST', '/api/emails', {
            ...{ customerId: id, template: 'link', to: DATA.email, note: DATA.note, force: true },
          }),
      ],
      ['links', () => ask('GET', `/l/${token}`)],
      ['links', () => ask('POST', `/l/${token}`, '')],
      ['links', () => ask('GET', `/return?journey=${token}&statusCode=500&statusText=${token}`)],
      ['sessions', () => ask('GET', '/api/customers')],
      ['users', () => ask('POST', '/api/auth/sign-in/email', credentials)],
      [
        'accounts',
        () => ask('POST', '/api/auth/sign-in/email', { ...credentials, email: COLLEAGUE.email }),
      ],
      [
        'contact_imports',
        () =>
          ask(
            'POST',
            '/api/contact-imports?fileName=a.csv',
            `Customer id,Name,Email\n${id},Bo,${DATA.email}\n`,
            { 'content-type': 'text/csv' },
          ),
      ],
    ];
    for (const [table, request] of FAILURES) {
      await client.query(`alter table ${table} rename to planted_away`);
      const status = await request();
      await client.query(`alter table planted_away rename to ${table}`);
      expect([table, status]).toEqual([table, expect.toBeOneOf([500, 503])]);
    }
    // PostgreSQL repeats the whole row.
    await client.query('alter table notes add constraint planted check (false) not valid');
    expect(await ask('POST', '/api/notes', { customerId: id, text: DATA.note })).toBe(500);

    // What libraries may print, and pages.
    const forged = `https://evil.example/\r\n${FORGED}`;
    await ask('POST', '/api/auth/sign-in/email', { ...credentials, callbackURL: forged });
    const query = new URLSearchParams({ token: 'x', callbackURL: forged });
    await ask('GET', `/api/auth/verify-email?${query}`);
    for (const path of ['/', '/api/sign-in-options', '/api/openapi.json', '/readyz', '/return'])
      await ask('GET', path);

    const hashes = await database.select({ hash: accounts.password }).from(accounts);
    const tokens = await database.select({ token: sessions.token }).from(sessions);
    const known = await database.select({ token: links.token }).from(links);
    const secrets = [
      ...['planted-', 'Planted-', ...Object.values(PLANTED), ...Object.values(DATA)],
      ...[COLLEAGUE.password, DATABASE_PASSWORD, token, session.cookie],
      ...hashes.flatMap(({ hash }) => hash ?? []),
      ...[...tokens, ...known].map((row) => row.token),
    ];
    const lines = output().trim().split('\n');
    expect(lines.filter((line) => line.includes('"request failed"')).length).toBeGreaterThan(5);
    for (const secret of secrets) {
      expect(lines.filter((line) => line.includes(secret))).toEqual([]);
      expect(answers.filter((answer) => answer.includes(secret))).toEqual([]);
    }
    const unstructured = lines.filter((line) => !SAID.test(line));
    for (const line of unstructured)
      expect(JSON.parse(line)).toMatchObject({ msg: expect.any(String) });
  });
});
