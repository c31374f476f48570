import { inject } from 'vitest';
import { createSandbox } from '../../mocks/codat/sandbox.ts';
import { createApi } from '../../src/api/api.ts';
import type { Ports } from '../../src/api/ports.ts';
import { createAuth } from '../../src/api/session/auth.ts';
import type { QueuedCheck } from '../../src/codat/checks/claim.ts';
import { createCodatClient } from '../../src/codat/client.ts';
import { returnUrl } from '../../src/codat/link-url.ts';
import type { SyncKind } from '../../src/codat/sync-record.ts';
import type { Role } from '../../src/common/permissions.ts';
import { followChanges } from '../../src/database/changes/changes.ts';
import { openPostgres } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';
import { recalculate } from '../../src/database/thresholds/recalculate.ts';
import type { AccountEmail } from '../../src/email/account/account-email.ts';
import { sendAccountEmail } from '../../src/email/account/send-account-email.ts';
import type { Mailer, Message, Outcome } from '../../src/email/mailer.ts';
import { seedTemplates } from '../../src/email/seed.ts';
import { describeError } from '../../src/server/logging/describe-error.ts';
import { signInPeople } from './people.ts';
import { createDatabase } from './postgres.ts';
import { IS_SHORT } from './short.ts';
import { openStarted } from './template.ts';
import { signedDelivery, WEBHOOK_SECRET } from './webhooks.ts';

export const NOW = '2026-03-10T12:00:00.000Z';
export const LINK_EVENTS_KEY = 'a-key-for-the-link-events';
export const ORIGIN = 'http://unstuck.test';
export const SANDBOX_URL = 'http://codat.test/sandbox';
export const PASSWORD = 'correct horse battery';

const faultOf = (details: object): string => ('err' in details ? String(details.err) : '?');

type Query = { sort?: unknown; range?: unknown; filter?: unknown };

/** The path of a list. Values become JSON, as in ra-data-simple-rest. */
export const listPath = (resource: string, query: Query): string => {
  const parameters = Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)]);
  return `/api/${resource}?${new URLSearchParams(Object.fromEntries(parameters))}`;
};

/** What the mailer was asked to do, and its response to immediate sends. */
type Deliveries = {
  queued: string[];
  accountEmails: AccountEmail[];
  messages: string[];
  sent: Message[];
  answer: Outcome;
};

const recordDeliveries = (recorded: Deliveries): Mailer => ({
  deliver: async (_transaction, ids) => {
    recorded.queued.push(...ids);
  },
  deliverAccountEmail: async (_transaction, email) => {
    recorded.accountEmails.push(email);
  },
  send: async (message) => {
    recorded.sent.push(message);
    return recorded.answer;
  },
});

/** Opens the real API on the given database, with a user of each role signed in. A test may replace some of its ports. */
export const openTestApi = async (connection: Connection, replaced: Partial<Ports> = {}) => {
  const { database, inbound, exports, health } = connection;
  await seedTemplates(database);
  const changes = await followChanges(connection.listen);
  const auth = createAuth({ database, secret: 'x'.repeat(32), publicUrl: ORIGIN });
  const clock = { now: NOW };
  const faults: string[] = [];
  const logged: string[] = [];
  const keep = (details: object, message: string): void => {
    const err = 'err' in details && { err: describeError(details.err) };
    logged.push(`${message} ${JSON.stringify({ ...details, ...err })}`);
  };
  const sandbox = createSandbox({
    now: () => clock.now,
    newId: () => crypto.randomUUID(),
    publicUrl: SANDBOX_URL,
    apiKey: 'key',
    webhook: null,
    redirectUrl: returnUrl(ORIGIN),
  });
  /** Codat’s response instead of the sandbox’s, while it is set. */
  const codatOverride: { respond: ((request: Request) => Response | Promise<Response>) | null } = {
    respond: null,
  };
  const codat = createCodatClient({
    apiKey: 'key',
    apiUrl: SANDBOX_URL,
    fetch: async (input, init) =>
      (codatOverride.respond ?? sandbox.fetch)(new Request(input, init)),
  });
  const requestedSyncs: SyncKind[] = [];
  const processedLater: string[] = [];
  const checkedLater: QueuedCheck[] = [];
  const deliveries: Deliveries = {
    queued: [],
    accountEmails: [],
    messages: [],
    sent: [],
    answer: { sent: true },
  };
  const mailer = recordDeliveries(deliveries);
  const ports: Ports = {
    database,
    inbound,
    exports,
    health,
    embedded: connection.engine.kind === 'embedded',
    distributed: connection.engine.kind === 'postgres' && connection.engine.backend === 'citus',
    auth,
    codat,
    codatHost: { apiUrl: SANDBOX_URL, sandbox: true, linkOrigin: new URL(SANDBOX_URL).origin },
    requestSync: async (kind) => {
      requestedSyncs.push(kind);
    },
    recalculateLater: async () => {},
    processLater: async (_, ids) => {
      processedLater.push(...ids);
    },
    checkLater: async (_, checks) => {
      checkedLater.push(...checks);
    },
    forgetJobs: async () => {},
    deliverMessages: async (_, ids) => {
      deliveries.messages.push(...ids);
    },
    outgoing: { anywhere: false, post: async () => deliveries.answer },
    mailer,
    changes,
    publicUrl: ORIGIN,
    now: () => clock.now,
    log: {
      info: keep,
      warn: keep,
      error: (details, message) => {
        keep(details, message);
        faults.push(faultOf(details));
      },
    },
    // Tests that are about limits name an address.
    addressOf: ({ req }) => req.header('x-address') ?? null,
    webhookSecrets: [WEBHOOK_SECRET],
    linkEventsKey: LINK_EVENTS_KEY,
    singleSignOn: null,
    demoSignIns: [],
    dataNotice: null,
    inboxPath: null,
    ...replaced,
  };
  const api = createApi(ports);
  const people = await signInPeople(auth);

  const request = (path: string, init: RequestInit = {}, role: Role | null = 'admin') => {
    const headers = new Headers(init.headers);
    if (role) headers.set('cookie', people[role].cookie);
    return Promise.resolve(api.request(`${ORIGIN}${path}`, { ...init, headers }));
  };

  return {
    api,
    database,
    clock,
    codat,
    sandbox,
    codatOverride,
    /** Everything that was logged, at any level. */
    logged,
    requestedSyncs,
    /** The webhooks that were queued for processing, which no job does here. */
    processedLater,
    /** The checks in Codat that were queued, which no job runs here. */
    checkedLater,
    deliveries,
    /** Recalculates when customers get stuck, which a job does elsewhere. */
    recalculate: () => recalculate({ database, now: ports.now }),
    /** Sends the queued emails about accounts, which a job does elsewhere, and returns them. */
    sendAccountEmails: async (): Promise<Message[]> => {
      const before = deliveries.sent.length;
      for (const email of deliveries.accountEmails.splice(0))
        await sendAccountEmail({ ...ports, send: mailer.send }, email);
      return deliveries.sent.slice(before);
    },
    /** The API’s ports. A test may replace them. */
    ports,
    /** Unexpected errors in the API. A test that provokes none expects this to be empty. */
    faults,
    personId: (role: Role) => people[role].id,
    request,
    json: async (path: string, role: Role = 'admin') => (await request(path, {}, role)).json(),
    list: (resource: string, query: Query = {}, role: Role = 'admin') =>
      request(listPath(resource, query), {}, role),
    send: (method: string, path: string, body: unknown, role: Role = 'admin', headers = {}) =>
      request(
        path,
        {
          method,
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...headers },
        },
        role,
      ),
    upload: (resource: string, file: BodyInit, role: Role = 'admin', fileName = 'contacts.csv') =>
      request(
        `/api/${resource}?${new URLSearchParams({ fileName })}`,
        { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } },
        role,
      ),
    deliver: (id: string, body: string, at?: Date) =>
      request('/webhooks/codat', signedDelivery(id, body, at), null),
    close: async () => {
      await changes.stop();
      await connection.close();
    },
  };
};

export type TestApi = Awaited<ReturnType<typeof openTestApi>>;

type Driver = { name: string; open: (file: string) => Promise<Connection> };

export const EMBEDDED: Driver = { name: 'the embedded database', open: openStarted };

export const POSTGRESQL: Driver = {
  name: 'PostgreSQL',
  open: async (file) => {
    const url = inject('postgresUrl');
    return openPostgres(await createDatabase(url, file, inject('postgresTemplate')), () => {});
  },
};

/** The databases that suites run on, each in a database named after the test file. `npm test` runs them on one only. */
export const DRIVERS = IS_SHORT ? [POSTGRESQL] : [EMBEDDED, POSTGRESQL];

/** Opens the API on one of the databases. */
export const openOn = async (
  driver: Driver,
  file: string,
  replaced: Partial<Ports> = {},
): Promise<TestApi> => openTestApi(await driver.open(file), replaced);
