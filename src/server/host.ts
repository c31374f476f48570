import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { pino } from 'pino';
import { createApi } from '../api/api.ts';
import { createAuth } from '../api/auth.ts';
import { followChanges } from '../database/changes.ts';
import { authSecret } from '../database/installation.ts';
import { toInstant } from '../journey/instant.ts';
import type { Config } from './config.ts';
import { addFirstPeople, SANDBOX_PEOPLE } from './first-people.ts';
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
  const { database, listen, close } = await openDatabase(config, (error) =>
    log.warn({ err: error }, 'database connection lost'),
  );
  const auth = createAuth({
    database,
    secret: config.AUTH_SECRET ?? (await authSecret(database)),
    publicUrl: config.PUBLIC_URL,
  });
  const changes = await followChanges(listen);
  const sandbox = !config.CODAT_API_KEY;
  await addFirstPeople(auth, database, config);
  const api = createApi({
    database,
    auth,
    changes,
    publicUrl: config.PUBLIC_URL,
    now: () => toInstant(Date.now()),
    log,
    webhookSecret: config.CODAT_WEBHOOK_SECRET ?? null,
    linkEventsKey: config.LINK_EVENTS_KEY ?? null,
    demoSignIns: sandbox ? [...SANDBOX_PEOPLE] : [],
  });
  const app = new Hono()
    .use(protection)
    .route('/', api)
    .use(serveStatic({ root: './dist' }));
  return { app, api, database, changes, log, sandbox, close };
};

export type Host = Awaited<ReturnType<typeof openHost>>;
