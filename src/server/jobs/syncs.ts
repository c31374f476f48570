import { setTimeout } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import { runSync, type SyncPorts } from '../../codat/sync.ts';
import type { SyncKind } from '../../codat/sync-record.ts';
import { waitBy } from '../../codat/sync-steps/wait.ts';
import { progressOf } from '../../common/sync-progress.ts';
import type { Sync } from '../../database/schema/index.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { work } from './work.ts';

const SYNC = 'sync';

/** Changes every five minutes, everything every night at two (UTC). */
const SCHEDULE: [SyncKind, string][] = [
  ['changes', '*/5 * * * *'],
  ['full', '0 2 * * *'],
];

const LONGEST_SYNC_SECONDS = 24 * 3600;

/** A sync’s log entry: progress, speed and remaining time. */
const syncEntry = (sync: Sync, now: number) => {
  const { kind, state, page, pages, companies, totalCompanies, changed, waitUntil, problem } = sync;
  const { rate, remaining } = progressOf(sync, now);
  return {
    ...{ kind, state, page, pages, companies, totalCompanies, changed, waitUntil, problem },
    companiesPerSecond: rate && Math.round(rate),
    secondsLeft: remaining && Math.round(remaining / 1000),
  };
};

export type SyncJobPorts = Pick<SyncPorts, 'database' | 'codat' | 'now'> & { log: Log };

/** Runs one sync at a time, however many servers share the database. */
export const startSyncs = async (
  boss: PgBoss,
  { log, ...ports }: SyncJobPorts,
  signal: AbortSignal,
) => {
  await boss.createQueue(SYNC, {
    policy: 'stately',
    retryLimit: 1000,
    retryDelay: 5,
    expireInSeconds: LONGEST_SYNC_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  const how = { queue: SYNC, pollingIntervalSeconds: 1 };
  await work<{ kind: SyncKind }>(boss, log, how, async ([job]) => {
    if (!job) return;
    await runSync(
      {
        ...ports,
        signal,
        waitUntil: waitBy((milliseconds) => setTimeout(milliseconds, null, { signal }), ports.now),
        onProgress: (sync) => log.info(syncEntry(sync, Date.parse(ports.now())), 'sync'),
        onError: (error) => log.error({ err: error }, 'a sync met an unexpected error'),
      },
      job.data.kind,
    );
  });
  for (const [kind, cron] of SCHEDULE) await boss.schedule(SYNC, cron, { kind }, { key: kind });
  return {
    requestSync: async (kind: SyncKind): Promise<void> => {
      await boss.send(SYNC, { kind });
    },
  };
};
