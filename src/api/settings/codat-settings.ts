import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { secretId } from '../../codat/verify.ts';
import { textArray } from '../../database/bulk.ts';
import { codatSettings, deliveries } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { lineOfText, writable } from '../kit/writable.ts';

export const codatSettingsRecord = recordOf(codatSettings).extend({
  apiUrl: z.string(),
  sandbox: z.boolean(),
  webhooks: z.boolean(),
  /** The number of secrets that webhooks may be signed with. */
  webhookSecrets: z.int(),
  /** The position, from 1, of the one that signed the last webhook. Null if none of them did. */
  lastSecret: z.int().nullable(),
});
export type CodatSettingsRecord = z.output<typeof codatSettingsRecord>;

const lastSignedWith = sql`(
  select ${deliveries.signedWith} from ${deliveries} where ${deliveries.signedWith} is not null
  order by ${deliveries.receivedAt} desc, ${deliveries.id} desc limit 1
)`;

const fields = ({ ports: { codatHost, webhookSecrets } }: ApiRequest) => ({
  ...getTableColumns(codatSettings),
  apiUrl: sql<string>`${codatHost.apiUrl}::text`,
  sandbox: sql<boolean>`${codatHost.sandbox}::boolean`,
  webhooks: sql<boolean>`${webhookSecrets.length > 0}::boolean`,
  webhookSecrets: sql<number>`${webhookSecrets.length}::int`,
  lastSecret: sql<
    number | null
  >`array_position(${textArray(webhookSecrets.map(secretId))}, ${lastSignedWith})`,
});

export const codatSettingsResource: Resource<CodatSettingsRecord> = {
  name: 'codat-settings',
  table: codatSettings,
  record: codatSettingsRecord,
  fields,
  select: (request) =>
    request.ports.database.select(fields(request)).from(codatSettings).$dynamic(),
  customer: null,
  defaultSort: ['id', 'ASC'],
  update: update(
    writable(codatSettingsRecord, {
      product: lineOfText(100).nullable(),
      tags: lineOfText(500).nullable(),
    }),
    async ({ ports: { database } }, { id }, changes) => {
      if (Object.keys(changes).length > 0)
        await database.update(codatSettings).set(changes).where(eq(codatSettings.id, id));
    },
  ),
};
