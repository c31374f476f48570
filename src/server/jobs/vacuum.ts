import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { Database } from '../../database/database.ts';
import { vacuumEmbedded } from '../../database/embedded.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';

const VACUUM = 'vacuum';

/** As often as PostgreSQL’s autovacuum looks. */
const SCHEDULE = '* * * * *';

type Ports = { database: Database; log: Log };

/** Looks after the embedded database, which has no autovacuum. */
export const startVacuum = async (boss: PgBoss, { database, log }: Ports): Promise<void> => {
  await boss.createQueue(VACUUM, {
    policy: 'stately',
    retryLimit: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await boss.work(VACUUM, { pollingIntervalSeconds: 5 }, async () => {
    const tables = await vacuumEmbedded(database);
    if (tables.length > 0) log.info({ tables }, 'vacuumed');
  });
  await boss.schedule(VACUUM, SCHEDULE);
};
