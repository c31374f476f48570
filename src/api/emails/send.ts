import { and, eq } from 'drizzle-orm';
import { lockCustomers, takeTurn } from '../../database/locks.ts';
import { type Email, emails } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import type { Draft } from '../../email/compose.ts';
import { canOverride, loadLastSent, type Obstacle, obstacleTo } from '../../email/obstacle.ts';
import { queueEmails } from '../../email/outbox.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { NewEmail } from './bodies.ts';
import { checkLimits } from './limits.ts';
import { contextOf, draftFor, findCustomer } from './plan.ts';

/** The email that an earlier request with the same key by the same person created, or null. */
const findRepeated = async ({
  ports,
  person,
  idempotencyKey,
}: ApiRequest): Promise<Email | null> => {
  if (!idempotencyKey) return null;
  const [found] = await ports.database
    .select()
    .from(emails)
    .where(and(eq(emails.createdById, person.id), eq(emails.idempotencyKey, idempotencyKey)));
  return found ?? null;
};

const isSame = (email: Email, { customer, template, recipient, note }: Draft): boolean =>
  email.customerId === customer.id &&
  email.template === template &&
  email.note === note &&
  email.toRole === recipient.role &&
  // A contact’s address may have changed meanwhile.
  (recipient.role !== null || email.toEmail === recipient.email);

const refuse = ({ code, sentence, lastAt }: Obstacle): Problem =>
  code === 'no_email' || code === 'not_a_contact'
    ? new Problem(422, sentence, { errors: { to: sentence } })
    : new Problem(409, sentence, { more: { code, ...(lastAt && { lastAt }) } });

/**
 * Creates an email and queues it for delivery, in one transaction that locks the customer. Returns its ID, or the ID of
 * the first email when the request is repeated.
 * @throws Problem 409 when an obstacle prevents sending, 404 without the customer, 422 without an address or for one that
 * is no contact’s, 429 when the person has sent too many
 */
export const sendEmail = (request: ApiRequest, body: NewEmail) =>
  transact(request.ports.database, async (transaction) => {
    const { person, ports, idempotencyKey } = request;
    // The same request may arrive twice at once, even for two customers.
    await takeTurn(transaction, person.id);
    await lockCustomers(transaction, [body.customerId]);
    const customer = await findCustomer(request, body.customerId, transaction);
    const draft = draftFor(customer, body, body.note ?? null);
    const repeated = await findRepeated(request);
    if (repeated && !isSame(repeated, draft))
      throw new Problem(422, 'This Idempotency-Key belongs to another email. Use a new one.');
    if (repeated) return { existing: repeated.id };
    const now = ports.now();
    const lastSent = await loadLastSent(transaction, [customer.id], now);
    const obstacle = obstacleTo(draft, lastSent);
    if (obstacle && !(body.force && canOverride(obstacle))) throw refuse(obstacle);
    await checkLimits(transaction, { personId: person.id, bulk: false, count: 1, now });
    const context = await contextOf(request, transaction);
    const [email] = await queueEmails(
      transaction,
      [{ ...draft, bulk: false, idempotencyKey: idempotencyKey ?? null }],
      { context, mailer: ports.mailer, now },
    );
    if (!email) throw new Error('The email wasn’t stored.');
    return email.id;
  });
