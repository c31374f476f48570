import { eq } from 'drizzle-orm';
import { announce } from '../database/changes/changes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { type Alert, type AlertMessage, alertMessages, alerts } from '../database/schema/index.ts';
import { transact } from '../database/transact.ts';
import { addHours, type Instant } from '../journey/instant.ts';
import type { Finding } from './find/finding.ts';
import { endOthers, type News, record, type Within } from './incidents.ts';
import { KINDS } from './kinds.ts';
import { type Recipient, recipientsOf } from './recipients.ts';

/** Delivers stored messages to the team once the transaction is committed. */
export type DeliverMessages = (
  transaction: Database | Transaction,
  messageIds: readonly string[],
) => Promise<void>;

export type CheckPorts = {
  database: Database;
  now: () => Instant;
  deliver: DeliverMessages;
  /** Whether SMTP is configured. */
  sendsEmail: boolean;
  onError: (error: unknown) => void;
};

type Found = { recipient: Recipient; findings: Finding[] };

const isDue = ({ kind, checkedAt }: Alert, now: Instant): boolean =>
  checkedAt === null || addHours(checkedAt, KINDS[kind].every / 60) <= now;

/** Stores what to tell someone. Without SMTP, emails are kept. Returns the ids of those to deliver. */
const store = async (
  { transaction, alert, now }: Within,
  { userId, address }: Recipient,
  news: readonly News[],
  sendsEmail: boolean,
): Promise<string[]> => {
  if (news.length === 0) return [];
  const isKept = alert.channel !== 'webhook' && !sendsEmail;
  const state: AlertMessage['state'] = isKept ? 'kept' : 'queued';
  const message = { userId, address, state, alertId: alert.id, createdAt: now };
  await transaction.insert(alertMessages).values(news.map((one) => ({ ...message, ...one })));
  return isKept ? [] : news.map(({ id }) => id);
};

/** Everything that an alert has to tell, by recipient. */
export const findAll = async (database: Database, alert: Alert, now: Instant): Promise<Found[]> => {
  const found: Found[] = [];
  for (const recipient of await recipientsOf(database, alert))
    found.push({
      recipient,
      findings: await KINDS[alert.kind].find(database, alert, recipient.scope, now),
    });
  return found;
};

/**
 * Looks once, and stores what is new together with the incidents. Of several servers that do at the same time, one comes
 * first, and the others find the alert changed.
 */
const check = async ({ database, deliver, sendsEmail }: CheckPorts, alert: Alert, now: Instant) => {
  const found = await findAll(database, alert, now);
  await transact(database, async (transaction) => {
    const [present] = await transaction
      .select()
      .from(alerts)
      .where(eq(alerts.id, alert.id))
      .for('update');
    if (JSON.stringify(present) !== JSON.stringify(alert)) return;
    await transaction.update(alerts).set({ checkedAt: now }).where(eq(alerts.id, alert.id));
    const within = { transaction, alert, now };
    const ids: string[] = [];
    for (const { recipient, findings } of found) {
      const news = await record(within, recipient.key, findings);
      ids.push(...(await store(within, recipient, news, sendsEmail)));
    }
    await endOthers(
      within,
      found.map(({ recipient }) => recipient.key),
    );
    await announce(transaction, { resources: ['alerts', 'alert-messages'] });
    if (ids.length > 0) await deliver(transaction, ids);
  });
};

/** Looks for what there is to tell. An alert that can’t be checked holds up no other. */
export const checkAlerts = async (ports: CheckPorts): Promise<void> => {
  const now = ports.now();
  const enabled = await ports.database.select().from(alerts).where(eq(alerts.enabled, true));
  for (const alert of enabled.filter((one) => isDue(one, now)))
    await check(ports, alert, now).catch(ports.onError);
};
