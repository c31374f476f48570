import { bearer } from 'better-auth/plugins/bearer';
import { Hono } from 'hono';
import { deliverAtOnce } from '../src/alerts/messages/deliver.ts';
import { createApi } from '../src/api/api.ts';
import { errorHandler } from '../src/api/http/problem.ts';
import type { Log } from '../src/api/log.ts';
import { addPerson, createAuth } from '../src/api/session/auth.ts';
import { SANDBOX_PEOPLE } from '../src/api/session/sandbox-people.ts';
import { processDelivery } from '../src/codat/process.ts';
import { waitBy } from '../src/codat/sync-steps/wait.ts';
import { followChanges } from '../src/database/changes/changes.ts';
import { openPglite } from '../src/database/embedded.ts';
import { authSecret } from '../src/database/installation.ts';
import { recalculate } from '../src/database/thresholds/recalculate.ts';
import { seedTemplates } from '../src/email/seed.ts';
import type { Instant } from '../src/journey/instant.ts';
import { createChecks } from './checks.ts';
import { SANDBOX_PATH } from './hosted.ts';
import { createInboxMailer } from './inbox/inbox-mailer.ts';
import { watchIncidents } from './incidents.ts';
import { migrations } from './migrations.ts';
import { openSandbox, SECRETS } from './sandbox.ts';
import { keepSession } from './session.ts';
import { errorsOnRequest, randomErrors, type SimulatedErrorOptions } from './simulated-errors.ts';
import { createSyncs } from './syncs.ts';

/** What the host is doing and the share that is done, from 0 to 1, where known. */
export type Progress = { doing: string; done?: number };

export type MockHostOptions = SimulatedErrorOptions & {
  /** The origin whose requests the host answers. */
  publicUrl: string;
  now: () => Instant;
  log: Log;
  /** The number of sample customers. */
  sampleCustomers: number;
  /** Whether Codat is asked for changes at the start, as it is unless set to false. */
  syncsAtStart?: boolean;
  onProgress?: (progress: Progress) => void;
};

/**
 * All of Unstuck in memory, in a browser tab or a test: the real API, the sandbox Codat, the sandbox's users and
 * sample customers. Nothing is saved.
 */
export const createMockHost = async (options: MockHostOptions) => {
  const { publicUrl, now, log, wait, sampleCustomers, onProgress = () => {} } = options;
  onProgress({ doing: 'Starting the database' });
  const { database, inbound, exports, health, listen, close } = await openPglite(migrations);
  await seedTemplates(database);
  const auth = createAuth({
    database,
    secret: await authSecret(database),
    publicUrl,
    plugins: [bearer()],
  });
  for (const person of SANDBOX_PEOPLE) await addPerson(auth, database, person);
  onProgress({ doing: 'Creating sample customers', done: 0 });
  const sandbox = await openSandbox({
    database,
    now,
    log,
    publicUrl,
    sampleCustomers,
    onSeeded: (seeded) =>
      onProgress({ doing: 'Creating sample customers', done: seeded / sampleCustomers }),
    ask: (request) => app.fetch(request),
  });
  const changes = await followChanges(listen);
  const incidents = await watchIncidents({ database, changes, now, log });
  const syncs = createSyncs({
    database,
    codat: sandbox.codat,
    now,
    waitUntil: waitBy(wait, now),
    onError: (error) => log.error({ err: error }, 'sync failed'),
  });
  const checks = createChecks({ database, codat: sandbox.codat, now, log, wait });
  const mailer = createInboxMailer({
    database,
    inbox: sandbox.inbox,
    now,
    publicUrl,
    wait,
    onError: (error) => log.error({ err: error }, 'email not delivered'),
  });
  const api = createApi({
    database,
    inbound,
    exports,
    health,
    embedded: true,
    distributed: false,
    auth,
    codat: sandbox.codat,
    codatHost: { apiUrl: sandbox.url, sandbox: true, linkOrigin: new URL(publicUrl).origin },
    requestSync: syncs.request,
    recalculateLater: async () => {
      void wait(1000)
        .then(() => recalculate({ database, now }))
        .catch((error) => log.error({ err: error }, 'stuck customers not recalculated'));
    },
    processLater: async (_, ids) => {
      // No other server shares this database, so a moment later is late enough.
      void wait(1000)
        .then(() =>
          Promise.all(
            ids.map((id) => processDelivery({ database, codat: sandbox.codat }, id, now())),
          ),
        )
        .catch((error) => log.error({ err: error }, 'webhooks not processed'));
    },
    checkLater: checks.later,
    forgetJobs: async () => {},
    mailer,
    deliverMessages: async (_, ids) => {
      void wait(1000)
        .then(() => deliverAtOnce({ database, publicUrl, now, send: mailer.send, post: null }, ids))
        .catch((error) => log.error({ err: error }, 'alerts not delivered'));
    },
    outgoing: null,
    changes,
    publicUrl,
    now,
    log,
    addressOf: () => null,
    webhookSecrets: [SECRETS.webhookSecret],
    linkEventsKey: SECRETS.linkEventsKey,
    singleSignOn: null,
    demoSignIns: [...SANDBOX_PEOPLE],
    dataNotice: 'Sample data, resets on reload',
    inboxPath: sandbox.inbox.path,
  });
  const app = new Hono({ strict: false })
    .onError(errorHandler(log))
    .all(`${SANDBOX_PATH}/*`, ({ req }) => sandbox.fetch(req.raw))
    .use('/api/*', randomErrors(options), errorsOnRequest)
    .route('/', api);
  if (options.syncsAtStart ?? true) await syncs.request('changes');
  return {
    fetch: keepSession(app.fetch),
    close: async () => {
      sandbox.stop();
      await syncs.stop();
      await incidents.stop();
      await changes.stop();
      await close();
    },
  };
};
