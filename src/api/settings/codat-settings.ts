import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { codatSettings } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { lineOfText, writable } from '../kit/writable.ts';

export const codatSettingsRecord = recordOf(codatSettings).extend({
  apiUrl: z.string(),
  sandbox: z.boolean(),
  webhooks: z.boolean(),
});
export type CodatSettingsRecord = z.output<typeof codatSettingsRecord>;

const fields = ({ ports: { codatHost, webhookSecret } }: ApiRequest) => ({
  ...getTableColumns(codatSettings),
  apiUrl: sql<string>`${codatHost.apiUrl}::text`,
  sandbox: sql<boolean>`${codatHost.sandbox}::boolean`,
  webhooks: sql<boolean>`${webhookSecret !== null}::boolean`,
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
