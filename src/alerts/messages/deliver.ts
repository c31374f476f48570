import { and, eq, sql } from 'drizzle-orm';
import { announce } from '../../database/changes/changes.ts';
import type { Database, Transaction } from '../../database/database.ts';
import {
  type Alert,
  type AlertMessage,
  alertMessages,
  alerts,
  digestSettings,
  users,
} from '../../database/schema/index.ts';
import type { Mailer, Outcome } from '../../email/mailer.ts';
import type { Instant } from '../../journey/instant.ts';
import { renderDigest } from '../digest/digest-email.ts';
import { renderAlert } from './alert-email.ts';
import { type Content, messageContent } from './content.ts';
import { slackBody } from './slack.ts';

/** Sends JSON to a webhook. Its problems never name the address, which is a secret. */
export type PostWebhook = (url: string, body: object) => Promise<Outcome>;

export type MessagePorts = {
  database: Database;
  publicUrl: string;
  now: () => Instant;
  /** Null when SMTP isn’t configured. */
  send: Mailer['send'] | null;
  /** Null where nothing can call out. */
  post: PostWebhook | null;
};

const never = (problem: string): Outcome => ({ sent: false, problem, permanent: true });

const NO_EMAIL = never('Email isn’t set up.');

type Email = { id: string; subject: string; html: string; text: string; replyTo: string | null };

/** Emails one person or address. */
const emailTo = async (
  { database, send }: MessagePorts,
  { userId, address }: Pick<AlertMessage, 'userId' | 'address'>,
  email: Email,
): Promise<Outcome> => {
  if (!send) return NO_EMAIL;
  if (userId === null) return send({ ...email, to: { name: '', address: address ?? '' } });
  const [person] = await database.select().from(users).where(eq(users.id, userId));
  if (!person?.active) return never('They have left the team.');
  return send({ ...email, to: { name: person.name, address: person.email } });
};

/** Sends what an alert says, to a person, an address or its webhook. */
export const sendContent = async (
  ports: MessagePorts,
  alert: Alert,
  to: Pick<AlertMessage, 'id' | 'userId' | 'address'>,
  content: Content,
): Promise<Outcome> => {
  if (alert.channel !== 'webhook')
    return emailTo(ports, to, { id: to.id, ...(await renderAlert(ports.database, content)) });
  if (!ports.post) return never('Webhooks can’t be called from here.');
  if (!alert.webhookUrl) return never('The webhook’s address was removed.');
  return ports.post(alert.webhookUrl, slackBody(content));
};

const sendDigest = async (ports: MessagePorts, message: AlertMessage): Promise<Outcome> => {
  const { database, publicUrl } = ports;
  const [found] = await database
    .select({ person: users, timeZone: digestSettings.timeZone })
    .from(users)
    .innerJoin(digestSettings, eq(digestSettings.userId, users.id))
    .where(eq(users.id, message.userId ?? ''));
  if (!found) return never('They no longer want digests.');
  const since = message.since ?? message.createdAt;
  const asked = { ...found, since, until: message.createdAt, publicUrl };
  const rendered = await renderDigest(database, asked);
  return emailTo(ports, message, { id: message.id, ...rendered });
};

const sendAlert = async (ports: MessagePorts, message: AlertMessage): Promise<Outcome> => {
  const { database, publicUrl } = ports;
  const [alert] = await database
    .select()
    .from(alerts)
    .where(eq(alerts.id, message.alertId ?? sql`null`));
  if (!alert) return never('The alert was deleted.');
  const content = await messageContent(database, message, alert, publicUrl);
  return sendContent(ports, alert, message, content);
};

/** Sends a stored message that is still queued. Null if there is nothing to send any more. */
export const sendMessage = async (
  ports: MessagePorts,
  id: string,
): Promise<{ message: AlertMessage; outcome: Outcome } | null> => {
  const [message] = await ports.database
    .select()
    .from(alertMessages)
    .where(and(eq(alertMessages.id, id), eq(alertMessages.state, 'queued')));
  if (!message) return null;
  const send = message.event === 'digest' ? sendDigest : sendAlert;
  return { message, outcome: await send(ports, message) };
};

/** Records that a message was sent, or that it wasn’t and when it is tried next. Without that, it has failed for good. */
export const recordOutcome = async (
  transaction: Database | Transaction,
  id: string,
  outcome: Outcome,
  { now, nextAttemptAt }: { now: Instant; nextAttemptAt: Instant | null },
): Promise<void> => {
  await transaction
    .update(alertMessages)
    .set(
      outcome.sent
        ? { state: 'sent', sentAt: now, problem: null, nextAttemptAt: null }
        : {
            state: nextAttemptAt ? 'queued' : 'failed',
            failedAttempts: sql`${alertMessages.failedAttempts} + 1`,
            problem: outcome.problem,
            nextAttemptAt,
          },
    )
    .where(eq(alertMessages.id, id));
  await announce(transaction, { resources: ['alert-messages'] });
};

/** Sends stored messages in this process, once, where no jobs run. */
export const deliverAtOnce = async (ports: MessagePorts, ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    const sent = await sendMessage(ports, id);
    if (!sent) continue;
    const at = { now: ports.now(), nextAttemptAt: null };
    await recordOutcome(ports.database, id, sent.outcome, at);
  }
};
