import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { Database } from '../../database/database.ts';
import { detectIncidents } from '../../database/incidents/detect.ts';
import type { Instant } from '../../journey/instant.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { work } from './work.ts';

const DETECT = 'incident-detection';

/** Every other minute, so that people hear of an incident soon after the failure that shows it. */
const SCHEDULE = '*/2 * * * *';

type Ports = { database: Database; now: () => Instant; log: Log };

/** Looks for incidents, on one server at a time. */
export const startIncidents = async (
  boss: PgBoss,
  { database, now, log }: Ports,
): Promise<void> => {
  await boss.createQueue(DETECT, {
    policy: 'stately',
    retryLimit: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await work(boss, log, { queue: DETECT, pollingIntervalSeconds: 5 }, () =>
    detectIncidents(database, now()),
  );
  await boss.schedule(DETECT, SCHEDULE);
};
