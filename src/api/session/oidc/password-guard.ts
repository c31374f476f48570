import { APIError, type BetterAuthPlugin } from 'better-auth';
import { eq } from 'drizzle-orm';
import type { Database } from '../../../database/database.ts';
import { users } from '../../../database/schema/index.ts';
import { hasSignedOn } from './accounts.ts';
import type { OidcSettings } from './settings.ts';

/** better-auth’s own answer. */
const WRONG_PASSWORD = {
  code: 'INVALID_EMAIL_OR_PASSWORD',
  message: 'Invalid email or password',
};

/** Whether passwords are off by now. */
export const arePasswordsOff = async (
  database: Database,
  { issuer, passwordsOff }: OidcSettings,
): Promise<boolean> => passwordsOff && (await hasSignedOn(database, issuer));

/**
 * Whether a password opens someone’s account: not once passwords are off, nor for those who have signed in at the provider.
 * The administrator named in the environment may always use theirs.
 */
export const mayUsePassword = async (
  database: Database,
  settings: OidcSettings,
  userId: string,
): Promise<boolean> => {
  const [user] = await database
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  if (user?.email === settings.adminEmail) return true;
  return !(
    (await arePasswordsOff(database, settings)) ||
    (await hasSignedOn(database, settings.issuer, userId))
  );
};

/**
 * Keeps passwords from opening sessions where they may not be used: people who are removed at the provider would otherwise
 * come back with an old one. The answer and its time are those of a wrong password, so that nothing can be learned from it.
 */
export const passwordGuard = (database: Database, settings: OidcSettings): BetterAuthPlugin => ({
  id: 'password-guard',
  init: () => ({
    options: {
      databaseHooks: {
        session: {
          create: {
            before: async ({ userId }, context) => {
              if (context?.path === '/callback/:id') return;
              if (await mayUsePassword(database, settings, userId)) return;
              throw new APIError('UNAUTHORIZED', WRONG_PASSWORD);
            },
          },
        },
      },
    },
  }),
});
