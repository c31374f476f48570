import { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { API_KEY_SCOPES } from '../../common/api-key-scopes.ts';
import { apiKeys } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';

export const scopesForm = z.array(z.enum(API_KEY_SCOPES));

/** A key without the key itself. */
export const apiKeyRecord = recordOf(apiKeys).omit({ digest: true }).extend({ scopes: scopesForm });
export type ApiKeyRecord = z.output<typeof apiKeyRecord>;

/** A key that was just made: the only time it is shown. */
export const newApiKeyRecord = apiKeyRecord.extend({ key: z.string() });
export type NewApiKeyRecord = z.output<typeof newApiKeyRecord>;

const { digest: _digest, ...listed } = getTableColumns(apiKeys);
export const listedColumns = listed;
