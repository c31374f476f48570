import type { OAuth2Tokens } from 'better-auth/oauth2';
import { z } from 'zod';
import { ROLES, type Role } from '../../../common/permissions.ts';
import { accountIdOf, PROVIDER_ID } from './accounts.ts';
import { fetchUserInfo } from './provider.ts';
import { type OidcSettings, roleOf } from './settings.ts';
import { inTime, type SingleSignOn } from './single-sign-on.ts';

/** How OAuth says that a token’s person, or their consent, is gone: https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const refusal = z.looseObject({ error: z.literal('invalid_grant') });

/** What `userOf` yields. */
const person = z.object({ sub: z.string(), role: z.enum(ROLES).nullable() });

export type Connection = Awaited<ReturnType<SingleSignOn['connected']>>;

const providerOf = async ({ auth }: Connection) => {
  const { socialProviders } = await auth.$context;
  const provider = socialProviders.find(({ id }) => id === PROVIDER_ID);
  if (!provider?.refreshAccessToken) throw new Error('The provider gives no refresh tokens.');
  return { ...provider, refreshAccessToken: provider.refreshAccessToken };
};

/**
 * New tokens for a refresh token, or null when the provider refuses it.
 * @throws Error when the provider can’t be reached, or refuses us rather than the person
 */
export const refresh = async (
  connection: Connection,
  refreshToken: string,
): Promise<OAuth2Tokens | null> => {
  const { refreshAccessToken } = await providerOf(connection);
  return inTime(refreshAccessToken(refreshToken)).catch((error: unknown) => {
    if (!refusal.safeParse(error).success) throw error;
    return null;
  });
};

/**
 * The role that a person’s groups give now: null for none, undefined when the provider doesn’t say. With a new ID token
 * it says as much as at the sign-in. Otherwise it may leave out groups that only the ID token has.
 * @throws Error when the provider can’t be reached
 */
export const roleNow = async (
  connection: Connection,
  { issuer, groupsClaim, roles }: OidcSettings,
  accountId: string,
  tokens: OAuth2Tokens,
): Promise<Role | null | undefined> => {
  const isSame = (subject: string): boolean => accountIdOf(issuer, subject) === accountId;
  if (tokens.idToken) {
    const found = await inTime((await providerOf(connection)).getUserInfo(tokens));
    const { data } = person.safeParse(found?.data);
    return data && isSame(data.sub) ? data.role : undefined;
  }
  const url = connection.provider.userinfo_endpoint;
  const claims = url && tokens.accessToken ? await fetchUserInfo(url, tokens.accessToken) : null;
  if (!claims || !isSame(claims.sub) || !(groupsClaim in claims)) return undefined;
  return roleOf(roles, claims[groupsClaim]);
};
