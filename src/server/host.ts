import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createApi } from '../api/api.ts';
import { errorHandler } from '../api/http/problem.ts';
import { createAuth } from '../api/session/auth.ts';
import { checkPeople } from '../api/session/oidc/check-people.ts';
import { passwordGuard } from '../api/session/oidc/password-guard.ts';
import { openSingleSignOn } from '../api/session/oidc/single-sign-on.ts';
import { SANDBOX_PEOPLE } from '../api/session/sandbox-people.ts';
import { createCodatClient } from '../codat/client.ts';
import { ANYTHING, announce, followChanges } from '../database/changes/changes.ts';
import { authSecret } from '../database/installation.ts';
import { NoSearchIndex } from '../database/search/search-texts.ts';
import { seedTemplates } from '../email/seed.ts';
import { createSmtpTransport } from '../email/smtp-transport.ts';
import { toInstant } from '../journey/instant.ts';
import { type Config, oidcSettings } from './config.ts';
import { clientAddress } from './http/client-address.ts';
import { compressAnswers } from './http/compress-answers.ts';
import { knownHosts } from './http/known-hosts.ts';
import { cacheFile, protection } from './http/protection.ts';
import { addFirstPeople } from './installation/first-people.ts';
import { startJobs } from './jobs/jobs.ts';
import { createLog } from './logging/log.ts';
import { openDatabase } from './open-database.ts';
import { openSandbox, SANDBOX_PATH, sandboxApiUrl, sandboxSecrets } from './sandbox.ts';
import { createPostWebhook } from './webhooks/post-webhook.ts';

const now = () => toInstant(Date.now());

/** Access to the real Codat, or to the sandbox when there is no API key. */
const codatAccess = (config: Config) => {
  if (config.CODAT_API_KEY)
    return {
      sandbox: null,
      apiKey: config.CODAT_API_KEY,
      apiUrl: config.CODAT_API_URL,
      webhookSecrets: config.CODAT_WEBHOOK_SECRET,
      linkEventsKey: config.LINK_EVENTS_KEY ?? null,
    };
  const secrets = sandboxSecrets(config);
  return { ...secrets, sandbox: secrets, apiUrl: sandboxApiUrl(config) };
};

/** Null when SMTP isn’t configured. Emails are then saved in the Outbox instead of sent. */
const smtpFor = ({ SMTP_URL, MAIL_FROM }: Config) =>
  SMTP_URL && MAIL_FROM ? createSmtpTransport({ url: SMTP_URL, from: MAIL_FROM }) : null;

/** Wires together everything a running server needs, without listening yet. */
export const openHost = async (
  config: Config,
  say: (line: string) => void,
  log = createLog(config),
) => {
  const { engine, listen, close, ...databases } = await openDatabase(config, (error) =>
    log.warn(
      { err: error },
      error instanceof NoSearchIndex ? 'searches are slow' : 'database connection lost',
    ),
  );
  const { database } = databases;
  const oidc = oidcSettings(config);
  const auth = createAuth({
    database,
    secret: config.AUTH_SECRET ?? (await authSecret(database)),
    publicUrl: config.PUBLIC_URL,
    plugins: oidc ? [passwordGuard(database, oidc)] : [],
  });
  const singleSignOn =
    oidc && openSingleSignOn({ auth, database, publicUrl: config.PUBLIC_URL, settings: oidc, log });
  await seedTemplates(database);
  const changes = await followChanges(listen);
  // The one before may have been killed before it announced its last changes.
  await announce(database, ANYTHING);
  await addFirstPeople(auth, database, config);
  const access = codatAccess(config);
  const sandbox =
    access.sandbox && (await openSandbox({ config, database, secrets: access.sandbox, log, say }));
  const codat = createCodatClient(access);
  // A sandbox writes to nobody outside it, whatever is configured.
  const smtp = sandbox ? sandbox.inbox : smtpFor(config);
  const anywhere = sandbox !== null || config.PRIVATE_WEBHOOKS === 'on';
  const post = createPostWebhook({ anywhere });
  const jobs = await startJobs({
    engine,
    database: databases.jobs,
    codat,
    now,
    log,
    publicUrl: config.PUBLIC_URL,
    smtp,
    post,
    peopleCheck: singleSignOn && {
      run: () => checkPeople({ database: databases.jobs, settings: oidc, log, singleSignOn }),
      seconds: config.OIDC_CHECK_SECONDS,
    },
  });
  const api = createApi({
    ...databases,
    embedded: engine.kind === 'embedded',
    distributed: engine.kind === 'postgres' && engine.backend === 'citus',
    auth,
    singleSignOn,
    codat,
    codatHost: {
      apiUrl: access.apiUrl,
      sandbox: sandbox !== null,
      linkOrigin: new URL(sandbox ? config.PUBLIC_URL : access.apiUrl).origin,
    },
    requestSync: jobs.requestSync,
    recalculateLater: jobs.recalculateLater,
    processLater: jobs.processLater,
    checkLater: jobs.checkLater,
    mailer: jobs.mailer,
    deliverMessages: jobs.deliverMessages,
    outgoing: { post, anywhere },
    forgetJobs: jobs.forgetJobs,
    changes,
    publicUrl: config.PUBLIC_URL,
    now,
    log,
    addressOf: clientAddress(config.TRUSTED_PROXIES),
    webhookSecrets: access.webhookSecrets,
    linkEventsKey: access.linkEventsKey,
    demoSignIns: sandbox ? [...SANDBOX_PEOPLE] : [],
    dataNotice: sandbox ? 'Sandbox' : null,
    inboxPath: sandbox?.inbox.path ?? null,
  });
  const app = new Hono({ strict: false }).onError(errorHandler(log));
  app.use(protection(config));
  if (sandbox) app.use(knownHosts(config));
  if (sandbox) app.all(`${SANDBOX_PATH}/*`, ({ req }) => sandbox.fetch(req.raw));
  if (sandbox) app.use('/api/*', sandbox.errorsOnRequest);
  app.use('/api/*', compressAnswers);
  app.route('/', api).use(serveStatic({ root: './dist', precompressed: true, onFound: cacheFile }));
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
