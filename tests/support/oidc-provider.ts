import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { freePort } from './server.ts';

export const CLIENT = { clientId: 'unstuck', clientSecret: 'a-secret-of-the-client' };

/** Someone with an account at the provider. */
type Person = { name: string; email: string; email_verified: boolean; groups: string[] };

export type Forge = (claims: JWTPayload, sign: (claims: JWTPayload) => Promise<string>) => unknown;

const REDIRECT_PATH = '/api/auth/callback/oidc';

const signInPage = (people: Iterable<[string, Person]>): string => {
  const buttons = [...people].map(
    ([sub, { name }]) => `<button name="sub" value="${sub}">Continue as ${name}</button>`,
  );
  return `<!doctype html><title>Acme sign-in</title><form method="post">${buttons.join('')}
    <button name="sub" value="">Cancel</button></form>`;
};

/** Starts an OpenID Connect provider, certified software that knows the given people and the client Unstuck. */
export const startProvider = async (unstuckUrl: string) => {
  const port = await freePort();
  const server = createServer().listen(port);
  await once(server, 'listening');
  const issuer = `http://localhost:${port}`;
  const people = new Map<string, Person>();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'key' }).sign(privateKey);
  const manipulated: { forge: Forge | null } = { forge: null };

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${unstuckUrl}${REDIRECT_PATH}`],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'key', alg: 'RS256', use: 'sig' }] },
    scopes: ['openid', 'offline_access', 'email', 'profile', 'groups'],
    claims: { email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    cookies: { keys: ['a key of the cookies'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    // Stated, as it notes each that isn't.
    ttl: {
      Interaction: 600,
      Grant: 600,
      Session: 600,
      AccessToken: 600,
      IdToken: 600,
      RefreshToken: 600,
    },
    findAccount: (_, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: () => ({ sub, ...person }) };
    },
    issueRefreshToken: () => true,
    // Nobody is asked for consent: the company's own administrator has given it.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        accountId: oidc.account?.accountId,
        clientId: oidc.client?.clientId,
      });
      grant.addOIDCScope('openid offline_access email profile groups');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    const { body } = context;
    if (context.path === '/token' && body?.id_token && manipulated.forge)
      body.id_token = await manipulated.forge(decodeJwt(body.id_token), sign);
  });

  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html').end(signInPage(people));
      return;
    }
    const sub = new URLSearchParams(await text(request)).get('sub');
    await provider.interactionFinished(
      request,
      response,
      sub ? { login: { accountId: sub } } : { error: 'access_denied' },
    );
  };
  const answer = provider.callback();
  server.on('request', (request, response) =>
    request.url?.startsWith('/interaction/')
      ? void interact(request, response)
      : void answer(request, response),
  );

  return {
    issuer,
    /** By subject. A test adds, changes and removes them. */
    people,
    /** Replaces ID tokens with what a test puts there. */
    manipulated,
    /** Does what a browser does at the provider, and returns the address to which it is sent back. */
    visit: async (address: string, sub: string): Promise<string> => {
      const cookies = new Map<string, string>();
      let next = address;
      let init: RequestInit = {};
      while (!new URL(next).pathname.startsWith(REDIRECT_PATH)) {
        const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
        const response = await fetch(next, { ...init, redirect: 'manual', headers: { cookie } });
        for (const line of response.headers.getSetCookie()) {
          const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (response.status >= 400) throw new Error(await response.text());
        init = location ? {} : { method: 'POST', body: new URLSearchParams({ sub }) };
        if (location) next = new URL(location, next).href;
      }
      return next;
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export type TestProvider = Awaited<ReturnType<typeof startProvider>>;
