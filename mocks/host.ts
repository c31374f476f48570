import { bearer } from 'better-auth/plugins/bearer';
import { Hono } from 'hono';
import { createApi } from '../src/api/api.ts';
import { addPerson, createAuth } from '../src/api/auth.ts';
import type { Log } from '../src/api/ports.ts';
import { errorHandler } from '../src/api/problem.ts';
import { SANDBOX_PEOPLE } from '../src/api/sandbox-people.ts';
import { openPglite } from '../src/database/embedded.ts';
import { authSecret } from '../src/database/installation.ts';
import type { Instant } from '../src/journey/instant.ts';
import { CODAT_ORIGIN } from './hosted.ts';
import { migrations } from './migrations.ts';
import { playSampleCustomers } from './sample/play.ts';
import { keepSession } from './session.ts';
import { errorsByChance, errorsOnRequest, type TroubleOptions } from './trouble.ts';

export type Fetch = (request: Request) => Response | Promise<Response>;

/** What is being done, and how much of it is over, from 0 to 1, where that can be told. */
export type Progress = { doing: string; done?: number };

export type MockHostOptions = {
  /** The address whose requests are answered. */
  publicUrl: string;
  now: () => Instant;
  log: Log;
  /** How many sample customers there are. */
  sampleCustomers: number;
  trouble: TroubleOptions;
  /** What stands in for Codat: for its API, and with pages of its own under `/sandbox/`. */
  codat?: Fetch;
  onProgress?: (progress: Progress) => void;
};

const isForCodat = ({ url }: Request): boolean => {
  const { origin, pathname } = new URL(url);
  return origin === CODAT_ORIGIN || pathname.startsWith('/sandbox/');
};

const noCodat: Fetch = () => new Response('No sandbox Codat runs here.', { status: 501 });

/**
 * The real API on a database in memory, with the sandbox's people and sample customers, in a browser tab or a test.
 * Nothing outlives it.
 */
export const createMockHost = async ({
  publicUrl,
  now,
  log,
  sampleCustomers,
  trouble,
  codat = noCodat,
  onProgress = () => {},
}: MockHostOptions) => {
  onProgress({ doing: 'Starting the database' });
  const { database, close } = await openPglite(migrations);
  const auth = createAuth({
    database,
    secret: await authSecret(database),
    publicUrl,
    plugins: [bearer()],
  });
  for (const person of SANDBOX_PEOPLE) await addPerson(auth, database, person);
  await playSampleCustomers(database, {
    count: sampleCustomers,
    now: now(),
    onPlayed: (played) =>
      onProgress({
        doing: `Making sample customers: ${played} of ${sampleCustomers}`,
        done: played / sampleCustomers,
      }),
  });
  const api = createApi({
    database,
    auth,
    publicUrl,
    now,
    log,
    webhookSecret: null,
    linkEventsKey: null,
    demoSignIns: [...SANDBOX_PEOPLE],
    dataNotice: 'Sample data, resets on reload',
  });
  const app = new Hono()
    .onError(errorHandler(log))
    .use('/api/*', errorsByChance(trouble), errorsOnRequest)
    .route('/', api);
  const ask = keepSession(app.fetch);
  const fetch: Fetch = (request) => (isForCodat(request) ? codat(request) : ask(request));
  return { fetch, close };
};
