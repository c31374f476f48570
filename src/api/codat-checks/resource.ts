import { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { codatChecks } from '../../database/schema/index.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

export const codatCheckRecord = recordOf(codatChecks).extend({
  changes: z.array(z.object({ text: z.string(), at: instant })),
});
export type CodatCheckRecord = z.output<typeof codatCheckRecord>;

/** The last check of each customer in Codat that somebody asked for. */
export const codatChecksResource: Resource<CodatCheckRecord> = {
  name: 'codat-checks',
  table: codatChecks,
  record: codatCheckRecord,
  fields: () => getTableColumns(codatChecks),
  select: ({ ports: { database } }) => database.select().from(codatChecks).$dynamic(),
  customer: codatChecks.customerId,
  defaultSort: ['requestedAt', 'DESC'],
};
