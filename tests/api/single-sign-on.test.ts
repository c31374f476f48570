import { and, desc, eq, notInArray, or, sql } from 'drizzle-orm';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/api.ts';
import { addPerson, createAuth } from '../../src/api/session/auth.ts';
import { checkPeople } from '../../src/api/session/oidc/check-people.ts';
import { passwordGuard } from '../../src/api/session/oidc/password-guard.ts';
import type { OidcSettings } from '../../src/api/session/oidc/settings.ts';
import { openSingleSignOn } from '../../src/api/session/oidc/single-sign-on.ts';
import { accounts, activity, sessions, users } from '../../src/database/schema/index.ts';
import { DRIVERS, ORIGIN, openOn, PASSWORD, type TestApi } from '../support/api.ts';
import { CLIENT, type Forge, startProvider, type TestProvider } from '../support/oidc-provider.ts';
import { cookieFor } from '../support/people.ts';
import { freePort } from '../support/server.ts';
import { cookieOf } from '../support/sign-in.ts';

const ADMIN_EMAIL = 'root@acme.example';
const PAGE = '/customers?filter={"stuck":true}';

/** The API of a real installation at a provider. */
const installAt = (test: TestApi, issuer: string, more: Partial<OidcSettings> = {}) => {
  const settings: OidcSettings = {
    ...{ issuer, ...CLIENT, groupsClaim: 'groups', passwordsOff: false, adminEmail: ADMIN_EMAIL },
    roles: [
      { role: 'agent', group: 'cs' },
      { role: 'admin', group: 'ops' },
    ],
    ...more,
  };
  const { database, ports } = test;
  const auth = createAuth({
    ...{ database, secret: 'x'.repeat(32), publicUrl: ORIGIN },
    plugins: [passwordGuard(database, settings)],
  });
  const { log } = ports;
  const singleSignOn = openSingleSignOn({ auth, database, publicUrl: ORIGIN, settings, log });
  const api = createApi({ ...ports, auth, singleSignOn });
  return {
    auth,
    request: (path: string, init?: RequestInit) =>
      Promise.resolve(api.request(new URL(path, ORIGIN).href, init)),
    check: () => checkPeople({ database, settings, log, singleSignOn }),
  };
};

type Installation = ReturnType<typeof installAt>;

const start = ({ request }: Installation, to = PAGE) =>
  request(`/api/auth/sign-in/oidc?${new URLSearchParams({ to })}`);

const locationOf = (response: Response): string => response.headers.get('location') ?? '';

/** The address to which the provider sends back, and the browser’s cookies. */
const visitProvider = async (
  installation: Installation,
  provider: TestProvider,
  sub: string,
  to?: string,
) => {
  const started = await start(installation, to);
  return { back: await provider.visit(locationOf(started), sub), cookie: cookieOf(started) };
};

const comeBack = ({ request }: Installation, back: string, cookie: string) =>
  request(back, { headers: { cookie } });

/** The name of the failure that the sign-in page would show, if any. */
const failureOf = (response: Response): string | null =>
  new URLSearchParams(new URL(locationOf(response)).hash.split('?')[1]).get('failure');

const signIn = async (
  installation: Installation,
  provider: TestProvider,
  sub: string,
  to?: string,
) => {
  const { back, cookie } = await visitProvider(installation, provider, sub, to);
  const response = await comeBack(installation, back, cookie);
  const session = cookieOf(response);
  return { response, failure: failureOf(response), session };
};

/** Who a cookie belongs to. Null if it opens no session. */
const personOf = async ({ request }: Installation, cookie: string) =>
  (await (await request('/api/auth/get-session', { headers: { cookie } })).json())?.user ?? null;

const signInByPassword = async ({ request }: Installation, email: string, password = PASSWORD) => {
  const response = await request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return { status: response.status, body: await response.json(), session: cookieOf(response) };
};

describe.each(DRIVERS)('single sign-on with $name', (driver) => {
  let test: TestApi;
  let provider: TestProvider;
  let installation: Installation;

  const know = (sub: string, more: Partial<Parameters<typeof provider.people.set>[1]> = {}) => {
    provider.people.set(sub, {
      ...{ name: `Person ${sub}`, email: `${sub}@acme.example`, email_verified: true },
      groups: ['cs'],
      ...more,
    });
  };
  const stored = async (email: string) =>
    (await test.database.select().from(users).where(eq(users.email, email)))[0];

  beforeAll(async () => {
    test = await openOn(driver, 'single_sign_on');
    provider = await startProvider(ORIGIN);
    installation = installAt(test, provider.issuer);
  });
  beforeEach(() => {
    provider.manipulated.forge = null;
  });
  afterAll(async () => {
    await provider.close();
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('creates a person at their first sign-in, with the role of their groups, and leads to the page asked for', async () => {
    know('ada', { groups: ['everyone', 'cs'] });
    const { response, session } = await signIn(installation, provider, 'ada');
    const { origin, hash } = new URL(locationOf(response));
    expect([origin, decodeURIComponent(hash)]).toEqual([ORIGIN, `#${PAGE}`]);
    expect(await personOf(installation, session)).toMatchObject({
      ...{ name: 'Person ada', email: 'ada@acme.example', role: 'agent' },
    });
  });

  it('asks with PKCE, a state and a nonce', async () => {
    const query = new URL(locationOf(await start(installation))).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(query.get(name)?.length).toBeGreaterThanOrEqual(32);
    expect(query.get('redirect_uri')).toBe(`${ORIGIN}/api/auth/callback/oidc`);
  });

  it('keeps no token but the refresh token, encrypted', async () => {
    know('bo');
    await signIn(installation, provider, 'bo');
    await signIn(installation, provider, 'bo');
    const { id } = (await stored('bo@acme.example')) ?? {};
    const kept = await test.database
      .select()
      .from(accounts)
      .where(eq(accounts.userId, id ?? ''));
    expect(kept).toMatchObject([{ accessToken: null, idToken: null }]);
    expect(kept[0]?.refreshToken).toMatch(/^[0-9a-f]{80,}$/);
  });

  it('follows a changed role at the next sign-in, and ends the other sessions', async () => {
    know('cem');
    const { session: before } = await signIn(installation, provider, 'cem');
    know('cem', { groups: ['cs', 'ops'] });
    const { session } = await signIn(installation, provider, 'cem');
    expect(await personOf(installation, session)).toMatchObject({ role: 'admin' });
    expect(await personOf(installation, before)).toBeNull();
  });

  it('links a person who is known by their verified email address', async () => {
    await addPerson(installation.auth, test.database, {
      ...{ name: 'Dee', email: 'dee@acme.example', password: PASSWORD, role: 'manager' },
    });
    know('dee', { email: 'Dee@acme.example' });
    const { session } = await signIn(installation, provider, 'dee');
    expect(await personOf(installation, session)).toMatchObject({ name: 'Dee', role: 'agent' });
  });

  /** Makes these the only admins while it does the work. */
  const asOnlyAdmins = async (subs: string[], work: () => Promise<void>) => {
    for (const sub of subs) {
      know(sub, { groups: ['ops'] });
      await signIn(installation, provider, sub);
    }
    const emails = subs.map((sub) => `${sub}@acme.example`);
    const ids = await test.database
      .update(users)
      .set({ active: false })
      .where(and(eq(users.role, 'admin'), notInArray(users.email, emails)))
      .returning({ id: users.id });
    await work();
    for (const { id } of ids)
      await test.database.update(users).set({ active: true }).where(eq(users.id, id));
  };

  it('leaves the last admin their role', () =>
    asOnlyAdmins(['cleo'], async () => {
      know('cleo', { groups: ['cs'] });
      const { session } = await signIn(installation, provider, 'cleo');
      expect(await personOf(installation, session)).toMatchObject({ role: 'admin' });
    }));

  it('leaves one admin their role when the last two lose it and sign in at once', () =>
    asOnlyAdmins(['lea', 'leo'], async () => {
      const visits = await Promise.all(
        ['lea', 'leo'].map((sub) => {
          know(sub, { groups: ['cs'] });
          return visitProvider(installation, provider, sub);
        }),
      );
      await Promise.all(visits.map(({ back, cookie }) => comeBack(installation, back, cookie)));
      const stays = and(eq(users.role, 'admin'), eq(users.active, true));
      expect(await test.database.$count(users, stays)).toBe(1);
    }));

  it('ends the session that was open in the browser before', async () => {
    know('ida');
    const before = await signIn(installation, provider, 'ida');
    const { back, cookie } = await visitProvider(installation, provider, 'ida');
    await comeBack(installation, back, `${cookie}; ${before.session}`);
    expect(await personOf(installation, before.session)).toBeNull();
  });

  it.each(['cross-site', 'same-site'])(
    'signs nobody in by a %s link, but leads to the sign-in page and on to the page asked for',
    async (site) => {
      const path = `/api/auth/sign-in/oidc?${new URLSearchParams({ to: PAGE })}`;
      const response = await installation.request(path, { headers: { 'sec-fetch-site': site } });
      const { origin, hash } = new URL(locationOf(response));
      expect([origin, hash]).toEqual([ORIGIN, `#/login?${new URLSearchParams({ to: PAGE })}`]);
      expect(response.headers.getSetCookie()).toEqual([]);
    },
  );

  it('refuses someone who is deactivated', async () => {
    know('dan');
    await signIn(installation, provider, 'dan');
    await test.database
      .update(users)
      .set({ active: false })
      .where(eq(users.email, 'dan@acme.example'));
    expect((await signIn(installation, provider, 'dan')).failure).toBe('inactive');
  });

  it('records who was created, whose role followed, and who was refused, in the activity log', async () => {
    know('ell');
    await signIn(installation, provider, 'ell');
    const { id = '' } = (await stored('ell@acme.example')) ?? {};
    know('ell', { groups: ['ops'] });
    await installation.check();
    know('ell', { groups: [] });
    await signIn(installation, provider, 'ell');
    const entries = await test.database
      .select()
      .from(activity)
      .where(or(eq(activity.recordId, id), eq(activity.action, 'fail')))
      .orderBy(desc(activity.id))
      .limit(4);
    expect(entries).toMatchObject([
      {
        ...{ resource: 'sign-ins', action: 'fail', actorKind: 'stranger' },
        details: { email: 'ell@acme.example', failure: 'no_role' },
      },
      {
        ...{ resource: 'users', action: 'edit', recordId: id, actorKind: 'system' },
        ...{ details: { role: 'admin' }, before: { role: 'agent' } },
      },
      { resource: 'sign-ins', action: 'sign-in', recordId: id, actorKind: 'person' },
      { resource: 'users', action: 'create', recordId: id, actorKind: 'system' },
    ]);
  });

  it.each([
    ['whose email address is not verified', { email_verified: false }, 'email_not_verified'],
    ['whose email address can’t be one', { email: 'eve\r\nBcc: x' }, 'email_not_verified'],
    ['without a group that has a role', { groups: ['everyone'] }, 'no_role'],
  ])('refuses someone %s, and creates nobody', async (_, more, failure) => {
    const before = await test.database.$count(users);
    know('eve', more);
    expect(await signIn(installation, provider, 'eve')).toMatchObject({ failure });
    expect(await test.database.$count(users)).toBe(before);
  });

  it('refuses to take over an account by an email address that is not verified', async () => {
    know('fay', { email: 'admin@acme.example', email_verified: false, groups: ['ops'] });
    const { failure, session } = await signIn(installation, provider, 'fay');
    expect(failure).toBe('email_not_verified');
    expect(await personOf(installation, session)).toBeNull();
  });

  it('refuses a second account of the provider with the email address of the first', async () => {
    know('gus', { email: 'shared@acme.example' });
    await signIn(installation, provider, 'gus');
    know('hal', { email: 'shared@acme.example' });
    expect((await signIn(installation, provider, 'hal')).failure).toBe('email_taken');
  });

  it('refuses a known person who has lost their role', async () => {
    know('ian');
    await signIn(installation, provider, 'ian');
    know('ian', { groups: [] });
    expect((await signIn(installation, provider, 'ian')).failure).toBe('no_role');
  });

  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, Forge]>([
    ['of another issuer', (claims, sign) => sign({ ...claims, iss: 'https://evil.example' })],
    ['for another client', (claims, sign) => sign({ ...claims, aud: 'another' })],
    [
      'for several clients that names another',
      (claims, sign) => sign({ ...claims, aud: [CLIENT.clientId, 'another'], azp: 'another' }),
    ],
    [
      'for several clients that names none',
      (claims, sign) => sign({ ...claims, aud: [CLIENT.clientId, 'another'] }),
    ],
    ['that has expired', (claims, sign) => sign({ ...claims, exp: now() - 3600 })],
    ['that never expires', ({ exp: _, ...claims }, sign) => sign(claims)],
    ['of another sign-in', (claims, sign) => sign({ ...claims, nonce: 'another' })],
    ['without a nonce', ({ nonce: _, ...claims }, sign) => sign(claims)],
    ['of another person', (claims, sign) => sign({ ...claims, sub: 'admin' })],
    ['without a signature', (claims) => new UnsecuredJWT(claims).encode()],
    [
      'with a changed claim',
      async (claims, sign) => {
        const [head, , signature] = (await sign(claims)).split('.');
        const body = { ...claims, groups: ['ops'] };
        return [head, Buffer.from(JSON.stringify(body)).toString('base64url'), signature].join('.');
      },
    ],
    ['that is none', () => 'a.b'],
    ['that is missing', () => undefined],
  ])('refuses an ID token %s', async (_, forge) => {
    know('jo');
    provider.manipulated.forge = forge;
    const { failure, session } = await signIn(installation, provider, 'jo');
    expect(failure).toBe('unverified');
    expect(await personOf(installation, session)).toBeNull();
    expect(await stored('jo@acme.example')).toBeUndefined();
  });

  it('refuses a callback that is replayed', async () => {
    know('kim');
    const { back, cookie } = await visitProvider(installation, provider, 'kim');
    expect(failureOf(await comeBack(installation, back, cookie))).toBeNull();
    expect(failureOf(await comeBack(installation, back, cookie))).toBe('expired');
  });

  it.each([
    ['begun in another browser', async (back: string) => ({ back, cookie: '' })],
    [
      'begun by someone else',
      async (back: string) => ({ back, cookie: cookieOf(await start(installation)) }),
    ],
    [
      'with a state that is made up',
      async (back: string, cookie: string) => {
        const url = new URL(back);
        url.searchParams.set('state', 'made-up');
        return { back: url.href, cookie };
      },
    ],
    [
      'without a state',
      async (back: string, cookie: string) => ({ back: back.replace(/state=[^&]+/, ''), cookie }),
    ],
  ])('refuses a callback %s', async (_, change) => {
    know('lea');
    const visited = await visitProvider(installation, provider, 'lea');
    const { back, cookie } = await change(visited.back, visited.cookie);
    const response = await comeBack(installation, back, cookie);
    expect(failureOf(response)).toBe('expired');
    expect(await personOf(installation, cookieOf(response))).toBeNull();
  });

  it('refuses a callback that another provider answers', async () => {
    know('mo');
    const { back, cookie } = await visitProvider(installation, provider, 'mo');
    const url = new URL(back);
    url.searchParams.set('iss', 'https://evil.example');
    expect(failureOf(await comeBack(installation, url.href, cookie))).toBe('unverified');
  });

  it('keeps the page asked for when someone cancels', async () => {
    const { response, failure } = await signIn(installation, provider, '');
    expect(failure).toBe('cancelled');
    expect(locationOf(response)).toContain(new URLSearchParams({ to: PAGE }).toString());
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/@x',
  ])('leads to no other site than its own after a sign-in for %s', async (to) => {
    know('ned');
    const { response } = await signIn(installation, provider, 'ned', to);
    const { origin, pathname } = new URL(locationOf(response));
    expect([origin, pathname]).toEqual([ORIGIN, '/']);
  });

  it('offers no other way of better-auth to the provider', async () => {
    for (const path of ['/api/auth/sign-in/social', '/api/auth/link-social']) {
      const response = await installation.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ provider: 'oidc', idToken: { token: 'a.b.c' } }),
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
  });

  describe('once the provider', () => {
    it('has removed a person, ends their sessions, and keeps those of others', async () => {
      know('ora');
      know('pia');
      const ora = await signIn(installation, provider, 'ora');
      const pia = await signIn(installation, provider, 'pia');
      await installation.check();
      expect(await personOf(installation, ora.session)).not.toBeNull();
      provider.people.delete('ora');
      await installation.check();
      expect(await personOf(installation, ora.session)).toBeNull();
      expect(await personOf(installation, pia.session)).not.toBeNull();
      await installation.check();
      expect(await personOf(installation, pia.session)).not.toBeNull();
    });

    it.each([
      ['has moved a person to another role', { groups: ['ops'] }, 'admin'],
      ['has taken a person’s role', { groups: [] }, 'agent'],
    ])('%s, ends their sessions', async (_, change, role) => {
      know('quy');
      const { session } = await signIn(installation, provider, 'quy');
      know('quy', change);
      await installation.check();
      expect(await personOf(installation, session)).toBeNull();
      expect(await stored('quy@acme.example')).toMatchObject({ role });
      await test.database.delete(users).where(eq(users.email, 'quy@acme.example'));
    });

    it('is away, keeps all sessions', async () => {
      const short = await startProvider(ORIGIN);
      short.people.set('rob', {
        ...{ name: 'Rob', email: 'rob@acme.example', email_verified: true, groups: ['cs'] },
      });
      const there = installAt(test, short.issuer);
      const { session } = await signIn(there, short, 'rob');
      await short.close();
      await there.check();
      expect(await personOf(there, session)).not.toBeNull();
      expect(
        await signIn(installAt(test, short.issuer), short, 'rob').catch(() => null),
      ).toBeNull();
    });

    it('has given no refresh token, ends sessions after eight hours', async () => {
      know('sam');
      const { session } = await signIn(installation, provider, 'sam');
      const { id = '' } = (await stored('sam@acme.example')) ?? {};
      await test.database
        .update(accounts)
        .set({ refreshToken: null })
        .where(eq(accounts.userId, id));
      await installation.check();
      expect(await personOf(installation, session)).not.toBeNull();
      await test.database
        .update(sessions)
        .set({ createdAt: sql`now() - interval '9 hours'` })
        .where(eq(sessions.userId, id));
      await installation.check();
      expect(await personOf(installation, session)).toBeNull();
    });
  });

  it('starts without its provider, and says on the sign-in page that it can’t be reached', async () => {
    const away = installAt(test, `http://localhost:${await freePort()}`);
    expect(failureOf(await start(away))).toBe('unreachable');
  });

  it('refuses a provider that calls itself something else', async () => {
    const other = installAt(test, provider.issuer.replace('localhost', '127.0.0.1'));
    expect(failureOf(await start(other))).toBe('unreachable');
    expect(test.logged.at(-1)).toContain(`calls itself ${provider.issuer}`);
  });

  describe('passwords', () => {
    const hire = (email: string) =>
      addPerson(installation.auth, test.database, {
        ...{ name: email, email, password: PASSWORD, role: 'admin' },
      });

    it('no longer open the account of someone who has signed in at the provider', async () => {
      await hire('tia@acme.example');
      expect((await signInByPassword(installation, 'tia@acme.example')).status).toBe(200);
      know('tia');
      await signIn(installation, provider, 'tia');
      const right = await signInByPassword(installation, 'tia@acme.example');
      const wrong = await signInByPassword(installation, 'tia@acme.example', 'wrong password');
      expect(right).toEqual(wrong);
      expect(right.status).toBe(401);
    });

    it('that are off stay on until a sign-in at the provider has worked, and for the administrator', async () => {
      const other = await startProvider(ORIGIN);
      const strict = installAt(test, other.issuer, { passwordsOff: true });
      const isOff = async () =>
        (await (await strict.request('/api/sign-in-options')).json()).passwordsOff;
      await hire('uma@acme.example');
      await hire(ADMIN_EMAIL);
      expect(await isOff()).toBe(false);
      expect((await signInByPassword(strict, 'uma@acme.example')).status).toBe(200);
      other.people.set('vic', {
        ...{ name: 'Vic', email: 'vic@acme.example', email_verified: true, groups: ['cs'] },
      });
      await signIn(strict, other, 'vic');
      expect(await isOff()).toBe(true);
      expect((await signInByPassword(strict, 'uma@acme.example')).status).toBe(401);
      expect((await signInByPassword(strict, ADMIN_EMAIL)).status).toBe(200);
      await other.close();
    });

    it('that are off are asked for by no invitation and no link, which lead to single sign-on instead', async () => {
      const strict = installAt(test, provider.issuer, { passwordsOff: true });
      know('wes');
      await signIn(strict, provider, 'wes');
      const wes = await stored('wes@acme.example');
      const body = { email: 'xia@acme.example', name: 'Xia', role: 'agent' };
      await test.send('POST', '/api/invitations', body);
      await test.send('POST', `/api/users/${wes?.id}/password-link`, {});
      const paths = (await test.sendAccountEmails()).map(
        ({ text }) => /\/(?:invitation|password)\/[0-9a-f]{32}/.exec(text)?.[0] ?? '',
      );
      expect(paths).toHaveLength(2);
      for (const path of paths) {
        const page = await strict.request(path);
        const form = { method: 'POST', body: new URLSearchParams({ password: PASSWORD }) };
        const sent = await strict.request(path, form);
        expect([page.status, sent.status]).toEqual([200, 409]);
        for (const text of [await page.text(), await sent.text()]) {
          expect(text).toContain('href="/api/auth/sign-in/oidc"');
          expect(text).not.toContain('type="password"');
        }
      }
      expect(await stored(body.email)).toBeUndefined();
      const cookie = await cookieFor(test.ports.auth, test.personId('admin'));
      const refused = await strict.request(`/api/users/${wes?.id}/password-link`, {
        method: 'POST',
        headers: { cookie },
      });
      expect(refused.status).toBe(409);
      know('xia');
      await signIn(strict, provider, 'xia');
      expect(await test.json('/api/invitations')).toEqual([]);
    });

    it('keep the role of the administrator named in the environment, whatever the groups', async () => {
      know('root', { email: ADMIN_EMAIL, groups: ['cs'] });
      const { session } = await signIn(installation, provider, 'root');
      expect(await personOf(installation, session)).toMatchObject({ role: 'admin' });
      expect((await signInByPassword(installation, ADMIN_EMAIL)).status).toBe(200);
    });
  });
});
