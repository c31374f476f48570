import type { Database } from '../../database/database.ts';
import { users } from '../../database/schema/index.ts';

/** By name or email address, in lower case: the IDs of the colleagues who have it, and whether each is still there. */
export type KnownPeople = ReadonlyMap<string, ReadonlyMap<string, { active: boolean }>>;

export const loadPeople = async (database: Database): Promise<KnownPeople> => {
  const { id, name, email, active } = users;
  const rows = await database.select({ id, name, email, active }).from(users);
  const named = rows.flatMap((user) =>
    [user.name, user.email].map((text) => ({ ...user, key: text.toLowerCase() })),
  );
  return new Map(
    [...Map.groupBy(named, ({ key }) => key)].map(([key, found]) => [
      key,
      new Map(found.map((user) => [user.id, user])),
    ]),
  );
};
