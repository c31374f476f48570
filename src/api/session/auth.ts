import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { eq } from 'drizzle-orm';
import type { Role } from '../../common/permissions.ts';
import type { Database } from '../../database/database.ts';
import { accounts, sessions, users, verifications } from '../../database/schema/index.ts';
import { MIN_PASSWORD_LENGTH } from '../users/password.ts';
import { authActivity } from './auth-activity.ts';
import { refuseInactive } from './refuse-inactive.ts';

export type AuthOptions = {
  database: Database;
  secret: string;
  publicUrl: string;
  /** What a host needs beyond cookies. */
  plugins?: BetterAuthPlugin[];
  /** Whether sign-in attempts are limited. Not where all passwords are public. */
  throttled?: boolean;
};

export type NewPerson = { name: string; email: string; password: string; role: Role };

/** Sign-in with email and password. Administrators add people; nobody signs up. */
export const createAuth = ({
  database,
  secret,
  publicUrl,
  plugins = [],
  throttled = true,
}: AuthOptions) =>
  betterAuth({
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    plugins: [...plugins, authActivity(database)],
    telemetry: { enabled: false },
    // Our own handler answers and logs what it throws. Its log would contain tokens of sessions.
    onAPIError: { throw: true },
    logger: { disabled: true },
    database: drizzleAdapter(database, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    // Every route of the API is guarded alike, by requireSameOrigin.
    advanced: { disableCSRFCheck: true, skipTrailingSlashes: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        active: { type: 'boolean', input: false, defaultValue: true },
      },
    },
    databaseHooks: { session: { create: { before: refuseInactive(database) } } },
    rateLimit: {
      enabled: throttled,
      customRules: {
        '/sign-in/email': { window: 60, max: 30 },
        '/get-session': false,
      },
    },
  });

export type Auth = ReturnType<typeof createAuth>;

/** Adds a person with a password. Returns null when the email address is taken. */
export const addPerson = async (auth: Auth, database: Database, person: NewPerson) => {
  const { password, internalAdapter } = await auth.$context;
  const email = person.email.toLowerCase();
  if (await internalAdapter.findUserByEmail(email)) return null;
  const added = await internalAdapter.createUser(
    { name: person.name, email, emailVerified: true, role: person.role },
    { method: 'admin' },
  );
  await internalAdapter.linkAccount({
    userId: added.id,
    accountId: added.id,
    providerId: 'credential',
    password: await password.hash(person.password),
  });
  const [row] = await database.select().from(users).where(eq(users.id, added.id));
  return row ?? null;
};
