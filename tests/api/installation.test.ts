import { mkdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  it,
  onTestFinished,
} from 'vitest';
import { addPerson, createAuth } from '../../src/api/session/auth.ts';
import { SANDBOX_PEOPLE } from '../../src/api/session/sandbox-people.ts';
import type { Database } from '../../src/database/database.ts';
import { authSecret } from '../../src/database/installation.ts';
import { type Customer, customers, installation, users } from '../../src/database/schema/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { type Host, openHost } from '../../src/server/host.ts';
import { knownHosts } from '../../src/server/http/known-hosts.ts';
import { listen } from '../../src/server/http/listen.ts';
import { checkKind } from '../../src/server/installation/kind.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { createDatabase } from '../support/postgres.ts';
import { freePort, temporaryDirectory } from '../support/server.ts';
import { cookieOf } from '../support/sign-in.ts';
import { openSmtp } from '../support/smtp.ts';
import { startedDirectory } from '../support/template.ts';
import { customerRow } from './customer-rows.ts';

const LOCAL = 'http://localhost:3000';
const REAL = {
  CODAT_API_KEY: 'key',
  CODAT_API_URL: 'http://codat.invalid',
  ADMIN_EMAIL: 'ada@acme.example',
  ADMIN_PASSWORD: 'correct horse battery',
};
const SANDBOX = { SAMPLE_CUSTOMERS: '0' };
const [AGENT] = SANDBOX_PEOPLE;

type Environment = Record<string, string>;

let databases = 0;

/** A new installation’s data, on each database. */
const PLACES = [
  {
    name: 'the embedded database',
    create: async (): Promise<Environment> => ({ DATA_DIR: startedDirectory() }),
    other: 'DATA_DIR to an empty directory',
  },
  {
    name: 'PostgreSQL',
    create: async (): Promise<Environment> => ({
      DATABASE_URL: await createDatabase(inject('postgresUrl'), `installation_${++databases}`),
      DATA_DIR: startedDirectory(),
    }),
    other: 'DATABASE_URL to an empty database',
  },
];

const configOf = (environment: Environment) => readConfig({ LOG_LEVEL: 'silent', ...environment });

const openWith = async (environment: Environment) => {
  const host = await openHost(configOf(environment), () => {});
  return { ...host, close: () => host.changes.stop().then(host.close) };
};

const withDatabase = async <T>(
  environment: Environment,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const { database, close } = await openDatabase(configOf(environment), () => {});
  try {
    return await work(database);
  } finally {
    await close();
  }
};

/** Sends a request as it arrives from this machine. */
const ask = async ({ app }: Pick<Host, 'app'>, address: string, init: RequestInit = {}) =>
  app.request(address, init, { incoming: { socket: { remoteAddress: '127.0.0.1' } } });

const signIn = (
  host: Pick<Host, 'app'>,
  { email, password }: { email: string; password: string },
) =>
  ask(host, `${LOCAL}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });

const SAMPLE = { id: 'sample', linkUrl: `${LOCAL}/sandbox/link/company/sample` };
const FROM_CODAT = { id: 'real', linkUrl: 'https://link.codat.io/company/real' };

const insertCustomers = (database: Database, rows: (Partial<Customer> & { id: string })[]) =>
  database.insert(customers).values(rows.map(customerRow));

/** As older versions left it: without a note of what it is. */
const forgetKind = (database: Database) =>
  database.delete(installation).where(eq(installation.key, 'kind'));

describe.each(PLACES)('an installation on $name', ({ create, other }) => {
  let data: Environment;

  beforeEach(async () => {
    data = await create();
  });

  /** Opens the database as the server, `npm run rebuild` and `npm run dev` do. */
  const openAs = (kind: Environment) => withDatabase({ ...data, ...kind }, async () => 'opened');

  it('that is a sandbox refuses to open with a Codat API key, and stays a sandbox', async () => {
    expect(await openAs(SANDBOX)).toBe('opened');
    await expect(openAs(REAL)).rejects.toThrow(
      `belongs to a sandbox. To connect to Codat, set ${other}. To open the sandbox, unset CODAT_API_KEY.`,
    );
    expect(await openAs(SANDBOX)).toBe('opened');
  });

  it('that is real refuses to open without a Codat API key, and stays real', async () => {
    expect(await openAs(REAL)).toBe('opened');
    await expect(openAs(SANDBOX)).rejects.toThrow(
      `belongs to a real installation. To open it, set CODAT_API_KEY. To try the sandbox, set ${other}.`,
    );
    expect(await openAs(REAL)).toBe('opened');
  });

  it.each([
    ['users of the sandbox', 'sandbox', [AGENT.email], []],
    ['users of the sandbox and sample customers', 'sandbox', [AGENT.email], [SAMPLE]],
    ['other users', 'real', [REAL.ADMIN_EMAIL], []],
    ['other users and sample customers', 'real', [REAL.ADMIN_EMAIL], [SAMPLE]],
    ['users of the sandbox and customers from Codat', 'real', [AGENT.email], [SAMPLE, FROM_CODAT]],
    ['customers alone', 'real', [], [{ id: 'c', linkUrl: null }]],
  ])(
    'made before it remembered what it is, with %s, is taken for %s',
    async (_, kind, people, rows) => {
      const [its, others] = kind === 'sandbox' ? [SANDBOX, REAL] : [REAL, SANDBOX];
      await withDatabase({ ...data, ...its }, async (database) => {
        for (const email of people)
          await database.insert(users).values({ id: email, name: email, email });
        if (rows.length > 0) await insertCustomers(database, rows);
        await forgetKind(database);
        await expect(checkKind(database, configOf({ ...data, ...others }))).rejects.toThrow(
          'belongs',
        );
        await checkKind(database, configOf({ ...data, ...its }));
      });
    },
  );

  it('that is real lets nobody in who is left from a sandbox', async () => {
    const cookie = await withDatabase({ ...data, ...REAL }, async (database) => {
      const secret = await authSecret(database);
      const auth = createAuth({ database, secret, publicUrl: LOCAL });
      for (const person of SANDBOX_PEOPLE) await addPerson(auth, database, person);
      await insertCustomers(database, [FROM_CODAT]);
      await forgetKind(database);
      const { email, password } = AGENT;
      return cookieOf(await auth.api.signInEmail({ body: { email, password }, asResponse: true }));
    });
    expect(cookie).toContain('session_token');
    const host = await openWith({ ...data, ...REAL });
    onTestFinished(host.close);
    for (const person of SANDBOX_PEOPLE) expect((await signIn(host, person)).status).toBe(401);
    const response = await ask(host, `${LOCAL}/api/customers`, { headers: { cookie } });
    expect(response.status).toBe(401);
    const admin = { email: REAL.ADMIN_EMAIL, password: REAL.ADMIN_PASSWORD };
    expect((await signIn(host, admin)).status).toBe(200);
  });
});

it('a real installation refuses a sample user of the sandbox as its administrator', () => {
  expect(() => readConfig({ ...REAL, ADMIN_EMAIL: 'Admin@unstuck.test' })).toThrow(
    'ADMIN_EMAIL is “Admin@unstuck.test”, a sample user of the sandbox. Set it to your own email address.',
  );
});

describe('the sandbox', () => {
  let host: Awaited<ReturnType<typeof openWith>>;
  let smtp: Awaited<ReturnType<typeof openSmtp>>;

  beforeAll(async () => {
    smtp = await openSmtp();
    host = await openWith({
      DATA_DIR: startedDirectory(),
      SAMPLE_CUSTOMERS: '5',
      SMTP_URL: smtp.url,
      MAIL_FROM: 'support@acme.example',
    });
  });
  afterAll(async () => {
    await host.close();
    await smtp.close();
  });

  it('has a data directory of its own, unless an earlier version has made it in ./data', () => {
    const { path, remove } = temporaryDirectory();
    const before = process.cwd();
    onTestFinished(() => {
      process.chdir(before);
      remove();
    });
    process.chdir(path);
    const directoryOf = (environment: Environment) => readConfig(environment).DATA_DIR;
    expect([directoryOf(SANDBOX), directoryOf(REAL)]).toEqual(['./data/sandbox', './data']);
    expect(directoryOf({ DATA_DIR: './mine' })).toBe('./mine');
    mkdirSync('./data/database', { recursive: true });
    expect([directoryOf(SANDBOX), directoryOf(REAL)]).toEqual(['./data', './data']);
  });

  it.each([
    ['the machine it runs on', SANDBOX, '127.0.0.1'],
    ['where HOST says', { HOST: '::' }, '::'],
    ['everywhere if it is real', REAL, '::'],
  ])('listens on %s', async (_, environment, expected) => {
    const config = readConfig({ ...environment, PORT: String(await freePort()) });
    const server = await listen(() => new Response(), config, host.log);
    onTestFinished(() => void server.close());
    expect(server.address()).toMatchObject({ address: expected });
  });

  it('writes to its own inbox only, even if a mail server is configured', async () => {
    const cookie = cookieOf(await signIn(host, AGENT));
    const headers = { cookie, 'content-type': 'application/json' };
    const filter = encodeURIComponent('{"contactEmail_neq":null}');
    const found = await ask(host, `${LOCAL}/api/customers?filter=${filter}`, { headers });
    const [{ id, contactEmail }] = await found.json();
    const body = JSON.stringify({ customerId: id, template: 'link', to: 'main', force: true });
    const sent = await ask(host, `${LOCAL}/api/emails`, { method: 'POST', headers, body });
    expect(sent.status).toBe(201);
    const inbox = async () => (await ask(host, `${LOCAL}/sandbox/inbox`)).text();
    await expect.poll(inbox).toContain(contactEmail);
    expect(smtp.emails).toEqual([]);
  });

  it.each([
    ...['/', '/api/sign-in-options', '/sandbox', '/sandbox/inbox', '/healthz', '/return'],
    '/webhooks/codat',
  ])('answers %s to nobody who calls it by another name', async (path) => {
    for (const name of ['rebound.example', 'localhost.example', '203.0.113.7', '[2001:db8::1]'])
      expect([name, (await ask(host, `http://${name}:3000${path}`)).status]).toEqual([name, 403]);
    for (const name of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]', 'unstuck.localhost'])
      expect([name, (await ask(host, `http://${name}:3000${path}`)).status]).not.toEqual([
        name,
        403,
      ]);
  });
});

describe('a sandbox’s own names', () => {
  const statusAt = async (settings: Environment, name: string) => {
    const app = new Hono().use(knownHosts(readConfig(settings))).get('/', ({ body }) => body(null));
    app.onError((error) => new Response(error.message, { status: 403 }));
    return (await app.request(`http://${name}:3000/`)).status;
  };

  it.each([
    [{ PUBLIC_URL: 'https://try.acme.example' }, 'try.acme.example', 200],
    [{ PUBLIC_URL: 'https://try.acme.example' }, 'acme.example', 403],
    [{ HOST: '192.0.2.1' }, '192.0.2.1', 200],
    [{ HOST: '192.0.2.1' }, '192.0.2.2', 403],
    [{ HOST: '2001:db8::1' }, '[2001:db8::1]', 200],
    [{ HOST: '0.0.0.0' }, '192.0.2.1', 200],
    [{ HOST: '::' }, '[2001:db8::1]', 200],
    [{ HOST: '0.0.0.0' }, 'rebound.example', 403],
    [{ HOST: 'Desk.acme.example' }, 'desk.acme.example', 200],
  ])('with %j, %s is answered %i', async (settings, name, status) => {
    expect(await statusAt(settings, name)).toBe(status);
  });
});
