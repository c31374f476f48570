import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { isPassing } from '../database/errors.ts';
import { erasedAmong } from '../database/privacy/erased.ts';
import {
  type CodatSettings,
  codatSettings,
  type Sync,
  type SyncRemark,
} from '../database/schema/index.ts';
import { CODAT_SETTINGS_ID } from '../database/settings.ts';
import { addHours, type Instant } from '../journey/instant.ts';
import type { CodatClient } from './client.ts';
import { CodatRefusal, CodatUnavailable } from './errors.ts';
import { importIntegrations, recordSightings } from './import-companies.ts';
import { beginSync, findSync, isFinished, type SyncKind, updateSync } from './sync-record.ts';
import { importPage } from './sync-steps/import-page.ts';
import { doubtVanished, recordVanished } from './sync-steps/vanished.ts';

export type SyncPorts = {
  database: Database;
  codat: CodatClient;
  now: () => Instant;
  /** Resolves at the given time, or soon after `isOver` resolves to true. */
  waitUntil: (time: Instant, isOver: () => Promise<boolean>) => Promise<unknown>;
  /** Aborted when the process is about to stop. The sync then rejects and can be resumed later. */
  signal: AbortSignal;
  /** Called after each step, for logging. */
  onProgress: (sync: Sync) => void;
  /** Called with errors that nobody expects, for logging. */
  onError: (error: unknown) => void;
};

const PAGE_SIZE = 500;

/** How many remarks a sync keeps. Its counts are complete. */
const MOST_REMARKS = 100;

/** The least pauses after consecutive failures, in seconds. The last one repeats. */
const PAUSES = [1, 5, 15, 60, 300];

const LONGEST_PAUSE_HOURS = 1;

const loadSettings = async (database: Database): Promise<CodatSettings> => {
  const [settings] = await database
    .select()
    .from(codatSettings)
    .where(eq(codatSettings.id, CODAT_SETTINGS_ID));
  return settings ?? { id: CODAT_SETTINGS_ID, product: null, tags: null };
};

/** The remarks on companies that weren’t erased: they name them. */
const ofKept = async (database: Database, remarks: SyncRemark[]): Promise<SyncRemark[]> => {
  const erased = await erasedAmong(
    database,
    remarks.map(({ companyId }) => companyId),
  );
  return remarks.filter(({ companyId }) => !erased.has(companyId));
};

/** Reads and imports the next page. */
const readPage = async (ports: SyncPorts, sync: Sync): Promise<Sync> => {
  const { database, codat, now } = ports;
  const settings = await loadSettings(database);
  const observedAt = now();
  const page = sync.page + 1;
  const { companies, remarks, notUnderstood, totalResults, quotaRemaining } = await codat.companies(
    {
      page,
      pageSize: PAGE_SIZE,
      tags: settings.tags ?? undefined,
    },
  );
  const imported = await importPage(ports, { companies, settings, observedAt });
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
    notUnderstood: sync.notUnderstood + notUnderstood + imported.failed,
    remarks: [
      ...sync.remarks,
      ...(await ofKept(database, [...remarks, ...imported.remarks])),
    ].slice(0, MOST_REMARKS),
    requests: sync.requests + 1,
    quotaRemaining,
    waitUntil: null,
    problem: null,
  };
  return updateSync(database, sync.id, progress);
};

const isFullyRead = ({ page, pages }: Sync): boolean => pages !== null && page >= pages;

type Ending = Pick<Sync, 'state' | 'problem'> & Partial<Sync>;

const end = ({ database, now }: SyncPorts, { id }: Sync, ending: Ending): Promise<Sync> =>
  updateSync(database, id, { finishedAt: now(), waitUntil: null, ...ending });

const finish = async (ports: SyncPorts, sync: Sync): Promise<Sync> => {
  const { database, codat, now } = ports;
  const full = sync.kind === 'full';
  if (full) await importIntegrations(database, codat);
  const doubt =
    full && !sync.deletionsConfirmed ? await doubtVanished(database, codat, sync.startedAt) : null;
  if (doubt) return end(ports, sync, { state: 'failed', ...doubt });
  const gone = full ? await recordVanished(database, codat, sync.startedAt, now) : 0;
  return end(ports, sync, { state: 'done', changed: sync.changed + gone, problem: null });
};

/** Waits until the time stored with the sync, or until it is cancelled. Returns it as stored afterwards. */
const wait = async ({ database, now, waitUntil }: SyncPorts, sync: Sync): Promise<Sync> => {
  const latest = addHours(now(), LONGEST_PAUSE_HOURS);
  const end = sync.waitUntil && sync.waitUntil < latest ? sync.waitUntil : latest;
  if (!sync.waitUntil || end <= now()) return sync;
  await waitUntil(end, async () => isFinished(await findSync(database, sync.id)));
  return findSync(database, sync.id);
};

const BUSY = new CodatUnavailable('Unstuck’s database is busy.');

/** Why a sync has to wait, if it’s worth waiting. */
const reasonToWait = (error: unknown): CodatUnavailable | null => {
  if (error instanceof CodatUnavailable) return error;
  return isPassing(error) ? BUSY : null;
};

/** Waits as long as Codat asks, but not less than the growing pauses after consecutive failures. */
const pause = async (ports: SyncPorts, sync: Sync, error: CodatUnavailable, failures: number) => {
  const { database, now, onProgress } = ports;
  const least = PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 1;
  const seconds = Math.max(error.retryAfterSeconds ?? 0, least);
  const waiting = await updateSync(database, sync.id, {
    state: 'waiting',
    waitUntil: addHours(now(), seconds / 3600),
    problem: error.message,
    requests: sync.requests + 1,
  });
  if (isFinished(waiting)) return waiting;
  onProgress(waiting);
  return wait(ports, waiting);
};

const UNEXPECTED = 'The sync stopped because of an unexpected error, which is in the log.';

/** Ends a sync that would fail again, so that a new one can be started. */
const fail = (ports: SyncPorts, sync: Sync, error: unknown): Promise<Sync> => {
  const isRefusal = error instanceof CodatRefusal;
  if (!isRefusal) ports.onError(error);
  return end(ports, sync, { state: 'failed', problem: isRefusal ? error.message : UNEXPECTED });
};

/**
 * Imports Codat’s companies page by page, most recently changed first: all pages (`full`), or up to the first page
 * without changes (`changes`). Resumes an unfinished sync. Ends when it is cancelled, when Codat rejects a request and
 * on unexpected errors; waits while Codat is unavailable. Returns the record of the sync.
 * @throws when the server stops or the database can’t be reached. The sync is then unfinished.
 */
export const runSync = async (ports: SyncPorts, kind: SyncKind): Promise<Sync> => {
  const { database, now, onProgress } = ports;
  let sync = await wait(ports, await beginSync(database, kind, now()));
  for (let failures = 0; !isFinished(sync); ) {
    ports.signal.throwIfAborted();
    try {
      sync = isFullyRead(sync) ? await finish(ports, sync) : await readPage(ports, sync);
      failures = 0;
      onProgress(sync);
    } catch (error) {
      ports.signal.throwIfAborted();
      failures += 1;
      const reason = reasonToWait(error);
      sync = await (reason ? pause(ports, sync, reason, failures) : fail(ports, sync, error));
    }
  }
  return sync;
};
