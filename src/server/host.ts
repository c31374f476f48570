import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { pino } from 'pino';
import { createApi } from '../api/api.ts';
import { createAuth } from '../api/auth.ts';
import { errorHandler } from '../api/problem.ts';
import { SANDBOX_PEOPLE } from '../api/sandbox-people.ts';
import { authSecret } from '../database/installation.ts';
import { toInstant } from '../journey/instant.ts';
import type { Config } from './config.ts';
import { addFirstPeople } from './first-people.ts';
import { openDatabase } from './open-database.ts';

const protection = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // MUI writes its styles into the page as it renders.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
  },
  xFrameOptions: 'DENY',
});

/** Everything a running server consists of, wired together but not listening yet. */
export const openHost = async (config: Config) => {
  const log = pino({ level: config.LOG_LEVEL, base: null });
  const { database, close } = await openDatabase(config, (error) =>
    log.warn({ err: error }, 'database connection lost'),
  );
  const auth = createAuth({
    database,
    secret: config.AUTH_SECRET ?? (await authSecret(database)),
    publicUrl: config.PUBLIC_URL,
  });
  const sandbox = !config.CODAT_API_KEY;
  await addFirstPeople(auth, database, config);
  const api = createApi({
    database,
    auth,
    publicUrl: config.PUBLIC_URL,
    now: () => toInstant(Date.now()),
    log,
    webhookSecret: config.CODAT_WEBHOOK_SECRET ?? null,
    linkEventsKey: config.LINK_EVENTS_KEY ?? null,
    demoSignIns: sandbox ? [...SANDBOX_PEOPLE] : [],
    dataNotice: sandbox ? 'Sandbox data' : null,
  });
  const app = new Hono().onError(errorHandler(log)).use(protection);
  // Imported here alone: an installation with a Codat key never loads it.
  if (sandbox) app.use('/api/*', (await import('../../mocks/trouble.ts')).errorsOnRequest);
  app.route('/', api).use(serveStatic({ root: './dist' }));
  return { app, database, log, sandbox, close };
};

export type Host = Awaited<ReturnType<typeof openHost>>;
