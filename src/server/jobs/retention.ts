import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import { expireActivity } from '../../database/activity.ts';
import { sumCounts } from '../../database/customer-counts.ts';
import type { Database } from '../../database/database.ts';
import { eraseDue, type ForgetJobs } from '../../database/privacy/erase.ts';
import { expire } from '../../database/privacy/expire.ts';
import type { Instant } from '../../journey/instant.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { work } from './work.ts';

const RETENTION = 'retention';

/** Every night at three (UTC), after the full sync has begun. */
const SCHEDULE = '0 3 * * *';

type Ports = { database: Database; now: () => Instant; log: Log; forgetJobs: ForgetJobs };

/** Removes what expired and the personal data of customers who were deleted long enough ago. */
export const runRetention = async ({ database, now, log, forgetJobs }: Ports): Promise<void> => {
  const expired = await expire(database, now());
  const activity = await expireActivity(database, now());
  const erased = await eraseDue(database, now(), forgetJobs);
  await sumCounts(database);
  log.info({ ...expired, activity, erased: erased.length }, 'retention');
};

/** Runs it on one server, however many share the database. */
export const startRetention = async (boss: PgBoss, ports: Ports): Promise<void> => {
  await boss.createQueue(RETENTION, {
    policy: 'stately',
    retryLimit: 3,
    retryDelay: 60,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await work(boss, ports.log, { queue: RETENTION, pollingIntervalSeconds: 60 }, () =>
    runRetention(ports),
  );
  await boss.schedule(RETENTION, SCHEDULE);
};
