import { fromPglite, PgBoss } from 'pg-boss';
import type { PostWebhook } from '../../alerts/messages/deliver.ts';
import type { Engine } from '../../database/database.ts';
import type { SmtpTransport } from '../../email/smtp-transport.ts';
import { startAlerts } from './alerts.ts';
import { startChecks } from './checks.ts';
import { startDeliveries } from './deliveries.ts';
import { startEmails } from './emails.ts';
import { forgetJobsOf } from './forget.ts';
import { startIncidents } from './incidents.ts';
import { type PeopleCheck, startPeopleChecks } from './people-checks.ts';
import { startRecalculations } from './recalculations.ts';
import { startRetention } from './retention.ts';
import { startStuckDays } from './stuck-days.ts';
import { type SyncJobPorts, startSyncs } from './syncs.ts';
import { startVacuum } from './vacuum.ts';
import { ServerStops } from './work.ts';

const optionsFor = (engine: Engine) =>
  engine.kind === 'embedded'
    ? ({ db: fromPglite(engine.client), backend: 'pglite' } as const)
    : {
        db: {
          executeSql: (text: string, values?: unknown[]) => engine.pool.query(text, values),
        },
        backend: engine.backend,
      };

type JobPorts = SyncJobPorts & {
  engine: Engine;
  publicUrl: string;
  /** Null when SMTP isn’t configured. */
  smtp: SmtpTransport | null;
  post: PostWebhook;
  /** Null without single sign-on. */
  peopleCheck: PeopleCheck | null;
};

/** How often pg-boss checks for jobs whose server is gone. */
const WATCH_SECONDS = 5;

/** Starts pg-boss on either database. */
export const startBoss = async (
  { engine, log }: Pick<JobPorts, 'engine' | 'log'>,
  watchSeconds = WATCH_SECONDS,
) => {
  const boss = new PgBoss({
    ...optionsFor(engine),
    monitorIntervalSeconds: watchSeconds,
    superviseIntervalSeconds: watchSeconds,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'background job error'));
  await boss.start();
  return boss;
};

/**
 * Starts the background jobs: syncs, recalculations, waiting webhooks, checks in Codat, what expires, incidents, alerts and digests,
 * emails with SMTP, checks of people with single sign-on, and the embedded database’s upkeep.
 */
export const startJobs = async ({ engine, smtp, peopleCheck, ...ports }: JobPorts) => {
  const stopping = new AbortController();
  const boss = await startBoss({ engine, log: ports.log });
  const { requestSync } = await startSyncs(boss, ports, stopping.signal);
  const recalculateLater = await startRecalculations(boss, ports, stopping.signal);
  const processLater = await startDeliveries(boss, ports);
  const checkLater = await startChecks(boss, ports);
  if (peopleCheck) await startPeopleChecks(boss, ports.log, peopleCheck);
  const mailer = smtp && (await startEmails(boss, { ...ports, smtp }));
  const deliverMessages = await startAlerts(boss, { ...ports, send: smtp?.send ?? null });
  await startIncidents(boss, ports);
  const forgetJobs = forgetJobsOf(boss);
  await startRetention(boss, { ...ports, forgetJobs });
  await startStuckDays(boss, ports);
  if (engine.kind === 'embedded') await startVacuum(boss, ports);
  return {
    requestSync,
    recalculateLater,
    processLater,
    checkLater,
    mailer,
    deliverMessages,
    forgetJobs,
    stop: async (): Promise<void> => {
      stopping.abort(new ServerStops());
      await boss.stop({ graceful: true, timeout: 5000 });
      smtp?.close();
    },
  };
};
