import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAuth } from '../../src/api/session/auth.ts';
import { accounts } from '../../src/database/schema/index.ts';
import { ORIGIN, openTestApi, PASSWORD, type TestApi } from '../support/api.ts';
import { addTestPerson, signedIn, strangerAt } from '../support/person.ts';
import { openStarted } from '../support/template.ts';

/** What of better-auth is open. Everything else it brings is not. */
const OPEN = [
  'GET /get-session',
  'POST /sign-in/email',
  'POST /sign-out',
  'POST /change-password',
  'POST /update-user',
];

/** Ways to write another site as an address to return to. */
const FOREIGN = [
  'https://evil.example',
  '//evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  '/\\evil.example',
  '/%5Cevil.example',
  '/%2F%2Fevil.example',
  'javascript:alert(1)',
  `${ORIGIN}@evil.example`,
  `${ORIGIN}.evil.example`,
];

const REDIRECTING = ['callbackURL', 'redirectTo', 'errorCallbackURL', 'newUserCallbackURL'];

/** Names that nobody can take, and what is said about each. */
const BAD_NAMES: [name: unknown, sentence: string | RegExp][] = [
  [null, /expected string/],
  [7, /expected string/],
  [['Ada'], /expected string/],
  ['', 'This field is required.'],
  ['   ', 'This field is required.'],
  ['\u200b', 'This field is required.'],
  ['\u3164 \u2800', 'This field is required.'],
  ['a'.repeat(201), 'At most 200 characters.'],
  ['a'.repeat(60_000), 'At most 200 characters.'],
  ['Ada\r\nBcc: x@evil.example', /^Line breaks/],
  ['Ada\0', /^Line breaks/],
  ['Ada\u2028Bo', /^Line breaks/],
  ['Ada \u202eecnirg', /^Line breaks/],
  ['Manager', /^A colleague has this name/],
  ['ｍanager', /^A colleague has this name/],
  ['Mana\u200bger', /^A colleague has this name/],
  ['Manager \u00ad', /^A colleague has this name/],
];

/** Passwords that nobody can take, and what is said about each. */
const BAD_PASSWORDS: [password: string, sentence: RegExp][] = [
  ['short', /At least 12 characters/],
  ['eleven-char', /At least 12 characters/],
  ['xK9#'.repeat(33), /At most 128 characters/],
  ['password1234', /Too easy to guess/],
  ['Password123!', /Too easy to guess/],
  ['P@ssw0rdP@ssw0rd', /Too easy to guess/],
  ['qwertyuiop12', /Too easy to guess/],
  ['123456789012', /Too easy to guess/],
  ['aaaaaaaaaaaaaaaa', /Too easy to guess/],
  ['letmeinletmein', /Too easy to guess/],
  ['Welcome2024!!', /Too easy to guess/],
  ['unstuck-unstuck', /Too easy to guess/],
];

describe('the routes of sign-in', () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openTestApi(await openStarted());
  });
  afterEach(() => expect(test.faults).toEqual([]));
  afterAll(() => test.close());

  const post = (path: string, body: unknown) =>
    test.send('POST', `/api/auth${path}`, body, 'agent');

  it('are those that are used, and nothing else of better-auth is reached', async () => {
    const endpoints = Object.values(test.ports.auth.api).flatMap(({ path, options }) =>
      path ? [options.method].flat().map((method) => `${method} ${path}`) : [],
    );
    expect(endpoints).toEqual(expect.arrayContaining(OPEN));
    expect(endpoints.length).toBeGreaterThan(20);
    for (const endpoint of endpoints.filter((one) => !OPEN.includes(one))) {
      const [method = '', path = ''] = endpoint.split(' ');
      const target = `/api/auth${path.replaceAll(/:\w+/g, 'x')}`;
      const open = OPEN.some((one) => one.endsWith(` ${path}`));
      for (const role of ['admin', null] as const) {
        const headers = { 'content-type': 'application/json' };
        const body = method === 'GET' ? {} : { body: '{}' };
        const response = await test.request(target, { method, headers, ...body }, role);
        expect([endpoint, response.status]).toEqual([endpoint, open ? 405 : 404]);
        expect(response.headers.get('content-type')).toBe('application/problem+json');
      }
    }
  });

  it.each(REDIRECTING)('take no address to go to afterwards: %s', async (name) => {
    for (const address of FOREIGN) {
      const query = `?${new URLSearchParams({ token: 'x', [name]: address })}`;
      for (const endpoint of Object.values(test.ports.auth.api)) {
        if (!endpoint.path) continue;
        const path = `/api/auth${endpoint.path.replaceAll(/:\w+/g, 'x')}${query}`;
        const response = await test.request(path, {}, null);
        expect([path, response.headers.get('location')]).toEqual([path, null]);
      }
      const body = { email: 'ada@acme.example', password: PASSWORD, [name]: address };
      const response = await post('/sign-in/email', body);
      expect([response.status, response.headers.get('location')]).toEqual([422, null]);
      expect((await response.json()).errors).toEqual({ [name]: 'Unknown field.' });
    }
    const address = { [name]: '//evil.example' };
    const left = await test.send('POST', '/api/auth/sign-out', address, 'manager');
    expect([left.status, left.headers.get('location')]).toEqual([200, null]);
  });

  it.each([
    ['/sign-in/email', null],
    ['/sign-in/email', []],
    ['/sign-in/email', { email: 'ada@acme.example', password: null }],
    ['/sign-in/email', { email: { $ne: null }, password: 'x' }],
    ['/sign-in/email', { email: 'nobody', password: 'x' }],
    ['/sign-in/email', { email: `${'a'.repeat(300)}@acme.example`, password: 'x' }],
    ['/change-password', null],
    ['/change-password', { currentPassword: PASSWORD }],
    ['/update-user', null],
    ['/update-user', {}],
    ['/update-user', { image: 'javascript:alert(1)' }],
    ['/update-user', { name: 'Ada', image: 'https://evil.example/pixel.png' }],
    ['/update-user', { name: 'Ada', email: 'ada@evil.example' }],
    ['/update-user', { name: 'Ada', emailVerified: true }],
    ['/update-user', { name: 'Ada', role: 'admin' }],
    ['/update-user', { name: 'Ada', id: 'another' }],
    ['/update-user', { shortcuts: 'no' }],
  ])('answer %s with %j with 422, as problem details', async (path, body) => {
    const response = await post(path, body);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json',
    ]);
    expect(await response.json()).toMatchObject({ title: 'Unprocessable Content' });
  });

  it.each(['/change-password', '/update-user'])(
    'ask people who are not signed in to do so, whatever they send: %s',
    async (path) => {
      const response = await strangerAt(test).ask('POST', `/api/auth${path}`, { role: 'admin' });
      expect([response.status, (await response.json()).detail]).toEqual([
        401,
        'Sign in to continue.',
      ]);
    },
  );

  it('let people change their own name', async () => {
    const person = await addTestPerson(test);
    const { send, json } = await signedIn(test, person);
    expect((await send('POST', '/api/auth/update-user', { name: '  Ada Lovelace ' })).status).toBe(
      200,
    );
    expect(await json('/api/auth/get-session')).toMatchObject({ user: { name: 'Ada Lovelace' } });
    expect(await test.json(`/api/users/${person.id}`)).toMatchObject({
      name: 'Ada Lovelace',
      role: 'agent',
    });
  });

  it('let people turn single-key shortcuts off, and keep that for the next sign-in', async () => {
    const person = await addTestPerson(test);
    const { send, json } = await signedIn(test, person);
    expect(await json('/api/auth/get-session')).toMatchObject({ user: { shortcuts: true } });
    expect((await send('POST', '/api/auth/update-user', { shortcuts: false })).status).toBe(200);
    const next = await signedIn(test, person);
    expect(await next.json('/api/auth/get-session')).toMatchObject({
      user: { name: person.name, shortcuts: false },
    });
  });

  it.each(BAD_NAMES)('refuse the name %j', async (name, sentence) => {
    const response = await post('/update-user', { name });
    expect(response.status).toBe(422);
    expect((await response.json()).errors.name).toEqual(expect.stringMatching(sentence));
    expect(await test.json(`/api/users/${test.personId('agent')}`)).toMatchObject({
      name: 'agent',
    });
  });

  it('refuse passwords that are too short, too long or easy to guess, wherever one is chosen', async () => {
    const person = await addTestPerson(test);
    const { send } = await signedIn(test, person);
    const body = { name: 'Grace Hopper', email: 'grace@navy.example', role: 'agent' };
    const own: typeof BAD_PASSWORDS = [
      ['gracehopper12', /Too easy/],
      ['grace@navy.example', /Too easy/],
    ];
    for (const [password, sentence] of [...BAD_PASSWORDS, ...own]) {
      const response = await test.send('POST', '/api/users', { ...body, password });
      expect([password, response.status]).toEqual([password, 422]);
      expect((await response.json()).errors.password).toMatch(sentence);
    }
    for (const [newPassword, sentence] of BAD_PASSWORDS) {
      const change = { currentPassword: person.password, newPassword };
      const response = await send('POST', '/api/auth/change-password', change);
      expect([newPassword, response.status]).toEqual([newPassword, 422]);
      expect((await response.json()).errors.newPassword).toMatch(sentence);
    }
    expect((await strangerAt(test).signIn(person)).status).toBe(200);
  });

  it('accept passwords of 12 and of 128 characters', async () => {
    for (const password of ['vq7-Lm2p-Xz9', 'tulip lantern gravel '.repeat(7).slice(0, 128)]) {
      const person = await addTestPerson(test, password);
      expect((await strangerAt(test).signIn(person)).status).toBe(200);
    }
    const long = { email: 'ada@acme.example', password: 'a'.repeat(129) };
    expect((await strangerAt(test).signIn(long)).status).toBe(401);
  });

  it('refuse someone who has no password here', async () => {
    const person = await addTestPerson(test);
    const { send } = await signedIn(test, person);
    await test.database.delete(accounts).where(eq(accounts.userId, person.id));
    const change = { currentPassword: PASSWORD, newPassword: 'quite another horse' };
    expect((await send('POST', '/api/auth/change-password', change)).status).toBe(409);
  });

  it('answer nothing that a script could sign in with', async () => {
    const person = await addTestPerson(test);
    const response = await strangerAt(test).signIn(person);
    expect(Object.keys(await response.json())).toEqual(['user']);
    const { json } = await signedIn(test, person);
    const { session, user } = await json('/api/auth/get-session');
    expect(Object.keys(session)).toEqual(['id', 'createdAt', 'expiresAt']);
    expect(Object.keys(user)).toEqual(['id', 'name', 'email', 'role', 'shortcuts']);
  });

  it.each([
    [
      'http://unstuck.test',
      /^better-auth\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    ],
    [
      'https://unstuck.test',
      /^__Host-better-auth\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ],
  ])(
    'keep the session of %s in a cookie that scripts and other sites can’t use',
    async (publicUrl, form) => {
      const person = await addTestPerson(test);
      const auth = createAuth({ database: test.database, secret: 'x'.repeat(32), publicUrl });
      const { headers } = await auth.api.signInEmail({
        body: { email: person.email, password: person.password },
        asResponse: true,
      });
      expect(headers.getSetCookie()).toEqual([expect.stringMatching(form)]);
    },
  );
});
