import { type SQLWrapper, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Transaction } from './database.ts';

/** Rows read at once. */
const BATCH = sql.raw('1000');

/**
 * The rows of a query, batch by batch, as they were when it began. In a transaction the database finds them as they are
 * read. Outside of one, it finds all of them at the start and sets them aside, so that nobody waits while they are read.
 */
export async function* readByCursor<R extends z.ZodType>(
  database: Database | Transaction,
  query: SQLWrapper,
  row: R,
): AsyncGenerator<z.output<R>[]> {
  const cursor = sql.identifier(`cursor_${crypto.randomUUID()}`);
  const result = z.object({ rows: z.array(row) });
  await database.execute(sql`declare ${cursor} no scroll cursor with hold for ${query}`);
  try {
    for (;;) {
      const fetched = await database.execute(sql`fetch ${BATCH} from ${cursor}`);
      const { rows } = result.parse(fetched);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    // After an error the transaction has closed it.
    await database.execute(sql`close ${cursor}`).catch(() => {});
  }
}
