import type { PgBoss } from 'pg-boss';
import type { Log } from '../../api/log.ts';
import type { Database } from '../../database/database.ts';
import type { Email } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import type { Mailer } from '../../email/mailer.ts';
import { findQueued, messageOf, recordProblem, recordSent } from '../../email/outcome.ts';
import type { SmtpTransport } from '../../email/smtp-transport.ts';
import type { Instant } from '../../journey/instant.ts';
import { startAccountEmails } from './account-emails.ts';
import { retryJob } from './retry.ts';
import { within } from './within.ts';
import { work } from './work.ts';

export const EMAIL = 'email';

/** Half a minute, doubling up to an hour. Gives up after about two days. */
const PAUSES = { retryLimit: 54, retryDelay: 30, retryDelayMax: 3600, retryBackoff: true };

/** Longer than the mail server may take. An attempt cut off by a killed server is repeated after this. */
const EXPIRE_SECONDS = 90;

/** How many are sent at once. A slow one delays only its own batch. */
const AT_ONCE = { localConcurrency: 2, batchSize: 5, burstWhenBatchFull: true };

export type Pauses = Partial<typeof PAUSES> & { expireInSeconds?: number };

type Ports = {
  database: Database;
  now: () => Instant;
  /** The address that links in emails about accounts lead to. */
  publicUrl: string;
  smtp: Pick<SmtpTransport, 'send'>;
  log: Log;
  pauses?: Pauses;
};

type Job = { id: string; data: { emailId: string } };

/** Fails the job so that pg-boss retries it, and records when that will be, or that it was the last attempt. */
const retryLater = (boss: PgBoss, { database }: Ports, job: Job, email: Email, problem: string) =>
  transact(database, async (transaction) => {
    const retryAt = await retryJob(boss, transaction, { queue: EMAIL, id: job.id, problem });
    await recordProblem(transaction, email, problem, retryAt);
  });

/**
 * Sends one email, once. An attempt repeated after success was recorded finds nothing queued. A server killed between
 * the mail server’s acceptance and our record of it sends a second copy. No order of the two avoids that, so the copy
 * has the same Message-ID, by which mail programs recognize duplicates.
 */
const deliver = async (boss: PgBoss, ports: Ports, job: Job): Promise<void> => {
  const { database, smtp, now } = ports;
  const email = await findQueued(database, job.data.emailId);
  if (!email) return;
  const outcome = await smtp.send(messageOf(email));
  if (outcome.sent) await recordSent(database, email, now());
  else if (outcome.permanent) await recordProblem(database, email, outcome.problem, null);
  else await retryLater(boss, ports, job, email, outcome.problem);
};

/** Delivers emails, one job each. */
export const startEmails = async (boss: PgBoss, ports: Ports): Promise<Mailer> => {
  const options = { ...PAUSES, expireInSeconds: EXPIRE_SECONDS, ...ports.pauses };
  await boss.createQueue(EMAIL, options);
  await boss.updateQueue(EMAIL, options);
  const how = { queue: EMAIL, pollingIntervalSeconds: 1, ...AT_ONCE };
  await work<Job['data']>(boss, ports.log, how, (jobs) =>
    Promise.all(jobs.map((job) => deliver(boss, ports, job))),
  );
  const deliverAccountEmail = await startAccountEmails(boss, { ...ports, send: ports.smtp.send });
  return {
    deliverAccountEmail,
    deliver: async (transaction, emailIds) => {
      await boss.insert(
        EMAIL,
        emailIds.map((emailId) => ({ data: { emailId } })),
        { db: within(transaction) },
      );
    },
    send: ports.smtp.send,
  };
};
