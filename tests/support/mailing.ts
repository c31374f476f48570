import type { Connection } from '../../src/database/database.ts';
import { createSmtpTransport } from '../../src/email/smtp-transport.ts';
import { toInstant } from '../../src/journey/instant.ts';
import { startEmails } from '../../src/server/jobs/emails.ts';
import { forgetJobsOf } from '../../src/server/jobs/forget.ts';
import { startBoss } from '../../src/server/jobs/jobs.ts';

export const MAIL_FROM = 'Acme Cards <support@acme.example>';

/** Seconds instead of hours. */
const PAUSES = { retryDelay: 1, retryDelayMax: 1, expireInSeconds: 2 };

/** Delivers emails like the server, but with short pauses. */
export const startMailing = async (
  { database, engine }: Connection,
  url: string,
  retryLimit = 50,
) => {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const boss = await startBoss({ engine, log }, 1);
  const smtp = createSmtpTransport({ url, from: MAIL_FROM });
  const mailer = await startEmails(boss, {
    database,
    smtp,
    log,
    now: () => toInstant(Date.now()),
    publicUrl: 'http://unstuck.test',
    pauses: { ...PAUSES, retryLimit },
  });
  return {
    mailer,
    forgetJobs: forgetJobsOf(boss),
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 5000 });
      smtp.close();
    },
  };
};
