import type { Database } from '../../database/database.ts';
import { users } from '../../database/schema/index.ts';

/** The IDs of the colleagues with a name or an email address, in lower case. */
export type KnownPeople = ReadonlyMap<string, ReadonlySet<string>>;

export const loadPeople = async (database: Database): Promise<KnownPeople> => {
  const rows = await database
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users);
  const named = rows.flatMap(({ id, name, email }) =>
    [name, email].map((text) => ({ id, key: text.toLowerCase() })),
  );
  return new Map(
    [...Map.groupBy(named, ({ key }) => key)].map(([key, found]) => [
      key,
      new Set(found.map(({ id }) => id)),
    ]),
  );
};
