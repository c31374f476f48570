import type { Table } from 'drizzle-orm';
import { getTableColumns } from 'drizzle-orm';
import { createSelectSchema } from 'drizzle-zod';
import { instant } from '../../journey/clock/instant-schema.ts';

const isInstant = (sqlType: string): boolean => sqlType.startsWith('timestamp');

/** The zod schema of a table's rows as the API shows them: drizzle-zod's, with the format of our instants. */
export const recordOf = <T extends Table>(table: T) => {
  const schema = createSelectSchema(table);
  const instants = Object.entries(getTableColumns(table))
    .filter(([, column]) => isInstant(column.getSQLType()))
    .map(([name, column]) => [name, column.notNull ? instant : instant.nullable()]);
  // Cast because only the format of instants is added: their type is string in drizzle-zod's schema too.
  return schema.extend(Object.fromEntries(instants)) as unknown as typeof schema;
};
