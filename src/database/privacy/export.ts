import { eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../database.ts';
import { customers, links, syncs } from '../schema/index.ts';
import { subjectOf, tracesOf } from './traces.ts';

/** A link without its token: who has it is taken for the customer. */
const withoutToken = ({ token: _, ...link }: typeof links.$inferSelect) => link;

/** A repetition of the rest, for machines. */
const withoutSearchText = ({ searchText: _, ...customer }: typeof customers.$inferSelect) =>
  customer;

/**
 * Everything that is stored about a customer, by table: what an erasure would take away, and what would stay as numbers.
 */
export const exportCustomer = async (database: Database, customerId: string) => {
  const {
    links: ofLinks,
    syncs: ofSyncs,
    ...traces
  } = tracesOf(await subjectOf(database, customerId));
  const [stored] = await database.select().from(customers).where(eq(customers.id, customerId));
  const tables: Record<string, unknown[]> = {};
  const others: [string, { table: PgTable; where: typeof ofSyncs.where | undefined }][] =
    Object.entries(traces);
  for (const [name, { table, where }] of others)
    tables[name] = await database.select().from(table).where(where);
  const tokens = await database.select().from(links).where(ofLinks.where);
  const remarked = await database.select().from(syncs).where(ofSyncs.where);
  return {
    customer: stored ? withoutSearchText(stored) : null,
    ...tables,
    links: tokens.map(withoutToken),
    remarks: remarked
      .flatMap(({ remarks }) => remarks)
      .filter(({ companyId }) => companyId === customerId),
  };
};
