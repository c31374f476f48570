import { eq } from 'drizzle-orm';
import { nameIn } from '../../database/derived-columns.ts';
import { apiKeys, users } from '../../database/schema/index.ts';
import { remove } from '../kit/remove.ts';
import type { Resource } from '../kit/resource.ts';
import { createKey } from './create.ts';
import { type ApiKeyRecord, apiKeyRecord, listedColumns } from './record.ts';

export const apiKeysResource: Resource<ApiKeyRecord> = {
  name: 'api-keys',
  table: apiKeys,
  record: apiKeyRecord,
  fields: () => listedColumns,
  select: ({ ports: { database } }) => database.select(listedColumns).from(apiKeys).$dynamic(),
  searched: [apiKeys.name, apiKeys.start],
  sortedBy: { createdById: nameIn(users, apiKeys.createdById) },
  customer: null,
  defaultSort: ['createdAt', 'DESC'],
  create: createKey,
  remove: remove(async ({ ports: { database } }, { id }) => {
    await database.delete(apiKeys).where(eq(apiKeys.id, id));
  }),
};
