import type { PgBoss } from 'pg-boss';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';

const PEOPLE_CHECK = 'people-check';

/** Long enough for hundreds of people at a slow provider. */
const LONGEST_CHECK_SECONDS = 3600;

/**
 * Checks at the single sign-on provider, every so many seconds, whether people are still there. One server at a time,
 * because providers withdraw a refresh token that is used twice.
 */
export const startPeopleChecks = async (
  boss: PgBoss,
  check: () => Promise<void>,
  seconds: number,
): Promise<void> => {
  await boss.createQueue(PEOPLE_CHECK, {
    policy: 'stately',
    retryLimit: 100_000,
    retryDelay: 5,
    expireInSeconds: LONGEST_CHECK_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await boss.work(PEOPLE_CHECK, { pollingIntervalSeconds: 1 }, async () => {
    await check();
    await boss.send(PEOPLE_CHECK, {}, { startAfter: seconds });
  });
  await boss.send(PEOPLE_CHECK, {});
};
