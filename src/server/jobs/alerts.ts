import { inArray, sql } from 'drizzle-orm';
import type { PgBoss } from 'pg-boss';
import { type CheckPorts, checkAlerts, type DeliverMessages } from '../../alerts/check.ts';
import { sendDueDigests } from '../../alerts/digest/due.ts';
import { type MessagePorts, recordOutcome, sendMessage } from '../../alerts/messages/deliver.ts';
import type { Log } from '../../api/log.ts';
import { alertMessages } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { HEARTBEAT_SECONDS } from './heartbeat.ts';
import { retryJob } from './retry.ts';
import { within } from './within.ts';
import { work } from './work.ts';

const CHECK = 'alert-check';
const MESSAGE = 'alert-message';

/** Every minute. Each alert and digest knows when it is due. */
const SCHEDULE = '* * * * *';

/** A quarter of a minute, doubling up to half an hour. Gives up after about four hours, when it is no news any more. */
const PAUSES = { retryLimit: 13, retryDelay: 15, retryDelayMax: 1800, retryBackoff: true };

/** Longer than a mail server or a webhook may take. */
const EXPIRE_SECONDS = 90;

/** Several at once, but one for each receiver: a slow one makes nobody else wait. */
const AT_ONCE = { localConcurrency: 6, localGroupConcurrency: 1 };

type Ports = MessagePorts & {
  log: Log;
  pauses?: Partial<typeof PAUSES> & { expireInSeconds?: number };
};

type Job = { id: string; data: { messageId: string } };

/** Sends one message, once. As with emails, only a server killed while sending causes a second one. */
const deliver = async (boss: PgBoss, ports: Ports, { id, data }: Job): Promise<void> => {
  const { database, now } = ports;
  const { messageId } = data;
  const sent = await sendMessage(ports, messageId);
  if (!sent) return;
  const { outcome } = sent;
  if (outcome.sent || outcome.permanent)
    return recordOutcome(database, messageId, outcome, { now: now(), nextAttemptAt: null });
  await transact(database, async (transaction) => {
    const failed = { queue: MESSAGE, id, problem: outcome.problem };
    const nextAttemptAt = await retryJob(boss, transaction, failed);
    await recordOutcome(transaction, messageId, outcome, { now: now(), nextAttemptAt });
  });
};

/** Delivers messages to the team, one job each. */
const startMessages = async (boss: PgBoss, ports: Ports): Promise<DeliverMessages> => {
  const options = { ...PAUSES, expireInSeconds: EXPIRE_SECONDS, ...ports.pauses };
  await boss.createQueue(MESSAGE, options);
  await boss.updateQueue(MESSAGE, options);
  const how = { queue: MESSAGE, pollingIntervalSeconds: 1, ...AT_ONCE };
  await work<Job['data']>(boss, ports.log, how, (jobs) =>
    Promise.all(jobs.map((job) => deliver(boss, ports, job))),
  );
  return async (transaction, messageIds) => {
    const receiver = sql<string>`coalesce(${alertMessages.alertId}::text, ${alertMessages.userId})`;
    const messages = await transaction
      .select({ id: alertMessages.id, receiver })
      .from(alertMessages)
      .where(inArray(alertMessages.id, [...messageIds]));
    await boss.insert(
      MESSAGE,
      messages.map(({ id, receiver }) => ({ data: { messageId: id }, group: { id: receiver } })),
      { db: within(transaction) },
    );
  };
};

/** Checks alerts and digests every minute, on one server at a time, and delivers what there is to tell. */
export const startAlerts = async (boss: PgBoss, ports: Ports): Promise<DeliverMessages> => {
  const { database, now, log, send } = ports;
  const deliverMessages = await startMessages(boss, ports);
  const check: CheckPorts = {
    ...{ database, now, deliver: deliverMessages, sendsEmail: send !== null },
    onError: (error) => log.error({ err: error }, 'an alert or digest failed'),
  };
  await boss.createQueue(CHECK, {
    policy: 'stately',
    retryLimit: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  });
  await work(boss, log, { queue: CHECK, pollingIntervalSeconds: 5 }, async () => {
    await checkAlerts(check);
    await sendDueDigests(check);
  });
  await boss.schedule(CHECK, SCHEDULE);
  return deliverMessages;
};
