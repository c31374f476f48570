import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import { reassign } from '../../database/portfolios/reassign.ts';
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

/**
 * Each owner with each company of theirs, once even if Codat names an owner twice. The companies come together first: Citus
 * can’t sort those of one owner on several machines.
 */
const owned = sql`(select distinct owner.id, company.company_id, company.name from (
    select ${customers.id} as company_id, ${customers.name} as name, ${customers.ownerIds} as owner_ids from ${customers}
    where ${isNull(customers.deletedAt)} and ${customers.ownerIds} <> '[]' offset 0) as company
  cross join lateral jsonb_array_elements_text(company.owner_ids) as owner(id)) as owned`;

/** What is known of an owner, from one look at all companies. */
const ofOwner = (known: SQL): SQL =>
  sql`((select jsonb_object_agg(id, known) from (select id, ${known} as known from ${owned} group by id) as each)
    -> ${codatOwners.id})`;

const fields = {
  ...getTableColumns(codatOwners),
  companies: sql<number>`coalesce(${ofOwner(sql`count(*)`)}::int, 0)`,
  examples: sql<
    string[]
  >`coalesce(${ofOwner(sql`to_jsonb((array_agg(name order by name))[:${sql.raw(String(EXAMPLES))}])`)}, '[]')`,
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
