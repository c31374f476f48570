import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { Database } from '../../database/database.ts';
import type { AccountEmail } from '../../email/account/account-email.ts';
import { sendAccountEmail } from '../../email/account/send-account-email.ts';
import type { Mailer } from '../../email/mailer.ts';
import type { Instant } from '../../journey/instant.ts';
import { within } from './within.ts';
import { work } from './work.ts';

const ACCOUNT_EMAIL = 'account-email';

/** A quarter of a minute, doubling up to ten minutes. Gives up after about an hour, when links for passwords expire. */
const PAUSES = { retryLimit: 9, retryDelay: 15, retryDelayMax: 600, retryBackoff: true };

/** Longer than the mail server may take. */
const EXPIRE_SECONDS = 90;

type Ports = {
  database: Database;
  now: () => Instant;
  publicUrl: string;
  send: Mailer['send'];
  log: Log;
  pauses?: Partial<typeof PAUSES> & { expireInSeconds?: number };
};

type Job = { id: string; data: AccountEmail };

const deliver = async (boss: PgBoss, ports: Ports, { id, data }: Job): Promise<void> => {
  const outcome = await sendAccountEmail(ports, data);
  if (outcome && !outcome.sent && !outcome.permanent)
    await boss.fail(ACCOUNT_EMAIL, id, { problem: outcome.problem });
};

/** Sends emails about accounts, one job each. Jobs name the person and carry no link. */
export const startAccountEmails = async (
  boss: PgBoss,
  ports: Ports,
): Promise<Mailer['deliverAccountEmail']> => {
  const options = { ...PAUSES, expireInSeconds: EXPIRE_SECONDS, ...ports.pauses };
  await boss.createQueue(ACCOUNT_EMAIL, options);
  await boss.updateQueue(ACCOUNT_EMAIL, options);
  const how = { queue: ACCOUNT_EMAIL, pollingIntervalSeconds: 1 };
  await work<AccountEmail>(boss, ports.log, how, (jobs) =>
    Promise.all(jobs.map((job) => deliver(boss, ports, job))),
  );
  return async (transaction, email) => {
    await boss.send(ACCOUNT_EMAIL, email, { db: within(transaction) });
  };
};
