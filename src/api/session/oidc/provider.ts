import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { OidcSettings } from './settings.ts';

/** How long the provider may take to answer, in milliseconds. */
export const PATIENCE_MS = 10_000;

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  scopes_supported: z.array(z.string()).default([]),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});
export type Provider = z.output<typeof metadata>;

/** What a provider says about a person. */
export type Claims = z.output<typeof claims>;
const claims = z.looseObject({ sub: z.string().min(1) });

const idTokenClaims = claims.extend({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
});

export const discoveryUrl = ({ issuer }: Pick<OidcSettings, 'issuer'>): string =>
  `${issuer}/.well-known/openid-configuration`;

/**
 * Asks the provider to describe itself.
 * @throws Error when it can’t be reached, or is not the one that was asked for
 */
export const discover = async (settings: Pick<OidcSettings, 'issuer'>): Promise<Provider> => {
  const response = await fetch(discoveryUrl(settings), {
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`The provider answered ${response.status} to discovery.`);
  const found = metadata.parse(await response.json());
  if (found.issuer.replace(/\/$/, '') !== settings.issuer)
    throw new Error(`The provider at OIDC_ISSUER calls itself ${found.issuer}.`);
  return found;
};

/**
 * What the provider says about the person of an access token.
 * @throws Error when it doesn’t answer
 */
export const fetchUserInfo = async (url: string, accessToken: string): Promise<Claims> => {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`The provider answered ${response.status} to user info.`);
  return claims.parse(await response.json());
};

/**
 * The claims of an ID token whose signature, issuer, audience, times and nonce better-auth has verified, as far as it
 * compares them with what discovery found. Null if the token is not for us alone.
 * https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 */
export const ownClaims = (idToken: string, { issuer }: Provider, clientId: string) => {
  const token = idTokenClaims.parse(decodeJwt(idToken));
  const audiences = [token.aud].flat();
  const authorizedParty = token.azp ?? (audiences.length === 1 ? audiences[0] : null);
  return token.iss === issuer && authorizedParty === clientId ? token : null;
};
