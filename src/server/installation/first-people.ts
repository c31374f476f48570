import { inArray } from 'drizzle-orm';
import { type Auth, addPerson } from '../../api/session/auth.ts';
import { SANDBOX_EMAILS, SANDBOX_PEOPLE } from '../../api/session/sandbox-people.ts';
import type { Database } from '../../database/database.ts';
import { users } from '../../database/schema/index.ts';
import type { Config } from '../config.ts';
import { StartError } from '../run-command.ts';

const hasPeople = async (database: Database): Promise<boolean> =>
  (await database.select({ id: users.id }).from(users).limit(1)).length > 0;

/** Their password is public. A real installation that was once started without its key may still have them. */
const removeSandboxPeople = (database: Database) =>
  database.delete(users).where(inArray(users.email, SANDBOX_EMAILS));

/**
 * Adds the first users: the sandbox's people, or the administrator named in the environment. A real installation loses
 * the sandbox’s people, with their sessions.
 * @throws StartError when there is no one who can sign in
 */
export const addFirstPeople = async (
  auth: Auth,
  database: Database,
  { CODAT_API_KEY, ADMIN_EMAIL, ADMIN_PASSWORD }: Config,
): Promise<void> => {
  if (CODAT_API_KEY) await removeSandboxPeople(database);
  else for (const person of SANDBOX_PEOPLE) await addPerson(auth, database, person);
  if (ADMIN_EMAIL && ADMIN_PASSWORD)
    await addPerson(auth, database, {
      name: ADMIN_EMAIL,
      email: ADMIN_EMAIL,
      password: ADMIN_PASSWORD,
      role: 'admin',
    });
  if (!(await hasPeople(database)))
    throw new StartError(
      'No one can sign in yet. Set ADMIN_EMAIL and ADMIN_PASSWORD to create the first admin.',
    );
};
