import type { Log } from '../src/api/log.ts';
import type { Changes } from '../src/database/changes/changes.ts';
import type { Database } from '../src/database/database.ts';
import { detectIncidents } from '../src/database/incidents/detect.ts';
import type { Instant } from '../src/journey/instant.ts';

type Ports = {
  database: Database;
  changes: Pick<Changes, 'subscribe'>;
  now: () => Instant;
  log: Log;
};

/** Looks for incidents at the start and whenever attempts changed, as the server’s jobs do every other minute. */
export const watchIncidents = async ({ database, changes, now, log }: Ports) => {
  await detectIncidents(database, now());
  let last: Promise<void> = Promise.resolve();
  const stop = changes.subscribe(
    (changed) => {
      if (!changed.some(({ resources }) => resources.includes('attempts'))) return;
      last = last
        .then(() => detectIncidents(database, now()))
        .catch((error) => log.error({ err: error }, 'incidents not found'));
    },
    () => {},
  );
  return {
    /** Waits for the running search. */
    stop: async (): Promise<void> => {
      stop();
      await last;
    },
  };
};
