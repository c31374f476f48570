import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { work } from './work.ts';

const PEOPLE_CHECK = 'people-check';

/** Long enough for hundreds of people at a slow provider. */
const LONGEST_CHECK_SECONDS = 3600;

/** What to do every so many seconds. */
export type PeopleCheck = { run: () => Promise<void>; seconds: number };

/**
 * Checks at the single sign-on provider, every so many seconds, whether people are still there. One server at a time,
 * because providers withdraw a refresh token that is used twice.
 */
export const startPeopleChecks = async (
  boss: PgBoss,
  log: Log,
  { run, seconds }: PeopleCheck,
): Promise<void> => {
  await boss.createQueue(PEOPLE_CHECK, {
    policy: 'stately',
    retryLimit: 100_000,
    retryDelay: 5,
    expireInSeconds: LONGEST_CHECK_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await work(boss, log, { queue: PEOPLE_CHECK, pollingIntervalSeconds: 1 }, async () => {
    await run();
    await boss.send(PEOPLE_CHECK, {}, { startAfter: seconds });
  });
  await boss.send(PEOPLE_CHECK, {});
};
