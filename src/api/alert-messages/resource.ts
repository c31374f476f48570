import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { alertMessages, alerts } from '../../database/schema/index.ts';
import { NO_SMTP, Problem } from '../http/problem.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';

export const alertMessageRecord = recordOf(alertMessages).extend({
  /** The alert’s name. Null for a digest, and once it is deleted. */
  alert: z.string().nullable(),
});
export type AlertMessageRecord = z.output<typeof alertMessageRecord>;

const fields = {
  ...getTableColumns(alertMessages),
  alert: sql<
    string | null
  >`(${sql`select ${alerts.name} from ${alerts} where ${alerts.id} = ${alertMessages.alertId}`})`,
};

/** Whether it goes to a webhook, not by email. */
const isCall = ({ userId, address }: AlertMessageRecord): boolean =>
  userId === null && address === null;

/** Messages to the team: alerts and digests. Those that failed can be sent again. */
export const alertMessagesResource: Resource<AlertMessageRecord> = {
  name: 'alert-messages',
  table: alertMessages,
  record: alertMessageRecord,
  fields: () => fields,
  select: ({ ports: { database } }) => database.select(fields).from(alertMessages).$dynamic(),
  customer: null,
  defaultSort: ['createdAt', 'DESC'],
  update: update(
    writable(alertMessageRecord, {
      state: alertMessageRecord.shape.state.openapi({
        description: 'Only `queued`: sends a failed or kept message again.',
      }),
    }),
    async ({ ports }, message, { state }) => {
      const { id, state: present, event } = message;
      if (!state || state === present) return;
      if (state !== 'queued' || present === 'sent' || event === 'test') {
        const sentence = `A message that is ${present} can’t be changed to ${state}.`;
        throw new Problem(422, sentence, { errors: { state: sentence } });
      }
      if (!ports.mailer && !isCall(message)) throw new Problem(409, NO_SMTP);
      await ports.database
        .update(alertMessages)
        .set({ state, problem: null, nextAttemptAt: null })
        .where(eq(alertMessages.id, id));
      await ports.deliverMessages(ports.database, [id]);
    },
  ),
};
