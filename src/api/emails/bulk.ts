import { z } from '@hono/zod-openapi';
import { and, eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/database.ts';
import { lockCustomers } from '../../database/ingest.ts';
import { type Customer, emails } from '../../database/schema/index.ts';
import type { Order } from '../../email/compose.ts';
import { loadCustomers } from '../../email/context.ts';
import { lastSent, obstacleInBulk } from '../../email/obstacle.ts';
import { queueEmails } from '../../email/outbox.ts';
import { EMAIL_TEMPLATES } from '../../journey/outreach.ts';
import { recordActivity } from '../activity.ts';
import { Problem } from '../problem.ts';
import type { Call } from '../resource.ts';
import type { NewEmails } from './bodies.ts';
import { contextOf, orderFor } from './plan.ts';
import { obstacleCode } from './preview.ts';

/** What one of many customers gets, or why not. */
export const bulkRow = z.object({
  customerId: z.string(),
  name: z.string(),
  toName: z.string().nullable(),
  toEmail: z.string().nullable(),
  template: z.enum(EMAIL_TEMPLATES),
  skip: obstacleCode.nullable(),
  detail: z.string().nullable(),
  /** The e-mail, once it is written. */
  emailId: z.string().nullable(),
});
export type BulkRow = z.output<typeof bulkRow>;

type Planned = { order: Order; row: BulkRow };

const rowFor = (order: Order, last: string | undefined): BulkRow => {
  const { customer, template, recipient } = order;
  const obstacle = obstacleInBulk(order, last);
  return {
    customerId: customer.id,
    name: customer.name,
    toName: recipient.name,
    toEmail: recipient.email,
    template,
    skip: obstacle?.code ?? null,
    detail: obstacle?.sentence ?? null,
    emailId: null,
  };
};

/** In the order asked for; a customer named twice gets one. @throws Problem 422 when there is no such customer */
const findAll = async (database: Database | Transaction, ids: readonly string[]) => {
  const found = await loadCustomers(database, ids);
  const missing = ids.find((id) => !found.has(id));
  if (missing === undefined) return [...new Set(ids)].map((id) => found.get(id) as Customer);
  const sentence = `There is no customer with the id ${missing}.`;
  throw new Problem(422, sentence, { errors: { customerIds: sentence } });
};

const plan = async (
  database: Database | Transaction,
  { customerIds, template }: NewEmails,
  now: string,
): Promise<Planned[]> => {
  const customers = await findAll(database, customerIds);
  const last = await lastSent(database, template, customerIds, now);
  return customers.map((customer) => {
    const order = orderFor(customer, { template });
    return { order, row: rowFor(order, last.get(customer.id)) };
  });
};

/** Who would get what, and who would be left out and why. */
export const previewBulk = async (call: Call, body: NewEmails): Promise<BulkRow[]> =>
  (await plan(call.ports.database, body, call.now)).map(({ row }) => row);

/** The e-mails that the same request has led to already, by customer. @throws Problem 422 when it was another request */
const findRepeated = async (
  transaction: Transaction,
  { person, idempotencyKey }: Call,
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
  if (rows.some((row) => row.template !== template || !customerIds.includes(row.customerId)))
    throw new Problem(422, 'This Idempotency-Key belongs to other e-mails. Use a new one.');
  return new Map(rows.map(({ customerId, id }) => [customerId, id]));
};

/** Sends to all who can get it, all or none; the same rows as the preview, with the e-mails. */
export const sendBulk = (call: Call, body: NewEmails): Promise<BulkRow[]> =>
  call.ports.database.transaction(async (transaction) => {
    const { person, ports, idempotencyKey } = call;
    const key = idempotencyKey ? [`${person.id} ${idempotencyKey}`] : [];
    await lockCustomers(transaction, [...body.customerIds, ...key]);
    const now = ports.now();
    const repeated = await findRepeated(transaction, call, body);
    const planned = await plan(transaction, body, now);
    if (repeated.size > 0)
      return planned.map(({ row }) => {
        const emailId = repeated.get(row.customerId) ?? null;
        return emailId ? { ...row, emailId, skip: null, detail: null } : row;
      });
    const sendable = planned.filter(({ row }) => row.skip === null);
    const written = await queueEmails(
      transaction,
      sendable.map(({ order }) => ({
        ...order,
        idempotencyKey: idempotencyKey ? `${idempotencyKey}/${order.customer.id}` : null,
      })),
      { context: await contextOf(call, transaction), mailer: ports.mailer, now },
    );
    const within = { ...call, now, ports: { ...ports, database: transaction } };
    for (const { id, customerId } of written)
      await recordActivity(within, {
        ...{ action: 'create', resource: 'emails', recordId: id, customerId },
        details: { template: body.template },
      });
    const ids = new Map(written.map(({ customerId, id }) => [customerId, id]));
    return planned.map(({ row }) => ({ ...row, emailId: ids.get(row.customerId) ?? null }));
  });
