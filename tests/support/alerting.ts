import type { Connection } from '../../src/database/database.ts';
import { createSmtpTransport } from '../../src/email/smtp-transport.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { startAlerts } from '../../src/server/jobs/alerts.ts';
import { startBoss } from '../../src/server/jobs/jobs.ts';
import { createPostWebhook } from '../../src/server/webhooks/post-webhook.ts';
import { ORIGIN } from './api.ts';
import { MAIL_FROM } from './mailing.ts';

/** Seconds instead of hours. */
const PAUSES = { retryDelay: 1, retryDelayMax: 1, expireInSeconds: 5, retryLimit: 50 };

/** How long a webhook may take here. */
export const DEADLINE_MS = 700;

/** Looks for alerts and digests and delivers them like the server, but with short pauses. */
export const startAlerting = async (
  { database, engine }: Connection,
  smtpUrl: string,
  now: () => Instant,
) => {
  const errors: unknown[] = [];
  const log = {
    info: () => {},
    warn: () => {},
    error: (details: object) => {
      errors.push(details);
    },
  };
  const boss = await startBoss({ engine, log }, 1);
  const smtp = createSmtpTransport({ url: smtpUrl, from: MAIL_FROM });
  const deliver = await startAlerts(boss, {
    ...{ database, log, now, publicUrl: ORIGIN, pauses: PAUSES, send: smtp.send },
    post: createPostWebhook({ anywhere: true, milliseconds: DEADLINE_MS }),
  });
  return {
    deliver,
    errors,
    /** Looks now, as it does every minute. */
    check: () => boss.send('alert-check', {}),
    stop: async (): Promise<void> => {
      await boss.stop({ graceful: true, timeout: 5000 });
      smtp.close();
    },
  };
};
