import { jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ApiKeyScope } from '../../../common/api-key-scopes.ts';
import { instantColumn } from '../columns.ts';

/** Keys with which other programs use the API. Of the key itself only a digest is stored. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    scopes: jsonb().$type<ApiKeyScope[]>().notNull(),
    /** Its first characters, by which people recognise it. */
    start: text().notNull(),
    /** The SHA-256 of the key. */
    digest: text().notNull(),
    createdAt: instantColumn().notNull(),
    createdById: text().notNull(),
    /** Null for a key that never expires. */
    expiresAt: instantColumn(),
    /** To the minute. */
    lastUsedAt: instantColumn(),
    /** The key that replaces it. Both work until it expires. */
    replacedById: uuid(),
  },
  (table) => [uniqueIndex('api_keys_by_digest').on(table.digest)],
);

export type ApiKey = typeof apiKeys.$inferSelect;
