import type { z } from '@hono/zod-openapi';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { customers, emails } from '../../database/schema/index.ts';
import { NO_SMTP, Problem } from '../http/problem.ts';
import { recordOf } from '../kit/record-schema.ts';
import { change, creation, type Resource } from '../kit/resource.ts';
import { writable } from '../kit/writable.ts';
import { newEmail } from './bodies.ts';
import { checkResend } from './resend.ts';
import { sendEmail } from './send.ts';

export const emailRecord = recordOf(emails).omit({ html: true, text: true, idempotencyKey: true });
export type EmailRecord = z.output<typeof emailRecord>;

const { html: _html, text: _text, idempotencyKey: _key, ...listed } = getTableColumns(emails);

const customerName = sql`(select ${customers.name} from ${customers} where ${customers.id} = ${emails.customerId})`;

/** The content is too long for lists. `GET /api/emails/{id}/content` returns it. */
export const emailsResource: Resource = {
  name: 'emails',
  table: emails,
  record: emailRecord,
  fields: () => listed,
  searched: [emails.subject, emails.toName, emails.toEmail, emails.customerId, customerName],
  defaultSort: ['createdAt', 'DESC'],
  create: creation(newEmail, sendEmail, { idempotent: true }),
  update: change(
    writable(emailRecord, {
      state: emailRecord.shape.state.openapi({
        description: 'Only `queued`: sends a failed or kept email again.',
      }),
    }),
    async (call, row, { state }) => {
      const { ports } = call;
      const email = emailRecord.parse(row);
      const { id, state: present } = email;
      if (!state || state === present) return;
      if (state !== 'queued' || present === 'sent') {
        const sentence = `An email that is ${present} can’t be changed to ${state}.`;
        throw new Problem(422, sentence, { errors: { state: sentence } });
      }
      if (!ports.mailer) throw new Problem(409, NO_SMTP);
      await checkResend(call, email);
      await ports.database
        .update(emails)
        .set({ state, problem: null, nextAttemptAt: null })
        .where(eq(emails.id, id));
      await ports.mailer.deliver(ports.database, [id]);
    },
  ),
};
