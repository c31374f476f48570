import { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { beginSync, unfinishedSync } from '../../codat/sync-record.ts';
import { syncs } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';
import { create } from '../kit/create.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

export const syncRecord = recordOf(syncs);
export type SyncRecord = z.output<typeof syncRecord>;

const newSync = z.strictObject({ kind: syncRecord.shape.kind });

export const syncsResource: Resource<SyncRecord> = {
  name: 'syncs',
  table: syncs,
  record: syncRecord,
  fields: () => getTableColumns(syncs),
  select: ({ ports: { database } }) => database.select().from(syncs).$dynamic(),
  defaultSort: ['startedAt', 'DESC'],
  create: create(
    newSync,
    async ({ ports: { database }, now }, { kind }) => {
      if (await unfinishedSync(database)) throw new Problem(409, 'A sync is already running.');
      return (await beginSync(database, kind, now)).id;
    },
    { after: ({ ports }, { kind }) => ports.requestSync(kind) },
  ),
};
