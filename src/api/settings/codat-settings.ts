import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { codatSettings } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import { change, type Resource } from '../kit/resource.ts';
import { lineOfText, writable } from '../kit/writable.ts';

export const codatSettingsRecord = recordOf(codatSettings).extend({
  apiUrl: z.string(),
  sandbox: z.boolean(),
  webhooks: z.boolean(),
});
export type CodatSettingsRecord = z.output<typeof codatSettingsRecord>;

export const codatSettingsResource: Resource = {
  name: 'codat-settings',
  table: codatSettings,
  record: codatSettingsRecord,
  fields: ({ ports: { codatHost, webhookSecret } }) => ({
    ...getTableColumns(codatSettings),
    apiUrl: sql`${codatHost.apiUrl}::text`,
    sandbox: sql`${codatHost.sandbox}::boolean`,
    webhooks: sql`${webhookSecret !== null}::boolean`,
  }),
  defaultSort: ['id', 'ASC'],
  update: change(
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
