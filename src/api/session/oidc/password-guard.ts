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
 * Keeps passwords from opening sessions once passwords are off, and for everyone who has signed in at the provider:
 * people who are removed there would otherwise come back with an old password. The administrator named in the environment
 * may always use theirs. The answer and its time are those of a wrong password, so that nothing can be learned from it.
 */
export const passwordGuard = (database: Database, settings: OidcSettings): BetterAuthPlugin => {
  const { issuer, adminEmail } = settings;
  const mayUsePassword = async (userId: string): Promise<boolean> => {
    const [user] = await database
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, userId));
    if (user?.email === adminEmail) return true;
    return !(
      (await arePasswordsOff(database, settings)) || (await hasSignedOn(database, issuer, userId))
    );
  };
  return {
    id: 'password-guard',
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              before: async ({ userId }, context) => {
                if (context?.path === '/callback/:id' || (await mayUsePassword(userId))) return;
                throw new APIError('UNAUTHORIZED', WRONG_PASSWORD);
              },
            },
          },
        },
      },
    }),
  };
};
