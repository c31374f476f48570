import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins';
import { and, eq, ne } from 'drizzle-orm';
import { ROLES } from '../../../common/permissions.ts';
import type { SignOnFailure } from '../../../common/sign-on-failures.ts';
import { logActivity } from '../../../database/activity.ts';
import { announce } from '../../../database/changes/changes.ts';
import type { Database } from '../../../database/database.ts';
import { accounts, invitations, users } from '../../../database/schema/index.ts';
import { lineOfText } from '../../kit/writable.ts';
import type { Log } from '../../log.ts';
import { accountEmail } from '../../users/account-email.ts';
import type { Auth } from '../auth.ts';
import { accountIdOf, isAccountOf, PROVIDER_ID } from './accounts.ts';
import { bySystem, followRole } from './follow-role.ts';
import { type Claims, discoveryUrl, fetchUserInfo, ownClaims, type Provider } from './provider.ts';
import { type OidcSettings, roleOf } from './settings.ts';

export type OidcPorts = {
  auth: Auth;
  database: Database;
  publicUrl: string;
  settings: OidcSettings;
  log: Log;
};

/** Microsoft Entra ID says `xms_edov` instead: https://learn.microsoft.com/entra/identity-platform/optional-claims-reference */
const isVerified = ({ email_verified, xms_edov }: Claims): boolean =>
  [true, 'true', 1, '1'].some((yes) => email_verified === yes || xms_edov === yes);

/** The provider’s claims as the fields of a user. Its picture is left out, because our pages show none. */
const userOf = (claims: Claims, { groupsClaim, roles }: OidcSettings) => {
  const address = accountEmail.safeParse(claims.email).data;
  return {
    sub: claims.sub,
    email: address,
    emailVerified: address !== undefined && isVerified(claims),
    name: lineOfText(200)
      .catch(address ?? '')
      .parse(claims.name ?? claims.preferred_username),
    role: roleOf(roles, claims[groupsClaim]),
  };
};

/** Scopes that the provider doesn’t know would be errors at some. */
const scopesOf = ({ scopes_supported }: Provider, groupsClaim: string): string[] => [
  ...['openid', 'email', 'profile'],
  ...['offline_access', groupsClaim].filter((scope) => scopes_supported.includes(scope)),
];

const configOf = (settings: OidcSettings, provider: Provider) =>
  ({
    providerId: PROVIDER_ID,
    discoveryUrl: discoveryUrl(settings),
    requireIdTokenVerification: true,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    authentication: provider.token_endpoint_auth_methods_supported.includes('client_secret_basic')
      ? 'basic'
      : 'post',
    scopes: scopesOf(provider, settings.groupsClaim),
    // Google’s way to ask for what others call offline_access.
    accessType: 'offline',
    accountSubject: ({ profile }) => accountIdOf(settings.issuer, String(profile.sub)),
    /** Groups may be in the ID token, at the user info endpoint, or both. */
    getUserInfo: async ({ idToken, accessToken }) => {
      const own = idToken ? ownClaims(idToken, provider, settings.clientId) : null;
      if (!own) return null;
      const url = provider.userinfo_endpoint;
      const more = url && accessToken ? await fetchUserInfo(url, accessToken) : own;
      return more.sub === own.sub ? userOf({ ...more, ...own }, settings) : null;
    },
    mapProfileToUser: ({ role }) => ({ role }),
  }) satisfies GenericOAuthConfig;

type Validate = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>;

const isActive = async (database: Database, userId: string): Promise<boolean> => {
  const [user] = await database
    .select({ active: users.active })
    .from(users)
    .where(eq(users.id, userId));
  return user?.active ?? false;
};

/** Whether another account of this provider is linked to a user: an email address can be given to someone else. */
const hasOtherAccount = async (
  database: Database,
  userId: string,
  accountId: string,
  issuer: string,
) => {
  const [other] = await database
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(eq(accounts.userId, userId), isAccountOf(issuer), ne(accounts.accountId, accountId)),
    );
  return other !== undefined;
};

/**
 * Runs before someone is created, linked or signed in. Links need a verified email address: claiming
 * another one at the provider would otherwise be enough to take over its account here.
 */
const admit =
  ({ database, settings: { issuer, adminEmail } }: OidcPorts): Validate =>
  async ({ user, source: { action, oauth } }) => {
    const refuse = (error: SignOnFailure) => ({ error, errorDescription: user.email });
    if (!user.emailVerified) return refuse('email_not_verified');
    const role = ROLES.find((one) => one === user.role);
    if (!role) return refuse('no_role');
    if (action === 'create-user' || !user.id) return;
    if (!(await isActive(database, user.id))) return refuse('inactive');
    const accountId = accountIdOf(issuer, String(oauth?.profile?.sub));
    if (await hasOtherAccount(database, user.id, accountId, issuer)) return refuse('email_taken');
    await followRole(database, user.id, role, adminEmail);
  };

/** Of the tokens only the refresh token is needed later. */
const forget = async <Account extends object>(account: Account) => ({
  data: { ...account, accessToken: null, idToken: null },
});

/** The same users and sessions as everywhere, with the provider as the way to them. */
export const createOidcAuth = (ports: OidcPorts, provider: Provider, errorURL: string) => {
  const { options } = ports.auth;
  return betterAuth({
    ...options,
    account: { encryptOAuthTokens: true },
    // People who set up a provider need to know what is wrong. Nothing else passes here but sign-ins.
    logger: {
      level: 'warn',
      log: (_, message, detail) => ports.log.warn({ err: detail }, message),
    },
    onAPIError: { ...options.onAPIError, errorURL },
    user: {
      ...options.user,
      // Only what `userOf` yields reaches it: no route that takes a user’s fields is mounted.
      additionalFields: {
        ...options.user.additionalFields,
        role: { type: 'string', input: true },
      },
      validateUserInfo: admit(ports),
    },
    plugins: [
      ...options.plugins,
      genericOAuth({ config: [configOf(ports.settings, provider)] }),
      {
        id: 'oidc',
        init: () => ({
          options: {
            databaseHooks: {
              user: {
                create: {
                  after: async ({ id, name, email, role }) => {
                    await logActivity(ports.database, bySystem(), [
                      {
                        ...{ resource: 'users', action: 'create', recordId: id },
                        details: { name, email, role },
                      },
                    ]);
                    // They have joined, so nobody waits for them any more.
                    await ports.database.delete(invitations).where(eq(invitations.email, email));
                    await announce(ports.database, { resources: ['users', 'invitations'] });
                  },
                },
              },
              account: { create: { before: forget }, update: { before: forget } },
            },
          },
        }),
      },
    ],
  });
};
