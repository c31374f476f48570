import { sql } from 'drizzle-orm';
import { fromDrizzle, type PgBoss } from 'pg-boss';
import type { Database, Transaction } from '../../database/database.ts';
import type { Email } from '../../database/schema/index.ts';
import type { Mailer } from '../../email/mailer.ts';
import { findQueued, messageOf, recordProblem, recordSent } from '../../email/outcome.ts';
import type { SmtpTransport } from '../../email/smtp-transport.ts';
import { type Instant, toInstant } from '../../journey/instant.ts';

const EMAIL = 'email';

/** Half a minute, doubling up to an hour; about two days in all. */
const PAUSES = { retryLimit: 54, retryDelay: 30, retryDelayMax: 3600, retryBackoff: true };

/** Longer than the mail server may take: a try that was cut off, as by a killed server, is made again after this. */
const EXPIRE_SECONDS = 90;

/** How many are sent at once; one that is slow holds up only those of its batch. */
const AT_ONCE = { localConcurrency: 2, batchSize: 5, burstWhenBatchFull: true };

export type Pauses = Partial<typeof PAUSES> & { expireInSeconds?: number };

type Ports = {
  database: Database;
  now: () => Instant;
  smtp: Pick<SmtpTransport, 'send'>;
  pauses?: Pauses;
};

/** For pg-boss to work within a transaction of ours; on both databases it yields rows, which drizzle’s type leaves open. */
const within = (transaction: Database | Transaction) =>
  fromDrizzle(transaction as unknown as Parameters<typeof fromDrizzle>[0], sql);

type Job = { id: string; data: { emailId: string } };

/** Has the job tried again after the pause that pg-boss chooses, and notes when that is, or that it was the last try. */
const tryLater = (boss: PgBoss, { database }: Ports, job: Job, email: Email, problem: string) =>
  database.transaction(async (transaction) => {
    const db = within(transaction);
    await boss.fail(EMAIL, job.id, { problem }, { db });
    const [next] = await boss.findJobs(EMAIL, { id: job.id, db });
    const again = next?.state === 'retry' ? toInstant(next.startAfter) : null;
    await recordProblem(transaction, email, problem, again);
  });

/**
 * Sends one e-mail, once. A try that is repeated after it was recorded finds nothing queued. Between the mail server’s
 * yes and our record of it lies the one moment in which a killed server leads to a second copy: no order of the two
 * avoids that, so the copy carries the same Message-ID, by which mail programs recognize it.
 */
const deliver = async (boss: PgBoss, ports: Ports, job: Job): Promise<void> => {
  const { database, smtp, now } = ports;
  const email = await findQueued(database, job.data.emailId);
  if (!email) return;
  const outcome = await smtp.send(messageOf(email));
  if (outcome.sent) await recordSent(database, email, now());
  else if (outcome.permanent) await recordProblem(database, email, outcome.problem, null);
  else await tryLater(boss, ports, job, email, outcome.problem);
};

/** Delivers e-mails, each by a job of its own. */
export const startEmails = async (boss: PgBoss, ports: Ports): Promise<Mailer> => {
  const options = { ...PAUSES, expireInSeconds: EXPIRE_SECONDS, ...ports.pauses };
  await boss.createQueue(EMAIL, options);
  await boss.updateQueue(EMAIL, options);
  await boss.work<Job['data']>(EMAIL, { pollingIntervalSeconds: 1, ...AT_ONCE }, async (jobs) => {
    await Promise.all(jobs.map((job) => deliver(boss, ports, job)));
  });
  return {
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
