import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { Database } from '../../database/database.ts';
import { type RecalculateLater, recalculate } from '../../database/thresholds/recalculate.ts';
import type { Instant } from '../../journey/instant.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { within } from './within.ts';
import { work } from './work.ts';

const RECALCULATION = 'recalculation';

const LONGEST_SECONDS = 3600;

type Ports = { database: Database; now: () => Instant; log: Log };

/** Recalculates when customers get stuck, on one server at a time. Another one finishes what a killed server began. */
export const startRecalculations = async (
  boss: PgBoss,
  { database, now, log }: Ports,
  signal: AbortSignal,
): Promise<RecalculateLater> => {
  await boss.createQueue(RECALCULATION, {
    policy: 'stately',
    retryLimit: 1000,
    retryDelay: 5,
    expireInSeconds: LONGEST_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await work(boss, log, { queue: RECALCULATION, pollingIntervalSeconds: 1 }, () =>
    recalculate({ database, now, signal }),
  );
  return async (transaction) => {
    await boss.send(RECALCULATION, {}, { db: within(transaction) });
  };
};
