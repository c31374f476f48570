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
  /** Resolves at the given time. */
  waitUntil: (time: Instant) => Promise<unknown>;
  /** Aborted when the process is about to stop. The sync then rejects and can be resumed later. */
  signal: AbortSignal;
  /** Called after each step, for logging. */
  onProgress: (sync: Sync) => void;
};

const PAGE_SIZE = 500;

/** Pauses after consecutive failures, in seconds. The last one repeats. */
const PAUSES = [1, 5, 15, 60, 300];

const loadSettings = async (database: Database): Promise<CodatSettings> => {
  const [settings] = await database
    .select()
    .from(codatSettings)
    .where(eq(codatSettings.id, CODAT_SETTINGS_ID));
  return settings ?? { id: CODAT_SETTINGS_ID, product: null, tags: null };
};

/** Reads and imports the next page. */
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
  const imported = await importCompanies(database, companies, settings, { observedAt, now: now() });
  if (sync.kind === 'full') await recordSightings(database, companies, observedAt);
  const pages = Math.max(1, Math.ceil(totalResults / PAGE_SIZE));
  const isLast = page >= pages || (sync.kind === 'changes' && imported.changed === 0);
  const read = companies.length + notUnderstood;
  const progress = {
    state: 'running' as const,
    page,
    pages: isLast ? page : pages,
    companies: sync.companies + read,
    totalCompanies: totalResults,
    changed: sync.changed + imported.changed,
    leftOut: sync.leftOut + imported.leftOut,
    notUnderstood: sync.notUnderstood + notUnderstood,
    requests: sync.requests + 1,
    quotaRemaining,
    waitUntil: null,
    problem: null,
  };
  return updateSync(database, sync.id, progress);
};

const isFullyRead = ({ page, pages }: Sync): boolean => pages !== null && page >= pages;

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

/** Waits as long as Codat asks, or with growing pauses while it can’t be reached. */
const pause = async (ports: SyncPorts, sync: Sync, error: CodatUnavailable, failures: number) => {
  const { database, now, waitUntil, onProgress } = ports;
  const seconds = error.retryAfterSeconds ?? PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 1;
  const until = addHours(now(), seconds / 3600);
  onProgress(
    await updateSync(database, sync.id, {
      state: 'waiting',
      waitUntil: until,
      problem: error.message,
      requests: sync.requests + 1,
    }),
  );
  await waitUntil(until);
};

/**
 * Imports Codat’s companies page by page, most recently changed first: all pages (`full`), or up to the first page
 * without changes (`changes`). Resumes an unfinished sync. Ends when Codat rejects a request and waits while Codat is
 * unavailable. Returns the record of the sync.
 */
export const runSync = async (ports: SyncPorts, kind: SyncKind): Promise<Sync> => {
  const { database, now, waitUntil, onProgress } = ports;
  let sync = await beginSync(database, kind, now());
  if (sync.waitUntil && sync.waitUntil > now()) await waitUntil(sync.waitUntil);
  for (let failures = 0; ; ) {
    ports.signal.throwIfAborted();
    try {
      sync = isFullyRead(sync) ? await finish(ports, sync) : await readPage(ports, sync);
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
