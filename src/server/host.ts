import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { except } from 'hono/combine';
import { pino } from 'pino';
import { ACCOUNT_PATHS } from '../api/account-pages/protection.ts';
import { createApi } from '../api/api.ts';
import { CUSTOMER_PATHS } from '../api/customer-pages/protection.ts';
import { errorHandler } from '../api/http/problem.ts';
import { createAuth } from '../api/session/auth.ts';
import { SANDBOX_PEOPLE } from '../api/session/sandbox-people.ts';
import { createCodatClient } from '../codat/client.ts';
import { followChanges } from '../database/changes.ts';
import { authSecret } from '../database/installation.ts';
import { seedTemplates } from '../email/seed.ts';
import { createSmtpTransport } from '../email/smtp-transport.ts';
import { toInstant } from '../journey/instant.ts';
import type { Config } from './config.ts';
import { clientAddress } from './http/client-address.ts';
import { knownHosts } from './http/known-hosts.ts';
import { protection } from './http/protection.ts';
import { addFirstPeople } from './installation/first-people.ts';
import { startJobs } from './jobs/jobs.ts';
import { openDatabase } from './open-database.ts';
import { openSandbox, SANDBOX_PATH, sandboxApiUrl, sandboxSecrets } from './sandbox.ts';

const now = () => toInstant(Date.now());

/** Access to the real Codat, or to the sandbox when there is no API key. */
const codatAccess = (config: Config) => {
  if (config.CODAT_API_KEY)
    return {
      sandbox: null,
      apiKey: config.CODAT_API_KEY,
      apiUrl: config.CODAT_API_URL,
      webhookSecret: config.CODAT_WEBHOOK_SECRET ?? null,
      linkEventsKey: config.LINK_EVENTS_KEY ?? null,
    };
  const secrets = sandboxSecrets(config);
  return { ...secrets, sandbox: secrets, apiUrl: sandboxApiUrl(config) };
};

/** Null when SMTP isn’t configured. Emails are then saved in the Outbox instead of sent. */
const smtpFor = ({ SMTP_URL, MAIL_FROM }: Config) =>
  SMTP_URL && MAIL_FROM ? createSmtpTransport({ url: SMTP_URL, from: MAIL_FROM }) : null;

/** Wires together everything a running server needs, without listening yet. */
export const openHost = async (config: Config, say: (line: string) => void) => {
  const log = pino({ level: config.LOG_LEVEL, base: null });
  const { engine, listen, close, ...databases } = await openDatabase(config, (error) =>
    log.warn({ err: error }, 'database connection lost'),
  );
  const { database } = databases;
  const auth = createAuth({
    database,
    secret: config.AUTH_SECRET ?? (await authSecret(database)),
    publicUrl: config.PUBLIC_URL,
  });
  await seedTemplates(database);
  const changes = await followChanges(listen);
  await addFirstPeople(auth, database, config);
  const access = codatAccess(config);
  const sandbox =
    access.sandbox && (await openSandbox({ config, database, secrets: access.sandbox, log, say }));
  const codat = createCodatClient(access);
  // A sandbox writes to nobody outside it, whatever is configured.
  const smtp = sandbox ? sandbox.inbox : smtpFor(config);
  const jobs = await startJobs({
    engine,
    database: databases.jobs,
    codat,
    now,
    log,
    publicUrl: config.PUBLIC_URL,
    smtp,
  });
  const api = createApi({
    ...databases,
    embedded: engine.kind === 'embedded',
    auth,
    codat,
    codatHost: {
      apiUrl: access.apiUrl,
      sandbox: sandbox !== null,
      linkOrigin: new URL(sandbox ? config.PUBLIC_URL : access.apiUrl).origin,
    },
    requestSync: jobs.requestSync,
    processLater: jobs.processLater,
    mailer: jobs.mailer,
    changes,
    publicUrl: config.PUBLIC_URL,
    now,
    log,
    addressOf: clientAddress,
    webhookSecret: access.webhookSecret,
    linkEventsKey: access.linkEventsKey,
    demoSignIns: sandbox ? [...SANDBOX_PEOPLE] : [],
    dataNotice: sandbox ? 'Sandbox' : null,
    inboxPath: sandbox?.inbox.path ?? null,
  });
  const app = new Hono({ strict: false }).onError(errorHandler(log));
  if (sandbox) app.use(knownHosts(config));
  if (sandbox) app.all(`${SANDBOX_PATH}/*`, ({ req }) => sandbox.fetch(req.raw));
  app.use(except([...CUSTOMER_PATHS, ...ACCOUNT_PATHS], protection));
  if (sandbox) app.use('/api/*', sandbox.errorsOnRequest);
  app.route('/', api).use(serveStatic({ root: './dist' }));
  return {
    app,
    log,
    changes,
    /** Starts what needs the server to listen: the first sync sends requests to this server’s own sandbox. */
    begin: () => jobs.requestSync('changes'),
    close: async () => {
      await jobs.stop();
      sandbox?.close();
      await close();
    },
  };
};

export type Host = Awaited<ReturnType<typeof openHost>>;
