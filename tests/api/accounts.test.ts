import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/api.ts';
import { emails, invitations, passwordResets, users } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, ORIGIN, openOn, PASSWORD, type TestApi } from '../support/api.ts';
import { cookieFor } from '../support/people.ts';
import { cookieOf } from '../support/sign-in.ts';

const NEW_PASSWORD = 'a violet staircase hums';

const linkIn = (text = ''): string => {
  const [link] = /\/(?:invitation|password)\/[0-9a-f]{32}/.exec(text) ?? [];
  if (!link) throw new Error(`No link in: ${text}`);
  return link;
};

describe.each(DRIVERS)('accounts on $name', (driver) => {
  let test: TestApi;
  let invited = 0;

  /** Opens a link or sends its form, as a stranger. */
  const open = (path: string, init: RequestInit = {}) => test.request(path, init, null);
  const submit = (path: string, password: string, headers: Record<string, string> = {}) =>
    open(path, {
      method: 'POST',
      body: new URLSearchParams({ password }),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });

  const person = (fields = {}) => {
    invited += 1;
    const email = `invited-${invited}@acme.example`;
    return { email, name: `Invited ${invited}`, role: 'agent', ...fields };
  };

  const invite = async (fields = {}) => {
    const body = person(fields);
    const response = await test.send('POST', '/api/invitations', body);
    expect(response.status).toBe(201);
    const record = await response.json();
    const [mail] = await test.sendAccountEmails();
    return { ...body, record, mail, path: linkIn(mail?.text) };
  };

  const forget = (email: string, headers = {}) =>
    test.request(
      '/api/password-resets',
      {
        method: 'POST',
        body: JSON.stringify({ email }),
        headers: { 'content-type': 'application/json', ...headers },
      },
      null,
    );

  const signIn = (email: string, password: string) =>
    open('/api/auth/sign-in/email', {
      method: 'POST',
      body: JSON.stringify({ email, password }),
      headers: { 'content-type': 'application/json' },
    });

  beforeAll(async () => {
    test = await openOn(driver, 'accounts');
  });
  beforeEach(() => {
    test.deliveries.sent.length = 0;
    test.deliveries.answer = { sent: true };
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('an invitation leads by email to a password and into the dashboard', async () => {
    const { email, name, record, mail, path } = await invite({ role: 'manager' });
    expect(record).toMatchObject({ email, name, role: 'manager', sentAt: null });
    expect(record.expiresAt).toBe(addHours(test.clock.now, 7 * 24));
    expect(mail).toMatchObject({
      to: { name, address: email },
      replyTo: 'admin@acme.example',
      subject: 'admin invites you to Unstuck',
    });
    expect(mail?.text).toContain('an account manager');
    expect(await test.json(`/api/invitations/${record.id}`)).toMatchObject({
      sentAt: test.clock.now,
    });
    // Mail scanners open links, and some send their forms' address without the form.
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await open(path, { method })).status).toBe(200);
    expect((await submit(path, '')).status).toBe(422);
    const short = await submit(path, 'short');
    expect(short.status).toBe(422);
    expect(await short.text()).toContain('At least 12 characters.');

    const accepted = await submit(path, NEW_PASSWORD);
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/']);
    const cookie = cookieOf(accepted);
    const session = await (await open('/api/auth/get-session', { headers: { cookie } })).json();
    expect(session.user).toMatchObject({ email, name, role: 'manager' });
    expect((await submit(path, NEW_PASSWORD)).status).toBe(404);
    expect((await test.request(`/api/invitations/${record.id}`)).status).toBe(404);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
  });

  it('stores no token of an invitation, and no email to colleagues among those to customers', async () => {
    const { path, record } = await invite();
    const [row] = await test.database
      .select()
      .from(invitations)
      .where(eq(invitations.id, record.id));
    expect(JSON.stringify(row)).not.toContain(path.split('/')[2]);
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await test.database.$count(emails)).toBe(0);
  });

  it.each(['revoked', 'expired', 'used', 'replaced', 'unknown', 'cut off'])(
    'a link that is %s explains itself like any other that doesn’t work',
    async (kind) => {
      const { path, record } = await invite();
      const started = test.clock.now;
      if (kind === 'revoked')
        await test.request(`/api/invitations/${record.id}`, { method: 'DELETE' });
      if (kind === 'expired') test.clock.now = addHours(started, 7 * 24);
      if (kind === 'used') await submit(path, NEW_PASSWORD);
      if (kind === 'replaced') await test.send('POST', `/api/invitations/${record.id}/resend`, {});
      const tried =
        { unknown: `/invitation/${'0'.repeat(32)}`, 'cut off': path.slice(0, -1) }[kind] ?? path;
      const [seen, sent, other] = [
        await open(tried),
        await submit(tried, NEW_PASSWORD),
        await open(`/password/${'0'.repeat(32)}`),
      ];
      test.clock.now = started;
      test.deliveries.accountEmails.length = 0;
      expect([seen.status, sent.status]).toEqual([404, 404]);
      expect(sent.headers.getSetCookie()).toEqual([]);
      const text = await seen.text();
      expect(text).toContain('This link isn’t working');
      expect([await sent.text(), await other.text()]).toEqual([text, text]);
    },
  );

  it('of two who accept one invitation at once, one joins', async () => {
    const { email, path } = await invite();
    const answers = await Promise.all([submit(path, NEW_PASSWORD), submit(path, PASSWORD)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await test.database.$count(users, eq(users.email, email))).toBe(1);
  });

  it('resending makes a new link, valid for seven days again', async () => {
    const { path, record } = await invite();
    test.clock.now = addHours(test.clock.now, 8 * 24);
    const again = await test.send('POST', `/api/invitations/${record.id}/resend`, {});
    expect(await again.json()).toMatchObject({
      id: record.id,
      expiresAt: addHours(test.clock.now, 7 * 24),
    });
    const [mail] = await test.sendAccountEmails();
    const fresh = linkIn(mail?.text);
    expect(fresh).not.toBe(path);
    expect((await open(path)).status).toBe(404);
    expect((await open(fresh)).status).toBe(200);
  });

  it('invites nobody who is or was on the team, or who is already invited', async () => {
    const left = person({ name: 'Lou Left' });
    const { email, name } = left;
    await test.database
      .insert(users)
      .values({ id: crypto.randomUUID(), email, name, active: false });
    const { email: pending } = await invite();
    for (const [address, sentence] of [
      ['AGENT@acme.example', 'agent is already on the team.'],
      [email, 'Lou Left has left the team. Reactivate them instead.'],
      [pending.toUpperCase(), 'Already invited. Resend the invitation instead.'],
    ] as const) {
      const answer = await test.send('POST', '/api/invitations', { ...left, email: address });
      expect(answer.status).toBe(409);
      expect((await answer.json()).errors).toEqual({ email: sentence });
    }
    expect(test.deliveries.accountEmails).toEqual([]);
  });

  it('says why an invitation could not be delivered, until it could', async () => {
    test.deliveries.answer = { sent: false, problem: '550 No such user', permanent: true };
    const body = person();
    const { id } = await (await test.send('POST', '/api/invitations', body)).json();
    await test.sendAccountEmails();
    const path = `/api/invitations/${id}`;
    expect(await test.json(path)).toMatchObject({ sentAt: null, problem: '550 No such user' });
    test.deliveries.answer = { sent: true };
    await test.send('POST', `${path}/resend`, {});
    await test.sendAccountEmails();
    expect(await test.json(path)).toMatchObject({ sentAt: test.clock.now, problem: null });
  });

  it('a revoked invitation that waits for the mail server is never sent', async () => {
    const { id } = await (await test.send('POST', '/api/invitations', person())).json();
    await test.request(`/api/invitations/${id}`, { method: 'DELETE' });
    expect(await test.sendAccountEmails()).toEqual([]);
  });

  it('without SMTP shows links to the administrator, once', async () => {
    const api = createApi({ ...test.ports, mailer: null });
    const cookie = await cookieFor(test.ports.auth, test.personId('admin'));
    const post = async (path: string, body: object) => {
      const headers = { cookie, 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await api.request(ORIGIN + path, init)).json();
    };
    const { id, link } = await post('/api/invitations', person());
    expect((await open(linkIn(link))).status).toBe(200);
    expect(await test.json(`/api/invitations/${id}`)).not.toHaveProperty('link');
    const again = await post(`/api/invitations/${id}/resend`, {});
    expect((await open(linkIn(link))).status).toBe(404);
    expect((await open(linkIn(again.link))).status).toBe(200);
    const reset = await post(`/api/users/${test.personId('agent')}/password-link`, {});
    expect((await open(linkIn(reset.link))).status).toBe(200);
    expect(test.deliveries.accountEmails).toEqual([]);
  });

  it('a link for a new password signs out everywhere and replaces the password, once', async () => {
    const { email, path } = await invite();
    await submit(path, PASSWORD);
    const before = cookieOf(await signIn(email, PASSWORD));
    expect((await forget(email.toUpperCase())).status).toBe(202);
    expect((await forget(email)).status).toBe(202);
    const [mail, second] = await test.sendAccountEmails();
    expect(mail).toMatchObject({ to: { address: email }, replyTo: null });
    const link = linkIn(mail?.text);
    const stored = JSON.stringify(await test.database.select().from(passwordResets));
    expect(stored).not.toContain(link.split('/')[2]);
    for (const method of ['GET', 'HEAD']) expect((await open(link, { method })).status).toBe(200);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect((await submit(link, 'short')).status).toBe(422);
    const saved = await submit(link, NEW_PASSWORD);
    expect(saved.status).toBe(200);
    expect(await saved.text()).toContain('Password saved');
    const asked = await open('/api/users', { headers: { cookie: before } });
    expect(asked.status).toBe(401);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
    for (const used of [link, linkIn(second?.text)])
      expect((await submit(used, PASSWORD)).status).toBe(404);
  });

  it('a link for a new password ends when its owner changes the password, or leaves for a while', async () => {
    const { email, path } = await invite();
    await submit(path, PASSWORD);
    const [{ id }] = await test.json(`/api/users?filter=${JSON.stringify({ email })}`);
    const headers = {
      'content-type': 'application/json',
      cookie: cookieOf(await signIn(email, PASSWORD)),
    };
    const change = JSON.stringify({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    for (const deed of [
      () => open('/api/auth/change-password', { method: 'POST', body: change, headers }),
      async () => {
        await test.send('PUT', `/api/users/${id}`, { active: false });
        return test.send('PUT', `/api/users/${id}`, { active: true });
      },
    ]) {
      await forget(email);
      const [mail] = await test.sendAccountEmails();
      expect((await open(linkIn(mail?.text))).status).toBe(200);
      expect((await deed()).status).toBe(200);
      expect((await submit(linkIn(mail?.text), PASSWORD)).status).toBe(404);
    }
  });

  it('a link for a new password expires after an hour', async () => {
    await forget('agent@acme.example');
    const [mail] = await test.sendAccountEmails();
    const started = test.clock.now;
    test.clock.now = addHours(started, 1);
    expect((await submit(linkIn(mail?.text), NEW_PASSWORD)).status).toBe(404);
    test.clock.now = started;
  });

  it('answers alike for known, unknown and former people, and writes only to the known', async () => {
    const left = person();
    const row = { id: crypto.randomUUID(), email: left.email, name: left.name, active: false };
    await test.database.insert(users).values(row);
    const answers = [];
    for (const email of ['manager@acme.example', 'nobody@acme.example', left.email]) {
      const { status, headers, text } = await forget(email).then(async (response) => ({
        status: response.status,
        headers: [...response.headers].filter(([name]) => name !== 'x-request-id'),
        text: await response.text(),
      }));
      answers.push({ status, headers, text });
    }
    expect(answers[0]?.status).toBe(202);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const sent = await test.sendAccountEmails();
    expect(sent.map(({ to }) => to.address)).toEqual(['manager@acme.example']);
  });

  it('sends one person at most three links an hour, and an administrator’s besides', async () => {
    await test.database.delete(passwordResets);
    for (let asked = 0; asked < 5; asked += 1) await forget('agent@acme.example');
    expect(await test.sendAccountEmails()).toHaveLength(3);
    const path = `/api/users/${test.personId('agent')}/password-link`;
    expect((await test.send('POST', path, {})).status).toBe(202);
    expect(await test.sendAccountEmails()).toHaveLength(1);
  });

  it('limits requests for links and guesses of them by address', async () => {
    const headers = { 'x-address': '192.0.2.1' };
    const many = [];
    for (let asked = 0; asked < 11; asked += 1) many.push(await forget('a@b.example', headers));
    expect(many.map(({ status }) => status)).toEqual([...Array(10).fill(202), 429]);
    expect(Number(many.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    test.deliveries.accountEmails.length = 0;
    const { path } = await invite();
    for (let tried = 0; tried < 30; tried += 1) {
      const token = String(tried).padStart(32, '0');
      expect((await open(`/invitation/${token}`, { headers })).status).toBe(404);
    }
    const refused = await open(path, { headers });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await open(path)).status).toBe(200);
  });

  it('rejects forms of other sites, which could sign someone in as somebody else', async () => {
    const { path } = await invite();
    const sites: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of sites)
      expect((await submit(path, NEW_PASSWORD, headers)).status).toBe(403);
    expect((await open(path)).status).toBe(200);
  });

  it('loads nothing, is never cached, and names its origin to us alone', async () => {
    const { path } = await invite({ name: '<script>alert(1)</script>' });
    const { headers, ...page } = await open(path).then(async (response) => ({
      headers: response.headers,
      text: await response.text(),
    }));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(page.text).not.toMatch(/<script|src=/);
  });
});
