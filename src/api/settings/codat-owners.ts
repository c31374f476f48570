import { z } from '@hono/zod-openapi';
import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import { isOwnedBy, reassign } from '../../database/portfolios/reassign.ts';
import { codatOwners, customers } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { checkPerson } from '../users/check-user.ts';

/** Codat names its users by ids alone, so a few of their companies help to recognize them. */
const EXAMPLES = 3;

export const codatOwnerRecord = recordOf(codatOwners).extend({
  companies: z.int(),
  examples: z.array(z.string()),
});
export type CodatOwnerRecord = z.output<typeof codatOwnerRecord>;

const owned = and(isOwnedBy(codatOwners.id), isNull(customers.deletedAt));

const fields = {
  ...getTableColumns(codatOwners),
  companies: sql<number>`(${sql`select count(*)::int from ${customers} where ${owned}`})`,
  examples: sql<string[]>`(${sql`select coalesce(jsonb_agg(name order by name), '[]') from (
    select ${customers.name} as name from ${customers} where ${owned} order by 1 limit ${EXAMPLES}) as example`})`,
};

/** Owners of companies in Codat, each with the colleague they stand for. */
export const codatOwnersResource: Resource<CodatOwnerRecord> = {
  name: 'codat-owners',
  table: codatOwners,
  record: codatOwnerRecord,
  fields: () => fields,
  select: ({ ports: { database } }) => database.select(fields).from(codatOwners).$dynamic(),
  customer: null,
  defaultSort: ['companies', 'DESC'],
  update: update(
    writable(codatOwnerRecord, { personId: z.string().nullable() }),
    async ({ ports: { database } }, { id, personId }, changes) => {
      if (changes.personId === undefined || changes.personId === personId) return;
      await checkPerson(database, 'personId', changes.personId);
      await database.update(codatOwners).set(changes).where(eq(codatOwners.id, id));
    },
    async ({ ports: { database }, now }, { id }) => {
      await reassign(database, id, now);
      return undefined;
    },
  ),
};
