import { announceOf } from '../database/changes/changes.ts';
import type { Transaction } from '../database/database.ts';
import { linkAddress, newLink } from '../database/links/links.ts';
import { type Email, emails, type Link, links } from '../database/schema/index.ts';
import type { Instant } from '../journey/instant.ts';
import { EMAIL_TEMPLATE_FACTS } from '../journey/outreach.ts';
import { compose, type Draft } from './compose.ts';
import type { Context } from './context.ts';
import type { Mailer } from './mailer.ts';

/** A draft to store. The key recognises a repeated request. `bulk` emails go to many customers at once. */
type KeyedDraft = Draft & { idempotencyKey: string | null; bulk: boolean };

type Ports = { context: Context; mailer: Mailer | null; now: Instant };

type Written = { email: Email; link: Link | null };

/**
 * Writes an email, with a link of its own if its template carries one. It isn't on its way yet.
 * @throws Error if the draft has no address
 */
export const writeEmail = (
  { customer, template, recipient, note, idempotencyKey, bulk }: KeyedDraft,
  context: Context,
  { id, now }: { id: string; now: Instant },
): Written => {
  if (!recipient.email) throw new Error(`The email to ${customer.id} has no address.`);
  const createdById = context.agent.id;
  const link = EMAIL_TEMPLATE_FACTS[template].carriesLink
    ? newLink({ customerId: customer.id, emailId: id, createdById }, now)
    : null;
  const draft = { customer, template, recipient, note };
  const email: Email = {
    id,
    customerId: customer.id,
    journeyId: customer.journeyId,
    template,
    state: 'kept',
    toName: recipient.name,
    toEmail: recipient.email,
    toRole: recipient.role,
    createdById,
    replyTo: context.agent.email,
    ...compose(draft, context, link ? linkAddress(context.publicUrl, link) : ''),
    note,
    bulk,
    linkId: link?.id ?? null,
    createdAt: now,
    sentAt: null,
    failedAttempts: 0,
    nextAttemptAt: null,
    problem: null,
    idempotencyKey,
  };
  return { email, link };
};

const store = async (transaction: Transaction, draft: KeyedDraft, ports: Ports): Promise<Email> => {
  const { email, link } = writeEmail(draft, ports.context, {
    id: crypto.randomUUID(),
    now: ports.now,
  });
  const state = ports.mailer ? 'queued' : 'kept';
  if (link) await transaction.insert(links).values(link);
  await transaction.insert(emails).values({ ...email, state });
  return { ...email, state };
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
  for (const draft of drafts) written.push(await store(transaction, draft, ports));
  const ids = written.map(({ id }) => id);
  if (ids.length === 0) return written;
  await ports.mailer?.deliver(transaction, ids);
  const customerIds = new Set(written.map(({ customerId }) => customerId));
  await announceOf(transaction, ['emails', 'links'], customerIds);
  return written;
};
