import { z } from '@hono/zod-openapi';
import { getTableColumns, sql } from 'drizzle-orm';
import { beginSync, isFinished, unfinishedSync, updateSync } from '../../codat/sync-record.ts';
import { syncs } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';
import { create } from '../kit/create.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';

const remark = z.object({ companyId: z.string(), name: z.string(), problem: z.string() });

export const syncRecord = recordOf(syncs).extend({ remarks: z.array(remark) });
export type SyncRecord = z.output<typeof syncRecord>;

const newSync = z.strictObject({
  kind: syncRecord.shape.kind,
  /** That customers whose companies are missing in Codat are to be marked as deleted, however many. */
  deletionsConfirmed: z.boolean().optional(),
});

const cancellation = z.strictObject({ state: z.literal('cancelled') }).partial();

/** Remarks name companies, so that people with a portfolio don’t see them. */
const fields = ({ person }: ApiRequest) => ({
  ...getTableColumns(syncs),
  ...(person.portfolio && { remarks: sql<SyncRecord['remarks']>`'[]'::jsonb` }),
});

export const syncsResource: Resource<SyncRecord> = {
  name: 'syncs',
  table: syncs,
  record: syncRecord,
  fields,
  select: (request) => request.ports.database.select(fields(request)).from(syncs).$dynamic(),
  customer: null,
  defaultSort: ['startedAt', 'DESC'],
  create: create(
    newSync,
    async ({ ports: { database }, now }, { kind, ...confirmation }) => {
      if (await unfinishedSync(database)) throw new Problem(409, 'A sync is already running.');
      return (await beginSync(database, kind, now, confirmation)).id;
    },
    { after: ({ ports }, { kind }) => ports.requestSync(kind) },
  ),
  /** Cancels a sync. Its server notices before the next page, or within two seconds while it waits. */
  update: update(cancellation, async ({ ports: { database }, now }, sync, { state }) => {
    if (!state || sync.state === state) return;
    if (isFinished(sync)) throw new Problem(409, 'This sync has already finished.');
    await updateSync(database, sync.id, { state, finishedAt: now, waitUntil: null });
  }),
};
