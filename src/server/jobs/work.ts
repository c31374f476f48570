import type { Job, PgBoss, WorkOptions } from 'pg-boss';
import type { Log } from '../../api/log.ts';

/** Why jobs give up when the server stops. They go on when one starts. */
export class ServerStops extends Error {
  override message = 'The server is stopping.';
}

/** Node’s own waits reject with an error of theirs, which the reason is the cause of. */
const isStop = (error: unknown): boolean =>
  error instanceof Error && [error, error.cause].some((one) => one instanceof ServerStops);

/** Runs the jobs of a queue, and logs what they throw: pg-boss only stores it with the job. */
export const work = async <Data extends object>(
  boss: PgBoss,
  log: Log,
  { queue, ...options }: WorkOptions & { queue: string },
  run: (jobs: Job<Data>[]) => Promise<unknown>,
): Promise<void> => {
  await boss.work<Data>(queue, options, async (jobs) => {
    try {
      await run(jobs);
    } catch (error) {
      if (!isStop(error)) log.warn({ err: error, queue }, 'a background job failed');
      throw error;
    }
  });
};
