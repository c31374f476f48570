import { and, eq, sql } from 'drizzle-orm';
import { announce } from '../database/changes/changes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { ingestWithin } from '../database/ingest.ts';
import { lockCustomers } from '../database/locks.ts';
import { customers, type Email, emails } from '../database/schema/index.ts';
import { transact } from '../database/transact.ts';
import { event, type JourneyEvent } from '../journey/events.ts';
import type { Instant } from '../journey/instant.ts';
import { EMAIL_TEMPLATE_FACTS, linkKindOf } from '../journey/outreach.ts';
import type { Message } from './mailer.ts';

/** A stored email that still has to be delivered, or null. */
export const findQueued = async (database: Database, id: string): Promise<Email | null> => {
  const isQueued = and(eq(emails.id, id), eq(emails.state, 'queued'));
  const [email] = await database.select().from(emails).where(isQueued);
  return email ?? null;
};

export const messageOf = ({
  id,
  toName,
  toEmail,
  replyTo,
  subject,
  html,
  text,
}: Email): Message => ({
  id,
  replyTo,
  subject,
  html,
  text,
  to: { name: toName ?? '', address: toEmail },
});

/** The event that records a sent email in the journey. */
const sentEvent = (
  email: Email,
  kind: 'company' | 'connection',
  occurredAt: Instant,
): JourneyEvent => {
  const { id: emailId, customerId, template, toRole, createdById: actorId } = email;
  const signal = {
    customerId,
    occurredAt,
    actorId,
    source: 'agent',
    sourceId: `email:${emailId}`,
  } as const;
  const data = { emailId, template, ...(toRole && { to: toRole }) };
  return EMAIL_TEMPLATE_FACTS[template].carriesLink
    ? event('link.sent', signal, { ...data, channel: 'email', kind })
    : event('email.sent', signal, data);
};

/** Which Link URL the customer’s link leads to now. */
const linkKind = async (transaction: Transaction, customerId: string) => {
  const [customer] = await transaction
    .select({ connectionId: customers.connectionId, connected: customers.connected })
    .from(customers)
    .where(eq(customers.id, customerId));
  return customer ? linkKindOf(customer) : 'company';
};

/** Records that the mail server accepted an email, also as an event of the journey. */
export const recordSent = (database: Database, email: Email, now: Instant): Promise<void> =>
  transact(database, async (transaction) => {
    const { id, customerId } = email;
    await lockCustomers(transaction, [customerId]);
    await transaction
      .update(emails)
      .set({ state: 'sent', sentAt: now, problem: null, nextAttemptAt: null })
      .where(eq(emails.id, id));
    const sent = sentEvent(email, await linkKind(transaction, customerId), now);
    await ingestWithin(transaction, [sent], now);
    await announce(transaction, { resources: ['emails'], customerId });
  });

/** Records a failed attempt. Without a next one the email has failed permanently. */
export const recordProblem = async (
  transaction: Database | Transaction,
  { id, customerId }: Email,
  problem: string,
  nextAttemptAt: Instant | null,
): Promise<void> => {
  await transaction
    .update(emails)
    .set({
      state: nextAttemptAt ? 'queued' : 'failed',
      failedAttempts: sql`${emails.failedAttempts} + 1`,
      problem,
      nextAttemptAt,
    })
    .where(eq(emails.id, id));
  await announce(transaction, { resources: ['emails'], customerId });
};
