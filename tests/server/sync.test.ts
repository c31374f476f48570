import { expect, it, onTestFinished } from 'vitest';
import { CODAT_API_KEY, openCodat } from '../support/codat.ts';
import { startServer } from '../support/server.ts';
import { type Session, sessionAt } from '../support/sign-in.ts';
import { startedDirectory } from '../support/template.ts';

/** Enough for eight pages. Set SYNC_COMPANIES=100000 to test with very many. */
const COMPANIES = Number(process.env.SYNC_COMPANIES ?? 4000);
/** The sync requests 500 companies per page. */
const PAGES = Math.ceil(COMPANIES / 500);
/** An hour of refusals takes five seconds. */
const SPEED = 720;
const PATIENCE_MS = 100_000 + 5 * COMPANIES;
const ADMIN = { email: 'admin@acme.example', password: 'correct horse battery' };

/** A Codat with many companies that counts the requested pages. */
const openCountedCodat = async () => {
  const counted = { pages: 0, onPage: (_page: number) => {} };
  const { publicUrl, sandbox, close } = await openCodat({
    speed: SPEED,
    onAnswer: ({ url }, { ok }) => {
      if (ok && url.includes('/companies?')) counted.onPage(++counted.pages);
    },
  });
  for (let index = 0; index < COMPANIES; index += 1)
    sandbox.world.createCompany({ name: `Company ${index}` });
  const stopTime = sandbox.start();
  onTestFinished(() => {
    stopTime();
    close();
  });
  return { publicUrl, sandbox, counted };
};

const listed = (filter: object): string =>
  `/api/syncs?range=[0,99]&filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** How many pages syncs of changes read: the one at the server’s start, and one every five minutes of the clock. */
const pagesOfChanges = async (session: Session): Promise<number> => {
  const syncs: { page: number }[] = await session.json(listed({ kind: 'changes' }));
  return syncs.reduce((pages, { page }) => pages + page, 0);
};

const untilIdle = (session: Session) =>
  expect
    .poll(() => session.total(listed({ state: ['running', 'waiting'] })), { timeout: PATIENCE_MS })
    .toBe(0);

it(
  'the server imports every company once, despite being killed twice and rate-limited for an hour',
  async () => {
    const { publicUrl, sandbox, counted } = await openCountedCodat();
    const environment = {
      DATA_DIR: startedDirectory(),
      CODAT_API_KEY,
      CODAT_API_URL: publicUrl,
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
    };

    for (const page of [2, 4]) {
      const server = await startServer(environment);
      await new Promise<void>((resolve) => {
        counted.onPage = (read) => {
          if (read >= page) resolve();
        };
      });
      await server.kill();
    }
    counted.onPage = (read) => {
      if (read === 6) sandbox.disruptions.start({ kind: 'too_many_requests', seconds: 3600 });
    };
    const server = await startServer(environment);
    onTestFinished(async () => {
      await server.stop();
    });
    const session = await sessionAt(server.url, ADMIN);
    await untilIdle(session);
    expect(await session.json(listed({ kind: 'full' }))).toMatchObject([
      { state: 'done', companies: COMPANIES, changed: COMPANIES },
    ]);
    // The page that was being imported when the server was killed is read again.
    const readByFull = counted.pages - (await pagesOfChanges(session));
    expect(readByFull).toBeGreaterThanOrEqual(PAGES);
    expect(readByFull).toBeLessThanOrEqual(PAGES + 2);
    expect(await session.total('/api/customers?range=[0,0]')).toBe(COMPANIES);
    expect(await session.total('/api/events?range=[0,0]')).toBe(COMPANIES);

    const asked = await session.post('/api/syncs', { kind: 'changes' });
    const { id } = await asked.json();
    await untilIdle(session);
    expect(await session.json(`/api/syncs/${id}`)).toMatchObject({
      state: 'done',
      changed: 0,
      page: 1,
    });
    // No page but those that the syncs say.
    expect(counted.pages - (await pagesOfChanges(session))).toBe(readByFull);
  },
  2 * PATIENCE_MS,
);
