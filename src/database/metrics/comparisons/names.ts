import { personLabel } from '../../../common/person-label.ts';
import type { Database } from '../../database.ts';
import { software, users } from '../../schema/index.ts';

/** The names of all colleagues, those who left included, by ID. */
export const peopleNames = async (database: Database): Promise<Map<string, string>> => {
  const people = await database
    .select({ id: users.id, name: users.name, active: users.active })
    .from(users);
  return new Map(people.map((person) => [person.id, personLabel(person)]));
};

/** The names of all software, by ID. */
export const softwareNames = async (database: Database): Promise<Map<string, string>> => {
  const rows = await database.select({ id: software.id, name: software.name }).from(software);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
