import { z } from '@hono/zod-openapi';
import { and, eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/database.ts';
import { lockCustomers, takeTurn } from '../../database/locks.ts';
import { type Customer, type Email, emails } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import type { Draft } from '../../email/compose.ts';
import { type Context, loadCustomers } from '../../email/context.ts';
import { type LastSent, loadLastSent, obstacleTo } from '../../email/obstacle.ts';
import { queueEmails } from '../../email/outbox.ts';
import { EMAIL_TEMPLATES } from '../../journey/outreach.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { unknownCustomer } from '../customers/check-customer.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Person } from '../session/session.ts';
import { NEXT, type NewEmails } from './bodies.ts';
import { choose } from './choose.ts';
import { checkLimits } from './limits.ts';
import { contextOf, draftFor } from './plan.ts';
import { obstacleCode } from './preview.ts';

/** The email that one of the customers gets, or why they are skipped. */
export const bulkRow = z.object({
  customerId: z.string(),
  name: z.string(),
  toName: z.string().nullable(),
  toEmail: z.string().nullable(),
  /** Null when the recommended action isn’t an email. */
  template: z.enum(EMAIL_TEMPLATES).nullable(),
  skip: obstacleCode.nullable(),
  detail: z.string().nullable(),
  /** The ID of the email, once it is created. */
  emailId: z.string().nullable(),
});
export type BulkRow = z.output<typeof bulkRow>;

type Planned = { draft: Draft | null; row: BulkRow };

const NOBODY = { toName: null, toEmail: null, template: null, skip: null, detail: null };

/** No email: the row says what is recommended instead. */
const withoutEmail = ({ id: customerId, name }: Customer, detail: string): Planned => ({
  draft: null,
  row: { ...NOBODY, customerId, name, skip: 'cannot_help', detail, emailId: null },
});

const withEmail = (draft: Draft, lastSent: LastSent): Planned => {
  const { customer, template, recipient } = draft;
  const obstacle = obstacleTo(draft, lastSent);
  const row = {
    customerId: customer.id,
    name: customer.name,
    toName: recipient.name,
    toEmail: recipient.email,
    template,
    skip: obstacle?.code ?? null,
    detail: obstacle?.sentence ?? null,
    emailId: null,
  };
  return { draft, row };
};

/** The customers in the requested order, without repeats. @throws Problem 422 when one doesn’t exist, or the person may not see them */
const findAll = async (
  database: Database | Transaction,
  ids: readonly string[],
  { portfolio }: Person,
) => {
  const found = await loadCustomers(database, ids, portfolio);
  return [...new Set(ids)].map((id) => {
    const customer = found.get(id);
    if (customer) return customer;
    throw unknownCustomer('customerIds', id);
  });
};

const plan = async (
  database: Database | Transaction,
  { customerIds, template }: NewEmails,
  { software }: Context,
  { person, now }: Pick<ApiRequest, 'person' | 'now'>,
): Promise<Planned[]> => {
  const customers = await findAll(database, customerIds, person);
  const lastSent = await loadLastSent(database, customerIds, now);
  return customers.map((customer) => {
    const choice = choose(template, customer, software.get(customer.software ?? '') ?? null, now);
    return 'instead' in choice
      ? withoutEmail(customer, choice.instead)
      : withEmail(draftFor(customer, choice), lastSent);
  });
};

/** Plans which email each customer gets, and who is skipped and why. */
export const previewBulk = async (request: ApiRequest, body: NewEmails): Promise<BulkRow[]> =>
  (await plan(request.ports.database, body, await contextOf(request), request)).map(
    ({ row }) => row,
  );

/** The emails that an earlier request with the same key created, by customer. @throws Problem 422 when that request was a different one */
const findRepeated = async (
  transaction: Transaction,
  { person, idempotencyKey }: ApiRequest,
  { customerIds, template }: NewEmails,
): Promise<Map<string, string>> => {
  if (!idempotencyKey) return new Map();
  const rows = await transaction
    .select()
    .from(emails)
    .where(
      and(
        eq(emails.createdById, person.id),
        sql`starts_with(${emails.idempotencyKey}, ${`${idempotencyKey}/`})`,
      ),
    );
  const isOther = (row: Email) =>
    !customerIds.includes(row.customerId) || (template !== NEXT && row.template !== template);
  if (rows.some(isOther))
    throw new Problem(422, 'This Idempotency-Key belongs to other emails. Use a new one.');
  return new Map(rows.map(({ customerId, id }) => [customerId, id]));
};

/** Queues the emails of all customers who aren’t skipped, or none. Returns the preview’s rows with the email IDs. @throws Problem 429 when they are too many */
export const sendBulk = (request: ApiRequest, body: NewEmails): Promise<BulkRow[]> =>
  transact(request.ports.database, async (transaction) => {
    const { person, ports, idempotencyKey } = request;
    await takeTurn(transaction, person.id);
    await lockCustomers(transaction, body.customerIds);
    const now = ports.now();
    const repeated = await findRepeated(transaction, request, body);
    const context = await contextOf(request, transaction);
    const planned = await plan(transaction, body, context, { person, now });
    if (repeated.size > 0)
      return planned.map(({ row }) => {
        const emailId = repeated.get(row.customerId) ?? null;
        return emailId ? { ...row, emailId, skip: null, detail: null } : row;
      });
    const sendable = planned.flatMap(({ draft, row }) => (draft && !row.skip ? [draft] : []));
    await checkLimits(transaction, {
      ...{ personId: person.id, bulk: true, now },
      count: sendable.length,
    });
    const created = await queueEmails(
      transaction,
      sendable.map((draft) => ({
        ...draft,
        bulk: true,
        idempotencyKey: idempotencyKey ? `${idempotencyKey}/${draft.customer.id}` : null,
      })),
      { context, mailer: ports.mailer, now },
    );
    const within = { ...request, now, ports: { ...ports, database: transaction } };
    await recordActivity(
      within,
      ...created.map(({ id, customerId, template }) => ({
        ...({ action: 'create', resource: 'emails', recordId: id } as const),
        customerId,
        details: { template },
      })),
    );
    const ids = new Map(created.map(({ customerId, id }) => [customerId, id]));
    return planned.map(({ row }) => ({ ...row, emailId: ids.get(row.customerId) ?? null }));
  });
