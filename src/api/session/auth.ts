import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { eq } from 'drizzle-orm';
import type { Role } from '../../common/permissions.ts';
import type { Database } from '../../database/database.ts';
import { accounts, sessions, users, verifications } from '../../database/schema/index.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../users/password.ts';
import { authActivity } from './auth-activity.ts';
import { IDLE_SECONDS, lifetime } from './lifetime.ts';
import { refuseInactive } from './refuse-inactive.ts';

export type AuthOptions = {
  database: Database;
  secret: string;
  publicUrl: string;
  /** What a host needs beyond cookies. */
  plugins?: BetterAuthPlugin[];
};

export type NewPerson = { name: string; email: string; password: string; role: Role };

/**
 * Cookies on https have a name that browsers accept from this host alone, so that no neighbour under the same domain can
 * plant one. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
 */
const cookies = (publicUrl: string) => {
  const secure = publicUrl.startsWith('https://');
  return {
    // It would add a prefix of its own.
    useSecureCookies: false,
    cookiePrefix: secure ? '__Host-better-auth' : 'better-auth',
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
  } as const;
};

/**
 * Sign-in with email and password. Administrators add people; nobody signs up. `authRoutes` says which of its routes
 * exist, and limits attempts: better-auth's own limits know no accounts.
 */
export const createAuth = ({ database, secret, publicUrl, plugins = [] }: AuthOptions) =>
  betterAuth({
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    plugins: [...plugins, lifetime(database), authActivity(database)],
    telemetry: { enabled: false },
    // Our own handler answers and logs what it throws. Its log would contain tokens of sessions.
    onAPIError: { throw: true },
    logger: { disabled: true },
    database: drizzleAdapter(database, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    // Every route of the API is guarded alike, by requireSameOrigin.
    advanced: { ...cookies(publicUrl), disableCSRFCheck: true, skipTrailingSlashes: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    session: { expiresIn: IDLE_SECONDS, updateAge: 5 * 60 },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        active: { type: 'boolean', input: false, defaultValue: true },
        shortcuts: { type: 'boolean', input: true, defaultValue: true },
      },
    },
    databaseHooks: { session: { create: { before: refuseInactive(database) } } },
    rateLimit: { enabled: false },
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
