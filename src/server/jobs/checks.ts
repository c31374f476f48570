import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { QueuedCheck } from '../../codat/checks/claim.ts';
import { type CheckLater, runQueuedCheck } from '../../codat/checks/run-queued.ts';
import type { CodatClient } from '../../codat/client.ts';
import type { Database } from '../../database/database.ts';
import type { Instant } from '../../journey/instant.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { within } from './within.ts';
import { work } from './work.ts';

const CHECK = 'check';

/** For a server that was killed, or without its database. How often Codat is asked again is counted apart. */
const PAUSES = { retryLimit: 20, retryDelay: 5, retryDelayMax: 300, retryBackoff: true };

/** Longer than Codat may take. */
const EXPIRE_SECONDS = 90;

/** Codat takes ten requests at once, of which syncs, webhooks and people need theirs. */
const AT_ONCE = { localConcurrency: 2, batchSize: 1, burstWhenBatchFull: true };

type Ports = { database: Database; codat: CodatClient; now: () => Instant; log: Log };

type Job = QueuedCheck & { attempt: number };

/** Runs the checks of many customers in the background, one job each. */
export const startChecks = async (boss: PgBoss, ports: Ports): Promise<CheckLater> => {
  const options = {
    ...PAUSES,
    expireInSeconds: EXPIRE_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  };
  await boss.createQueue(CHECK, options);
  await boss.updateQueue(CHECK, options);
  const how = { queue: CHECK, pollingIntervalSeconds: 1, ...AT_ONCE };
  await work<Job>(boss, ports.log, how, async ([job]) => {
    if (!job) return;
    const { attempt, ...check } = job.data;
    const startAfter = await runQueuedCheck(ports, check, attempt);
    if (startAfter === null) return;
    ports.log.warn({ customerId: check.customerId, startAfter }, 'a check waits for Codat');
    await boss.send(CHECK, { ...check, attempt: attempt + 1 }, { startAfter });
  });
  return async (transaction, checks) => {
    await boss.insert(
      CHECK,
      checks.map((check) => ({ data: { ...check, attempt: 1 } })),
      { db: within(transaction) },
    );
  };
};
