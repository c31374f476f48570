import { and, eq, inArray } from 'drizzle-orm';
import { type Auth, addPerson, type NewPerson } from '../../api/session/auth.ts';
import { SANDBOX_EMAILS, SANDBOX_PEOPLE } from '../../api/session/sandbox-people.ts';
import { isEasyToGuess } from '../../api/users/password.ts';
import { logActivity } from '../../database/activity.ts';
import type { Database } from '../../database/database.ts';
import { accounts, users } from '../../database/schema/index.ts';
import { toInstant } from '../../journey/instant.ts';
import type { Config } from '../config.ts';
import { StartError } from '../run-command.ts';

const hasPeople = async (database: Database): Promise<boolean> =>
  (await database.select({ id: users.id }).from(users).limit(1)).length > 0;

const hasAccount = async (database: Database, email: string): Promise<boolean> => {
  const found = database.select({ id: users.id }).from(users);
  return (await found.where(eq(users.email, email.toLowerCase()))).length > 0;
};

/** Whether someone can sign in with a password, and is an administrator then. */
const isAdminWithPassword = async (database: Database, email: string): Promise<boolean> => {
  const [found] = await database
    .select({ id: users.id })
    .from(users)
    .innerJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, 'credential')))
    .where(
      and(eq(users.email, email.toLowerCase()), eq(users.role, 'admin'), eq(users.active, true)),
    );
  return found !== undefined;
};

const bySystem = () => ({ kind: 'system', at: toInstant(Date.now()) }) as const;

/** Their password is public. A real installation that was once started without its key may still have them. */
const removeSandboxPeople = async (database: Database): Promise<void> => {
  const removed = await database
    .delete(users)
    .where(inArray(users.email, SANDBOX_EMAILS))
    .returning({ id: users.id, name: users.name, email: users.email, role: users.role });
  await logActivity(
    database,
    bySystem(),
    removed.map(({ id, ...before }) => ({
      ...{ resource: 'users', action: 'delete', recordId: id, before },
    })),
  );
};

const add = async (auth: Auth, database: Database, person: NewPerson): Promise<void> => {
  const added = await addPerson(auth, database, person).catch(async (error: unknown) => {
    // Another server that starts at the same time has added them.
    if (await hasAccount(database, person.email)) return null;
    throw error;
  });
  if (!added) return;
  const { id, name, email, role } = added;
  await logActivity(database, bySystem(), [
    { resource: 'users', action: 'create', recordId: id, details: { name, email, role } },
  ]);
};

/**
 * Adds the first users: the sandbox's people, or the administrator named in the environment. A real installation loses
 * the sandbox’s people, with their sessions.
 * @throws StartError when there is no one who can sign in, or the administrator’s password is too easy to guess
 */
export const addFirstPeople = async (
  auth: Auth,
  database: Database,
  { CODAT_API_KEY, ADMIN_EMAIL, ADMIN_PASSWORD, OIDC_ISSUER, PASSWORDS }: Config,
): Promise<void> => {
  if (CODAT_API_KEY) await removeSandboxPeople(database);
  else for (const person of SANDBOX_PEOPLE) await add(auth, database, person);
  if (ADMIN_EMAIL && ADMIN_PASSWORD && !(await hasAccount(database, ADMIN_EMAIL))) {
    const admin = { name: ADMIN_EMAIL, email: ADMIN_EMAIL };
    if (await isEasyToGuess(ADMIN_PASSWORD, admin))
      throw new StartError(
        'ADMIN_PASSWORD is too easy to guess. Use several words that have nothing to do with each other.',
      );
    await add(auth, database, { ...admin, password: ADMIN_PASSWORD, role: 'admin' });
  }
  if (PASSWORDS === 'off' && ADMIN_EMAIL && !(await isAdminWithPassword(database, ADMIN_EMAIL)))
    throw new StartError(
      `PASSWORDS=off requires an admin with a password, but ${ADMIN_EMAIL} is none. Set ADMIN_EMAIL to a new address.`,
    );
  // With single sign-on, people are created as they sign in.
  if (!OIDC_ISSUER && !(await hasPeople(database)))
    throw new StartError(
      'No one can sign in yet. Set ADMIN_EMAIL and ADMIN_PASSWORD to create the first admin.',
    );
};
