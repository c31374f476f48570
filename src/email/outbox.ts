import { announce } from '../database/changes.ts';
import type { Transaction } from '../database/database.ts';
import { addLink, linkAddress } from '../database/links.ts';
import { type Email, emails } from '../database/schema/index.ts';
import type { Instant } from '../journey/instant.ts';
import { EMAIL_TEMPLATE_FACTS } from '../journey/outreach.ts';
import { compose, type Draft } from './compose.ts';
import type { Context } from './context.ts';
import type { Mailer } from './mailer.ts';

/** A draft to store. The key recognises a repeated request. */
type KeyedDraft = Draft & { idempotencyKey: string | null };

type Ports = { context: Context; mailer: Mailer | null; now: Instant };

const write = async (transaction: Transaction, draft: KeyedDraft, ports: Ports): Promise<Email> => {
  const { customer, template, recipient, note, idempotencyKey } = draft;
  const { context, mailer, now } = ports;
  if (!recipient.email) throw new Error(`The email to ${customer.id} has no address.`);
  const id = crypto.randomUUID();
  const createdById = context.agent.id;
  const link = EMAIL_TEMPLATE_FACTS[template].carriesLink
    ? await addLink(transaction, { customerId: customer.id, emailId: id, createdById }, now)
    : null;
  const row: Email = {
    id,
    customerId: customer.id,
    journeyId: customer.journeyId,
    template,
    state: mailer ? 'queued' : 'kept',
    toName: recipient.name,
    toEmail: recipient.email,
    toRole: recipient.role,
    createdById,
    replyTo: context.agent.email,
    ...compose(draft, context, link ? linkAddress(context.publicUrl, link) : ''),
    note,
    linkId: link?.id ?? null,
    createdAt: now,
    sentAt: null,
    failedAttempts: 0,
    nextAttemptAt: null,
    problem: null,
    idempotencyKey,
  };
  await transaction.insert(emails).values(row);
  return row;
};

/**
 * Writes emails and delivers them once the transaction is committed. Without SMTP they are kept unsent.
 * The caller must hold the customers’ locks, so that what it checked stays true.
 * @throws Error if a draft has no address
 */
export const queueEmails = async (
  transaction: Transaction,
  drafts: readonly KeyedDraft[],
  ports: Ports,
): Promise<Email[]> => {
  const written: Email[] = [];
  for (const draft of drafts) written.push(await write(transaction, draft, ports));
  const ids = written.map(({ id }) => id);
  if (ids.length === 0) return written;
  await ports.mailer?.deliver(transaction, ids);
  const [only] = written.length === 1 ? written : [];
  await announce(transaction, {
    resources: ['emails', 'links'],
    ...(only && { customerId: only.customerId }),
  });
  return written;
};
