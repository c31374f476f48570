import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { CodatClient } from '../../codat/client.ts';
import type { ProcessLater } from '../../codat/deliveries/receive.ts';
import { processTogether } from '../../codat/deliveries/waiting.ts';
import { processDelivery } from '../../codat/process.ts';
import type { Database } from '../../database/database.ts';
import type { Instant } from '../../journey/instant.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { within } from './within.ts';
import { work } from './work.ts';

export const DELIVERY = 'delivery';

/** Five seconds, doubling up to an hour, for as long as it takes. */
const PAUSES = { retryLimit: 100_000, retryDelay: 5, retryDelayMax: 3600, retryBackoff: true };

/** A job that doesn’t end is repeated after this. */
const EXPIRE_SECONDS = 60;

/** As long as the bodies of deliveries are kept. */
const RETENTION_SECONDS = 90 * 24 * 3600;

/** One transaction takes about as long for many as for one. */
const AT_ONCE = { localConcurrency: 2, batchSize: 50, burstWhenBatchFull: true };

type Ports = {
  database: Database;
  codat: CodatClient;
  now: () => Instant;
  log: Log;
  pauses?: Partial<typeof PAUSES>;
};
type Job = { id: string; data: { deliveryId: string } };

/** Processes one delivery. If it has to wait longer, fails the job so that pg-boss retries it. */
const processJob = async (boss: PgBoss, ports: Ports, { id, data }: Job) => {
  const { deliveryId } = data;
  const delivery = await processDelivery(ports, deliveryId, ports.now());
  if (!delivery || (delivery.state !== 'waiting' && delivery.state !== 'failed')) return;
  const { state, problem } = delivery;
  ports.log.warn({ deliveryId, state, problem }, 'webhook not processed');
  if (state === 'waiting') await boss.fail(DELIVERY, id, { problem });
};

/** Processes deliveries that were only stored when they arrived, one job each. */
export const startDeliveries = async (boss: PgBoss, ports: Ports): Promise<ProcessLater> => {
  const options = {
    ...PAUSES,
    expireInSeconds: EXPIRE_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retentionSeconds: RETENTION_SECONDS,
    ...ports.pauses,
  };
  await boss.createQueue(DELIVERY, options);
  await boss.updateQueue(DELIVERY, options);
  await work<Job['data']>(
    boss,
    ports.log,
    { queue: DELIVERY, pollingIntervalSeconds: 1, ...AT_ONCE },
    async (jobs) => {
      const ids = jobs.map(({ data }) => data.deliveryId);
      const left = new Set(await processTogether(ports.database, ids, ports.now()));
      const others = jobs.filter(({ data }) => left.has(data.deliveryId));
      await Promise.all(others.map((job) => processJob(boss, ports, job)));
    },
  );
  return async (transaction, deliveryIds) => {
    await boss.insert(
      DELIVERY,
      deliveryIds.map((deliveryId) => ({ data: { deliveryId } })),
      { db: within(transaction) },
    );
  };
};
