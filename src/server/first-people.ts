import { type Auth, addPerson } from '../api/auth.ts';
import type { DemoSignIn } from '../api/ports.ts';
import type { Database } from '../database/database.ts';
import { users } from '../database/schema/index.ts';
import type { Config } from './config.ts';
import { StartError } from './start-error.ts';

const SANDBOX_PASSWORD = 'unstuck-sandbox';

/** The people of the sandbox. They exist only without a Codat key, so everyone may know their password. */
export const SANDBOX_PEOPLE = [
  { name: 'Mira Rao', email: 'agent@unstuck.test', role: 'agent', password: SANDBOX_PASSWORD },
  { name: 'Lena Hart', email: 'manager@unstuck.test', role: 'manager', password: SANDBOX_PASSWORD },
  { name: 'Tom Keller', email: 'admin@unstuck.test', role: 'admin', password: SANDBOX_PASSWORD },
] as const satisfies DemoSignIn[];

const hasPeople = async (database: Database): Promise<boolean> =>
  (await database.select({ id: users.id }).from(users).limit(1)).length > 0;

/**
 * Adds those who sign in first: the sandbox's people, or the administrator named in the environment.
 * @throws StartError when nobody could ever sign in
 */
export const addFirstPeople = async (
  auth: Auth,
  database: Database,
  { CODAT_API_KEY, ADMIN_EMAIL, ADMIN_PASSWORD }: Config,
): Promise<void> => {
  if (!CODAT_API_KEY) for (const person of SANDBOX_PEOPLE) await addPerson(auth, database, person);
  if (ADMIN_EMAIL && ADMIN_PASSWORD)
    await addPerson(auth, database, {
      name: ADMIN_EMAIL,
      email: ADMIN_EMAIL,
      password: ADMIN_PASSWORD,
      role: 'admin',
    });
  if (!(await hasPeople(database)))
    throw new StartError(
      'Nobody can sign in yet: set ADMIN_EMAIL and ADMIN_PASSWORD to make the first administrator.',
    );
};
