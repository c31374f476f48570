import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/api/http/problem.ts';
import { knownDevice, rememberDevice } from '../../src/api/session/known-device.ts';
import { beginPasswordAttempt } from '../../src/api/session/password-attempts.ts';
import { passwordAttempts } from '../../src/database/schema/index.ts';
import { DRIVERS, openOn, openTestApi, type TestApi } from '../support/api.ts';
import { addTestPerson, signedIn, strangerAt } from '../support/person.ts';
import { cookieOf } from '../support/sign-in.ts';
import { openStarted } from '../support/template.ts';

const OFFICE = '198.51.100.1';
const ADA = 'ada@acme.example';
const BO = 'bo@acme.example';
const WRONG = 'not the password';

/** One of many addresses. */
const nth = (index: number) => `203.0.${Math.floor(index / 250)}.${index % 250}`;

describe.each(DRIVERS)('guessing passwords on $name', (driver) => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openOn(driver, 'password_attempts');
  });
  afterEach(() => test.database.delete(passwordAttempts));
  afterAll(() => test.close());

  const pass = (seconds: number) => {
    test.clock.now = new Date(Date.parse(test.clock.now) + seconds * 1000).toISOString();
  };

  /** One attempt. Whether it was made, or the seconds to wait. */
  const attempt = async (
    account: string,
    address: string,
    right = false,
    device: string | null = null,
  ) => {
    try {
      const begun = await beginPasswordAttempt(test.ports, { address, device }, account);
      if (right) await begun.succeeded();
      return 'made';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return Number(error.extras.headers?.['retry-after']);
    }
  };
  const madeOf = async (count: number, each: (index: number) => Promise<unknown>) => {
    const answers: unknown[] = [];
    for (let index = 0; index < count; index++) answers.push(await each(index));
    return answers.filter((answer) => answer === 'made').length;
  };

  it('is paused after five failures at one account from one address, for longer each time, up to 15 minutes', async () => {
    expect(await madeOf(20, () => attempt(ADA, OFFICE))).toBe(5);
    for (const pause of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      expect(await attempt(ADA, OFFICE)).toBe(pause);
      pass(pause - 1);
      expect(await attempt(ADA, OFFICE)).toBe(1);
      pass(1);
      expect(await attempt(ADA, OFFICE)).toBe('made');
    }
  });

  it('gets no further with many guesses at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(ADA, OFFICE)));
    expect(answers.filter((answer) => answer === 'made')).toHaveLength(5);
  });

  it('gets no further with another spelling of the account', async () => {
    expect(await madeOf(20, (index) => attempt(index % 2 ? ADA : ADA.toUpperCase(), OFFICE))).toBe(
      5,
    );
  });

  it('from many addresses at one account is paused, but not for its owner where they signed in before', async () => {
    await attempt(ADA, OFFICE, true);
    expect(await madeOf(60, (index) => attempt(ADA, nth(index)))).toBe(10);
    expect(await attempt(ADA, OFFICE)).toBe('made');
    expect(await attempt(ADA, OFFICE, true)).toBe('made');
  });

  it('from many addresses without end keeps an owner at a new address out for a minute at most', async () => {
    await madeOf(300, (index) => {
      pass(6);
      return attempt(ADA, nth(index));
    });
    expect(await attempt(ADA, OFFICE, true)).toBeLessThanOrEqual(60);
    pass(60);
    expect(await attempt(ADA, OFFICE, true)).toBe('made');
  });

  it('at the same address keeps no owner out of the browser that they signed in with before', async () => {
    await attempt(ADA, OFFICE, true);
    expect(await madeOf(60, () => attempt(ADA, OFFICE))).toBe(5);
    expect(await attempt(ADA, OFFICE, true)).toBeGreaterThan(0);
    for (let sent = 0; sent < 2; sent++)
      expect(await attempt(ADA, OFFICE, true, 'laptop')).toBe('made');
    // Their signing in forgives no one else’s guesses.
    expect(await attempt(ADA, OFFICE)).toBe(1);
    expect(await attempt(ADA, nth(1))).toBe('made');
  });

  it('from a browser of the owner is paused like any other', async () => {
    expect(await madeOf(20, () => attempt(ADA, OFFICE, false, 'laptop'))).toBe(5);
  });

  it('keeps no colleague behind the same address out', async () => {
    await madeOf(30, (index) => {
      pass(20);
      return attempt(index % 2 ? ADA : `nobody-${index}@acme.example`, OFFICE);
    });
    expect(await attempt(BO, OFFICE, true)).toBe('made');
  });

  it('at very many accounts from one address is paused, but not for accounts that signed in there before', async () => {
    await attempt(ADA, OFFICE, true);
    expect(await madeOf(150, (index) => attempt(`nobody-${index}@acme.example`, OFFICE))).toBe(100);
    expect(await attempt(BO, OFFICE, true)).toBe(1);
    expect(await attempt(ADA, OFFICE, true)).toBe('made');
    expect(await attempt(BO, nth(1), true)).toBe('made');
  });

  it('is forgiven after the right password and after an hour, so that mistyping now and then costs nothing', async () => {
    for (let round = 0; round < 5; round++) {
      expect(await madeOf(4, () => attempt(ADA, OFFICE))).toBe(4);
      expect(await attempt(ADA, OFFICE, true)).toBe('made');
    }
    expect(await madeOf(10, () => attempt(ADA, OFFICE))).toBe(5);
    pass(3600);
    expect(await madeOf(10, () => attempt(ADA, OFFICE))).toBe(5);
  });

  it('is not forgiven by signing in to another account in between', async () => {
    await attempt(BO, OFFICE, true);
    const guessed = await madeOf(150, async (index) => {
      await attempt(BO, OFFICE, true);
      return attempt(`nobody-${index}@acme.example`, OFFICE);
    });
    expect(guessed).toBe(100);
  });

  it('leaves nothing about made-up accounts behind after a day', async () => {
    await madeOf(20, (index) => attempt(`nobody-${index}@acme.example`, nth(index)));
    pass(24 * 3600 + 1);
    await attempt(ADA, OFFICE, true);
    expect(await test.database.select().from(passwordAttempts)).toHaveLength(3);
  });
});

describe('an attempt to prove a password', () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openTestApi(await openStarted());
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await test.database.delete(passwordAttempts);
    expect(test.faults).toEqual([]);
  });
  afterAll(() => test.close());

  const guess = (email: string) => strangerAt(test, OFFICE).signIn({ email, password: WRONG });

  /** Spares the work that a wrong guess at an unknown account takes. */
  const spareWork = async () => {
    const { password } = await test.ports.auth.$context;
    vi.spyOn(password, 'hash').mockResolvedValue('');
  };

  it('says when it may be made again, as problem details', async () => {
    await spareWork();
    for (let sent = 0; sent < 5; sent++) expect((await guess(ADA)).status).toBe(401);
    const response = await guess(ADA);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await response.json()).toMatchObject({
      title: 'Too Many Requests',
      detail: 'Too many attempts. Try again in 1 second.',
    });
  });

  it('is logged with the account and the address when it fails, and without the password', async () => {
    await spareWork();
    test.logged.length = 0;
    for (let sent = 0; sent < 6; sent++) await guess(ADA);
    const path = '/api/auth/sign-in/email';
    const facts = JSON.stringify({ account: ADA, address: OFFICE, path });
    expect(test.logged).toEqual([
      ...Array(5).fill(`password attempt failed ${facts}`),
      `too many password attempts ${facts}`,
    ]);
  });

  it('takes the same work and gets the same answer whether or not someone has such an account', async () => {
    const { email } = await addTestPerson(test);
    const left = await addTestPerson(test);
    await test.send('PUT', `/api/users/${left.id}`, { active: false });
    const { password } = await test.ports.auth.$context;
    const [hash, verify] = [vi.spyOn(password, 'hash'), vi.spyOn(password, 'verify')];
    const select = vi.spyOn(test.database, 'select');
    const answers = [];
    // The manager has no password.
    const guesses: [account: string, password: string][] = [
      [email, WRONG],
      ['nobody@acme.example', WRONG],
      ['manager@acme.example', WRONG],
      [left.email, WRONG],
    ];
    for (const [account, tried] of guesses) {
      hash.mockClear();
      verify.mockClear();
      select.mockClear();
      const response = await strangerAt(test, OFFICE).signIn({ email: account, password: tried });
      const work = hash.mock.calls.length + verify.mock.calls.length;
      const queries = select.mock.calls.length;
      answers.push({ work, queries, status: response.status, body: await response.text() });
    }
    expect(answers[0]).toMatchObject({ work: 1, status: 401 });
    expect(answers[0]?.body).toContain('Incorrect email or password.');
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // That they have left, only they learn.
    expect((await strangerAt(test, OFFICE).signIn(left)).status).toBe(403);
  });

  it('counts apart in a browser that has signed in, for that account alone, and with a cookie that nobody can make', async () => {
    const person = await addTestPerson(test);
    const other = await addTestPerson(test);
    const stranger = strangerAt(test, OFFICE);
    const response = await stranger.signIn(person);
    const [cookie = ''] = response.headers
      .getSetCookie()
      .filter((one) => one.startsWith('device='));
    expect(cookie).toMatch(/; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
    const device = cookie.split(';')[0] ?? '';
    await spareWork();
    const answer = async (account: { email: string }, cookie = '', password = WRONG) => {
      const body = { email: account.email, password };
      return (await stranger.ask('POST', '/api/auth/sign-in/email', body, { cookie })).status;
    };
    const { password } = await test.ports.auth.$context;
    const verify = vi.spyOn(password, 'verify').mockResolvedValue(false);
    for (const { email } of [person, other])
      for (let sent = 0; sent < 5; sent++) expect(await answer({ email })).toBe(401);
    expect(await answer(person)).toBe(429);
    expect(await answer(person, `${device.slice(0, -6)}AAAAA=`)).toBe(429);
    expect(await answer(other, device)).toBe(429);
    verify.mockRestore();
    expect(await answer(person, device, person.password)).toBe(200);
  });

  it('marks the browser on https with a cookie that neighbours can’t plant', async () => {
    const ports = { ...test.ports, publicUrl: 'https://unstuck.example' };
    const app = new Hono().get('/', async (context) => {
      const known = await knownDevice(ports, context, ADA);
      await rememberDevice(ports, context, ADA, known);
      return context.json(known);
    });
    const first = await app.request('/');
    expect(first.headers.get('set-cookie')).toMatch(/^__Host-device=.*; HttpOnly; Secure;/);
    expect(await first.json()).toBeNull();
    const again = () => app.request('/', { headers: { cookie: cookieOf(first) } });
    const id = await (await again()).json();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await (await again()).json()).toBe(id);
  });

  it('is limited where someone who is signed in changes their password', async () => {
    const person = await addTestPerson(test);
    const { send } = await signedIn(test, person, OFFICE);
    const change = (currentPassword: string) => {
      const body = { currentPassword, newPassword: 'quite another horse' };
      return send('POST', '/api/auth/change-password', body);
    };
    const first = await change(WRONG);
    expect(first.status).toBe(422);
    expect((await first.json()).errors).toEqual({ currentPassword: 'Incorrect password.' });
    for (let sent = 1; sent < 5; sent++) expect((await change(WRONG)).status).toBe(422);
    expect((await change(person.password)).status).toBe(429);
  });
});
