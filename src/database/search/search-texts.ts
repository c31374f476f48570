import { inArray, sql } from 'drizzle-orm';
import { searchTextOf } from '../../journey/search/search.ts';
import type { Database } from '../database.ts';
import { idBatches } from '../folding/refold.ts';
import { customers } from '../schema/index.ts';

/** Fills in the search texts of customers whose rows were written by a version without them. */
export const fillSearchTexts = async (database: Database): Promise<void> => {
  const isEmpty = sql`${customers.searchText} = ''`;
  for await (const ids of idBatches(database, customers, customers.id, isEmpty)) {
    const rows = await database.select().from(customers).where(inArray(customers.id, ids));
    const filled = rows.map((row) => ({ id: row.id, text: searchTextOf(row) }));
    await database.execute(sql`update ${customers} set search_text = filled.text
      from jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) as filled(id text, text text)
      where ${customers.id} = filled.id and ${isEmpty}`);
  }
};

/** Searches read the texts of all customers, as the server lacks what indexes them. */
export class NoSearchIndex extends Error {}

/**
 * Indexes the search texts by their trigrams, which makes a search among a million customers take milliseconds instead
 * of seconds. Not in the embedded database, which is for thousands.
 * @throws NoSearchIndex when the extension `pg_trgm` isn’t installed or may not be created
 */
export const indexSearchTexts = async (database: Database): Promise<void> => {
  try {
    await database.execute(sql`create extension if not exists pg_trgm`);
    await database.execute(
      sql`create index if not exists customers_by_search_text on ${customers} using gin (search_text gin_trgm_ops)`,
    );
  } catch (cause) {
    throw new NoSearchIndex('The extension pg_trgm can’t be used.', { cause });
  }
};
