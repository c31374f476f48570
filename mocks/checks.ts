import type { Log } from '../src/api/log.ts';
import type { QueuedCheck } from '../src/codat/checks/claim.ts';
import { type CheckLater, runQueuedCheck } from '../src/codat/checks/run-queued.ts';

type Ports = Parameters<typeof runQueuedCheck>[0] & {
  log: Log;
  wait: (milliseconds: number) => Promise<unknown>;
};

/** Runs checks in Codat one after the other within this process, as the server's jobs do across servers. */
export const createChecks = ({ log, wait, ...ports }: Ports): { later: CheckLater } => {
  const run = async (check: QueuedCheck, attempt = 1): Promise<void> => {
    const seconds = await runQueuedCheck(ports, check, attempt);
    if (seconds === null) return;
    await wait(seconds * 1000);
    await run(check, attempt + 1);
  };
  return {
    later: async (_, checks) => {
      // After the transaction that stores them. No other server shares this database.
      void wait(100)
        .then(async () => {
          for (const check of checks) await run(check);
        })
        .catch((error) => log.error({ err: error }, 'checks in Codat not run'));
    },
  };
};
