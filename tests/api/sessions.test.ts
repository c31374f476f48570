import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/api.ts';
import { endSessions } from '../../src/api/session/end-sessions.ts';
import { accounts, sessions } from '../../src/database/schema/index.ts';
import { DRIVERS, ORIGIN, openOn, type TestApi } from '../support/api.ts';
import { addTestPerson, signedIn, strangerAt } from '../support/person.ts';
import { cookieOf } from '../support/sign-in.ts';

const HOME = '198.51.100.1';

describe.each(DRIVERS)('sessions on $name', (driver) => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openOn(driver, 'sessions');
  });
  afterEach(() => expect(test.faults).toEqual([]));
  afterAll(() => test.close());

  type Browser = Awaited<ReturnType<typeof signedIn>>;

  const status = async ({ send }: Browser) => (await send('GET', '/api/customers')).status;
  const idOf = async ({ json }: Browser) => (await json('/api/auth/get-session')).session.id;

  /** Whether a stream is open until the given deed is done, and ends by itself then. */
  const streamEnds = async ({ send }: Browser, deed: () => Promise<unknown>) => {
    const reader = (await send('GET', '/api/stream')).body?.getReader();
    await reader?.read();
    await deed();
    for (;;) if (!reader || (await reader.read()).done) return true;
  };

  it('are listed for their person alone, with where and when, and without their secret', async () => {
    const person = await addTestPerson(test);
    const [first, second] = [await signedIn(test, person, HOME), await signedIn(test, person)];
    const listed = await first.json('/api/sessions');
    expect(listed).toHaveLength(2);
    const ids = [await idOf(first), await idOf(second)];
    expect(new Set(listed.map(({ id }: { id: string }) => id))).toEqual(new Set(ids));
    const own = listed.find(({ current }: { current: boolean }) => current);
    expect(own).toMatchObject({ id: ids[0], address: HOME });
    expect(Object.keys(own)).toEqual(
      expect.not.arrayContaining(['token', 'userId', 'expiresAt', 'ipAddress']),
    );
    expect(await test.json(`/api/sessions?filter=${JSON.stringify({ id: ids[0] })}`)).toEqual([]);
  });

  it('are ended one by one by their person, and by nobody else', async () => {
    const person = await addTestPerson(test);
    const [own, lost] = [await signedIn(test, person), await signedIn(test, person)];
    const path = `/api/sessions/${await idOf(lost)}`;
    expect((await test.request(path, { method: 'DELETE' }, 'admin')).status).toBe(404);
    expect(await status(lost)).toBe(200);
    expect(await streamEnds(lost, () => own.send('DELETE', path))).toBe(true);
    expect([await status(lost), await status(own)]).toEqual([401, 200]);
    expect((await own.send('DELETE', path)).status).toBe(404);
    const [entry] = await test.json('/api/activity?filter={"resource":"sessions"}');
    expect(entry).toMatchObject({ actorId: person.id, action: 'delete', details: {} });
  });

  it('all end when the password changes, but for a new one here', async () => {
    const person = await addTestPerson(test);
    const [own, other] = [await signedIn(test, person), await signedIn(test, person)];
    const newPassword = 'quite another horse';
    const before = await idOf(own);
    const change = { currentPassword: person.password, newPassword };
    let cookie = '';
    const ended = await streamEnds(other, async () => {
      cookie = cookieOf(await own.send('POST', '/api/auth/change-password', change));
    });
    expect(ended).toBe(true);
    expect([await status(own), await status(other)]).toEqual([401, 401]);
    const { ask, signIn } = strangerAt(test);
    const session = await (await ask('GET', '/api/auth/get-session', undefined, { cookie })).json();
    expect(session.session.id).not.toBe(before);
    expect((await signIn(person)).status).toBe(401);
    expect((await signIn({ ...person, password: newPassword })).status).toBe(200);
  });

  it('all end when the role changes, and nobody hears more with the old one', async () => {
    const person = await addTestPerson(test);
    await test.send('PUT', `/api/users/${person.id}`, { role: 'admin' });
    const browser = await signedIn(test, person);
    const demote = () => test.send('PUT', `/api/users/${person.id}`, { role: 'agent' });
    expect(await streamEnds(browser, demote)).toBe(true);
    expect(await status(browser)).toBe(401);
  });

  it.each([
    ['signs out', (browser: Browser) => browser.send('POST', '/api/auth/sign-out')],
    [
      'is removed',
      async ({ json }: Browser) => {
        const { user } = await json('/api/auth/get-session');
        return test.request(`/api/users/${user.id}`, { method: 'DELETE' });
      },
    ],
  ])('end with their streams when the person %s', async (_, deed) => {
    const browser = await signedIn(test, await addTestPerson(test));
    expect(await streamEnds(browser, () => deed(browser))).toBe(true);
    expect(await status(browser)).toBe(401);
  });

  it('don’t begin with a password that is replaced while it is compared', async () => {
    const { id, email, password } = await addTestPerson(test);
    const { auth } = test.ports;
    const handler = async (request: Request) => {
      const answer = await auth.handler(request);
      const changed = { password: 'the hash of another' };
      await test.database.update(accounts).set(changed).where(eq(accounts.userId, id));
      return answer;
    };
    const api = createApi({ ...test.ports, auth: { ...auth, handler } });
    const answer = await api.request(`${ORIGIN}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
    expect(await test.database.$count(sessions, eq(sessions.userId, id))).toBe(0);
  });

  it('stay out of the hands of someone who changes a password while its owner replaces it', async () => {
    const { id, password, ...credentials } = await addTestPerson(test);
    const thief = await signedIn(test, { ...credentials, password });
    const { auth } = test.ports;
    const context = await auth.$context;
    const replaced = await context.password.hash('the owner’s new password');
    const verify: typeof context.password.verify = async (compared) => {
      const isRight = await context.password.verify(compared);
      await test.database
        .update(accounts)
        .set({ password: replaced })
        .where(eq(accounts.userId, id));
      return isRight;
    };
    const $context = Promise.resolve({ ...context, password: { ...context.password, verify } });
    const api = createApi({ ...test.ports, auth: { ...auth, $context } });
    const answer = await api.request(`${ORIGIN}/api/auth/change-password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: thief.cookie },
      body: JSON.stringify({ currentPassword: password, newPassword: 'quite another horse' }),
    });
    expect(answer.status).toBe(422);
    const [account] = await test.database.select().from(accounts).where(eq(accounts.userId, id));
    expect(account?.password).toBe(replaced);
  });

  it('that end leave no request to be done whose body arrives later, or that waits for its turn', async () => {
    const person = await addTestPerson(test);
    await test.send('PUT', `/api/users/${person.id}`, { role: 'admin' });
    const { cookie } = await signedIn(test, person);
    const headers = { cookie, 'content-type': 'application/json' };
    const invitation = { email: 'eve@evil.example', name: 'Eve', role: 'admin' };
    /** Sends the rest of the body when it is told to. */
    const slowly = async () => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const init = { method: 'POST', headers, body: readable, duplex: 'half' };
      const answer = test.request('/api/invitations', init, null);
      const writer = writable.getWriter();
      const [first, ...rest] = new TextEncoder().encode(JSON.stringify(invitation));
      // Until somebody reads it.
      await writer.write(Uint8Array.of(first ?? 0));
      const finish = async () => {
        await writer.write(Uint8Array.from(rest));
        await writer.close();
        return (await answer).status;
      };
      return finish;
    };
    // As many as run at once, so that a further one waits.
    const begun = await Promise.all(Array.from({ length: 4 }, slowly));
    const waiting = test.request('/api/users', { headers }, null);
    await test.request(`/api/users/${person.id}`, { method: 'DELETE' });
    const finished = await Promise.all(begun.map((finish) => finish()));
    expect([...finished, (await waiting).status]).toEqual([401, 401, 401, 401, 401]);
    expect(await test.json('/api/invitations')).toEqual([]);
  });

  it('of a person end but for one', async () => {
    const person = await addTestPerson(test);
    const [kept, ended] = [await signedIn(test, person), await signedIn(test, person)];
    await endSessions(test.database, person.id, await idOf(kept));
    expect([await status(kept), await status(ended)]).toEqual([200, 401]);
  });

  it('end twelve hours after they were last used, which prolongs them and their cookie', async () => {
    const browser = await signedIn(test, await addTestPerson(test));
    const row = eq(sessions.id, await idOf(browser));
    const used = (ago: string) =>
      test.database
        .update(sessions)
        .set({
          updatedAt: sql`now() - ${ago}::interval`,
          expiresAt: sql`now() - ${ago}::interval + interval '12 hours'`,
        })
        .where(row);
    await used('11 hours 59 minutes');
    const response = await browser.send('GET', '/api/customers');
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()[0]).toMatch(/session_token=.*Max-Age=43200/);
    const [prolonged] = await test.database.select().from(sessions).where(row);
    expect(prolonged?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 11.9 * 3_600_000);
    await used('12 hours 1 second');
    expect(await status(browser)).toBe(401);
  });

  it('end thirty days after signing in, however they are used', async () => {
    const browser = await signedIn(test, await addTestPerson(test));
    const began = (ago: string) =>
      test.database.update(sessions).set({ createdAt: sql`now() - ${ago}::interval` });
    await began('29 days 23 hours');
    expect(await status(browser)).toBe(200);
    expect(await browser.json('/api/sessions')).toHaveLength(1);
    await began('30 days 1 minute');
    expect(await status(browser)).toBe(401);
    expect(await browser.json('/api/auth/get-session')).toBeNull();
    await test.database.update(sessions).set({ createdAt: sql`now()` });
  });

  it('are new at each sign-in: one that was planted before is not taken over, nor left open', async () => {
    const person = await addTestPerson(test);
    const planted = await signedIn(test, person);
    const { ask } = strangerAt(test);
    const { email, password } = person;
    const body = { email, password };
    for (const cookie of [planted.cookie, 'better-auth.session_token=planted.signature']) {
      const answer = await ask('POST', '/api/auth/sign-in/email', body, { cookie });
      expect(answer.status).toBe(200);
      expect(cookieOf(answer)).not.toContain(cookie);
    }
    expect(await status(planted)).toBe(401);
  });

  it('end when someone else signs in with the same browser', async () => {
    const before = await signedIn(test, await addTestPerson(test));
    const { email, password } = await addTestPerson(test);
    const body = { email, password };
    await strangerAt(test).ask('POST', '/api/auth/sign-in/email', body, { cookie: before.cookie });
    expect(await status(before)).toBe(401);
  });
});
