import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { Database } from '../../database/database.ts';
import { keepStuckDay } from '../../database/metrics/portfolio/stuck-days.ts';
import type { Instant } from '../../journey/instant.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { work } from './work.ts';

const STUCK_DAY = 'stuck-day';

/** Midnight in every time zone is at a quarter of an hour. What has been counted on a day isn’t counted again. */
const SCHEDULE = '*/15 * * * *';

type Ports = { database: Database; now: () => Instant; log: Log };

/** Counts once a day who is stuck, on one server, and at once on a day that hasn’t been counted. */
export const startStuckDays = async (
  boss: PgBoss,
  { database, now, log }: Ports,
): Promise<void> => {
  await boss.createQueue(STUCK_DAY, {
    policy: 'stately',
    retryLimit: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await work(boss, log, { queue: STUCK_DAY, pollingIntervalSeconds: 5 }, () =>
    keepStuckDay(database, now()),
  );
  await boss.schedule(STUCK_DAY, SCHEDULE);
  await boss.send(STUCK_DAY, {});
};
