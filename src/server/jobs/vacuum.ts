import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { Database } from '../../database/database.ts';
import { vacuumEmbedded } from '../../database/embedded.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { work } from './work.ts';

const VACUUM = 'vacuum';

/** As often as PostgreSQL’s autovacuum looks. */
const SCHEDULE = '* * * * *';

/** People may notice that nobody is answered for so long. The log says why then. */
const NOTICEABLE_MS = 500;

type Ports = { database: Database; log: Log };

/** Looks after the embedded database, which has no autovacuum. */
export const startVacuum = async (boss: PgBoss, { database, log }: Ports): Promise<void> => {
  await boss.createQueue(VACUUM, {
    policy: 'stately',
    retryLimit: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await work(boss, log, { queue: VACUUM, pollingIntervalSeconds: 5 }, async () => {
    const startedAt = performance.now();
    const tables = await vacuumEmbedded(database);
    const milliseconds = Math.round(performance.now() - startedAt);
    if (milliseconds > NOTICEABLE_MS) log.info({ tables, milliseconds }, 'vacuumed');
  });
  await boss.schedule(VACUUM, SCHEDULE);
};
