import { z } from '@hono/zod-openapi';
import { getTableColumns, sql } from 'drizzle-orm';
import { alertIncidents, alerts } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';

const { webhookUrl, ...shown } = getTableColumns(alerts);

export const alertRecord = recordOf(alerts).omit({ webhookUrl: true }).extend({
  /** Enough of the address to recognise it: of a long one, how it ends too. */
  webhook: z.string().nullable(),
  /** How many incidents there are now. */
  open: z.int(),
});
export type AlertRecord = z.output<typeof alertRecord>;

export const listedColumns = {
  ...shown,
  webhook: sql<string | null>`(substring(${webhookUrl} from '^https?://[^/?#]+') || '/…' ||
    case when ${webhookUrl} ~ '^https?://[^/?#]+.{20}' then right(${webhookUrl}, 4) else '' end)`,
  open: sql<number>`(${sql`select count(*) from ${alertIncidents} where ${alertIncidents.alertId} = ${alerts.id} and ${alertIncidents.endedAt} is null`})`.mapWith(
    Number,
  ),
};
