import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { sendContent } from '../../alerts/messages/deliver.ts';
import { testContent } from '../../alerts/messages/test-content.ts';
import { recipientsOf } from '../../alerts/recipients.ts';
import { announce } from '../../database/changes/changes.ts';
import { type Alert, alertMessages, alerts } from '../../database/schema/index.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { NO_SMTP, Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import { messagePorts } from './message-ports.ts';
import type { AlertRecord } from './record.ts';
import { alertsResource } from './resource.ts';

type To = { userId: string | null; address: string | null };

/** To where the alert goes. In place of account managers, the admin who tests gets it. */
const recipientOf = async ({ ports, person }: ApiRequest, alert: Alert): Promise<To> => {
  if (alert.channel === 'account_manager') return { userId: person.id, address: null };
  const [recipient] = await recipientsOf(ports.database, alert);
  if (!recipient) throw new Problem(409, `${alert.to} belongs to someone who has left the team.`);
  return recipient;
};

const nameOf = ({ channel, to, webhook }: AlertRecord, { person }: ApiRequest): string => {
  if (channel === 'webhook') return webhook ?? '';
  return channel === 'email' ? (to ?? '') : person.email;
};

/**
 * Sends what an alert says now, marked as a test, the way it always goes. Kept in the history.
 * @throws Problem 409 without SMTP, 502 with what the mail server or the webhook said
 */
export const sendTestAlert = async (request: ApiRequest, id: string): Promise<{ to: string }> => {
  const { ports, now } = request;
  const { database, publicUrl, mailer } = ports;
  const shown = await findRow(alertsResource, id, request);
  const [alert] = await database.select().from(alerts).where(eq(alerts.id, id));
  if (!alert) throw new Problem(404, `Alert ${id} not found.`);
  if (alert.channel !== 'webhook' && !mailer) throw new Problem(409, NO_SMTP);
  const { userId, address } = await recipientOf(request, alert);
  const content = await testContent(database, alert, { now, publicUrl });
  const message = { id: uuidv7(), userId, address };
  const outcome = await sendContent(messagePorts(ports), alert, message, content);
  const to = nameOf(shown, request);
  await database.insert(alertMessages).values({
    ...{ ...message, alertId: id, event: 'test', title: content.title, createdAt: now },
    ...(outcome.sent
      ? { state: 'sent', sentAt: now }
      : { state: 'failed', failedAttempts: 1, problem: outcome.problem }),
  });
  await announce(database, { resources: ['alert-messages'] });
  await recordActivity(request, {
    ...{ action: 'test', resource: 'alerts', recordId: id },
    details: { name: alert.name, to, sent: outcome.sent },
  });
  if (!outcome.sent) throw new Problem(502, `The test wasn’t delivered. ${outcome.problem}`);
  return { to };
};
