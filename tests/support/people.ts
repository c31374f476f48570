import { betterAuth } from 'better-auth';
import { testUtils } from 'better-auth/plugins';
import type { Auth } from '../../src/api/session/auth.ts';
import type { Role } from '../../src/common/permissions.ts';

/** Signs someone in without a password, and returns the cookie. */
export const cookieFor = async (auth: Auth, userId: string): Promise<string> => {
  const { test } = await betterAuth({ ...auth.options, plugins: [testUtils()] }).$context;
  return (await test.getAuthHeaders({ userId })).get('cookie') ?? '';
};

/**
 * Signs in a user of each role. They have no password, because checking one takes longer than most tests. Servers that
 * share a database share the users.
 */
export const signInPeople = async (auth: Auth) => {
  const { test, internalAdapter } = await betterAuth({ ...auth.options, plugins: [testUtils()] })
    .$context;
  const signIn = async (role: Role) => {
    const email = `${role}@acme.example`;
    const known = await internalAdapter.findUserByEmail(email);
    const person =
      known?.user ?? (await test.saveUser(test.createUser({ name: role, email, role })));
    const headers = await test.getAuthHeaders({ userId: person.id });
    return { id: person.id, cookie: headers.get('cookie') ?? '' };
  };
  return {
    agent: await signIn('agent'),
    manager: await signIn('manager'),
    admin: await signIn('admin'),
  };
};
