import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { type CodatSettings, codatSettings, type Sync } from '../database/schema/index.ts';
import { CODAT_SETTINGS_ID } from '../database/settings.ts';
import { addHours, type Instant } from '../journey/instant.ts';
import type { CodatClient } from './client.ts';
import { CodatRefusal, CodatUnavailable } from './errors.ts';
import { importCompanies, importIntegrations, recordSightings } from './import-companies.ts';
import { beginSync, type SyncKind, updateSync } from './sync-record.ts';
import { recordVanished } from './vanished.ts';

export type SyncPorts = {
  database: Database;
  codat: CodatClient;
  now: () => Instant;
  /** Resolves at the given moment. */
  waitUntil: (moment: Instant) => Promise<unknown>;
  /** Aborted when the process is about to stop; the sync then rejects, to be gone on with later. */
  signal: AbortSignal;
  /** Told of each step, for the log. */
  onProgress: (sync: Sync) => void;
};

const PAGE_SIZE = 500;

/** Pauses after failures in a row, in seconds; the last one repeats. */
const PAUSES = [1, 5, 15, 60, 300];

const loadSettings = async (database: Database): Promise<CodatSettings> => {
  const [settings] = await database
    .select()
    .from(codatSettings)
    .where(eq(codatSettings.id, CODAT_SETTINGS_ID));
  return settings ?? { id: CODAT_SETTINGS_ID, product: null, tags: null };
};

/** Reads the next page and takes it in. */
const readPage = async (ports: SyncPorts, sync: Sync): Promise<Sync> => {
  const { database, codat, now } = ports;
  const settings = await loadSettings(database);
  const observedAt = now();
  const page = sync.page + 1;
  const { companies, notUnderstood, totalResults, quotaRemaining } = await codat.companies({
    page,
    pageSize: PAGE_SIZE,
    tags: settings.tags ?? undefined,
  });
  const taken = await importCompanies(database, companies, settings, { observedAt, now: now() });
  if (sync.kind === 'full') await recordSightings(database, companies, observedAt);
  const pages = Math.max(1, Math.ceil(totalResults / PAGE_SIZE));
  const isLast = page >= pages || (sync.kind === 'changes' && taken.changed === 0);
  const read = companies.length + notUnderstood;
  const progress = {
    state: 'running' as const,
    page,
    pages: isLast ? page : pages,
    companies: sync.companies + read,
    totalCompanies: totalResults,
    changed: sync.changed + taken.changed,
    leftOut: sync.leftOut + taken.leftOut,
    notUnderstood: sync.notUnderstood + notUnderstood,
    requests: sync.requests + 1,
    quotaRemaining,
    waitUntil: null,
    problem: null,
  };
  return updateSync(database, sync.id, progress);
};

const isRead = ({ page, pages }: Sync): boolean => pages !== null && page >= pages;

const finish = async (ports: SyncPorts, sync: Sync): Promise<Sync> => {
  const { database, codat, now } = ports;
  const full = sync.kind === 'full';
  if (full) await importIntegrations(database, codat);
  const gone = full ? await recordVanished(database, codat, sync.startedAt, now) : 0;
  return updateSync(database, sync.id, {
    state: 'done',
    finishedAt: now(),
    changed: sync.changed + gone,
    waitUntil: null,
    problem: null,
  });
};

/** Waits as long as Codat asks, or longer and longer while it can't be reached. */
const pause = async (ports: SyncPorts, sync: Sync, away: CodatUnavailable, failures: number) => {
  const { database, now, waitUntil, onProgress } = ports;
  const seconds = away.retryAfterSeconds ?? PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 1;
  const moment = addHours(now(), seconds / 3600);
  onProgress(
    await updateSync(database, sync.id, {
      state: 'waiting',
      waitUntil: moment,
      problem: away.message,
      requests: sync.requests + 1,
    }),
  );
  await waitUntil(moment);
};

/**
 * Reads Codat's companies page by page, the newest change first, and takes in what is new: all of them (`full`), or up
 * to the first page that holds nothing new (`changes`). Goes on where an earlier one stopped. A refusal ends it; when
 * Codat can't answer it waits. Returns the record of what was done.
 */
export const runSync = async (ports: SyncPorts, kind: SyncKind): Promise<Sync> => {
  const { database, now, waitUntil, onProgress } = ports;
  let sync = await beginSync(database, kind, now());
  if (sync.waitUntil && sync.waitUntil > now()) await waitUntil(sync.waitUntil);
  for (let failures = 0; ; ) {
    ports.signal.throwIfAborted();
    try {
      sync = isRead(sync) ? await finish(ports, sync) : await readPage(ports, sync);
      failures = 0;
      onProgress(sync);
      if (sync.state === 'done') return sync;
    } catch (error) {
      if (error instanceof CodatRefusal) {
        const end = { state: 'failed', finishedAt: now(), problem: error.message } as const;
        return updateSync(database, sync.id, end);
      }
      if (!(error instanceof CodatUnavailable)) throw error;
      failures += 1;
      await pause(ports, sync, error, failures);
      sync = { ...sync, requests: sync.requests + 1 };
    }
  }
};
