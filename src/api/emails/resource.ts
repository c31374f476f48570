import type { z } from '@hono/zod-openapi';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { nameIn } from '../../database/derived-columns.ts';
import { customers, emails, users } from '../../database/schema/index.ts';
import { folded } from '../../database/search/folded.ts';
import { NO_SMTP, Problem } from '../http/problem.ts';
import { create } from '../kit/create.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { newEmail } from './bodies.ts';
import { checkResend } from './resend.ts';
import { sendEmail } from './send.ts';

export const emailRecord = recordOf(emails).omit({
  html: true,
  text: true,
  idempotencyKey: true,
  bulk: true,
});
export type EmailRecord = z.output<typeof emailRecord>;

const {
  html: _html,
  text: _text,
  idempotencyKey: _key,
  bulk: _bulk,
  ...listed
} = getTableColumns(emails);

/** The content is too long for lists. `GET /api/emails/{id}/content` returns it. */
export const emailsResource: Resource<EmailRecord> = {
  name: 'emails',
  table: emails,
  record: emailRecord,
  personal: true,
  fields: () => listed,
  select: ({ ports: { database } }) => database.select(listed).from(emails).$dynamic(),
  searched: [
    ...[emails.subject, emails.toName, emails.toEmail, emails.customerId],
    // Search texts, which hold more than the name, are indexed.
    (holds) =>
      sql`${emails.customerId} in (select ${customers.id} from ${customers}
        where ${and(holds(customers.searchText), holds(folded(customers.name)))})`,
  ],
  sortedBy: { createdById: nameIn(users, emails.createdById) },
  customer: emails.customerId,
  defaultSort: ['createdAt', 'DESC'],
  create: create(newEmail, sendEmail, { idempotent: true }),
  update: update(
    writable(emailRecord, {
      state: emailRecord.shape.state.openapi({
        description: 'Only `queued`: sends a failed or kept email again.',
      }),
    }),
    async (request, email, { state }) => {
      const { ports } = request;
      const { id, state: present } = email;
      if (!state || state === present) return;
      if (state !== 'queued' || present === 'sent') {
        const sentence = `An email that is ${present} can’t be changed to ${state}.`;
        throw new Problem(422, sentence, { errors: { state: sentence } });
      }
      if (!ports.mailer) throw new Problem(409, NO_SMTP);
      await checkResend(request, email);
      await ports.database
        .update(emails)
        .set({ state, problem: null, nextAttemptAt: null })
        .where(eq(emails.id, id));
      await ports.mailer.deliver(ports.database, [id]);
    },
  ),
};
