import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_PEOPLE } from '../../src/api/session/sandbox-people.ts';
import { createMockHost } from '../host.ts';

const ORIGIN = 'http://unstuck.test';

let host: Awaited<ReturnType<typeof createMockHost>>;
beforeAll(async () => {
  host = await createMockHost({
    publicUrl: ORIGIN,
    now: () => '2026-03-10T12:00:00.000Z',
    log: { info: () => {}, warn: () => {}, error: (details) => expect.fail(String(details)) },
    sampleCustomers: 60,
    settings: () => ({ latency: 0, chaos: 0 }),
    random: () => 0.5,
    wait: () => Promise.resolve(),
    syncsAtStart: false,
  });
  const [{ email, password }] = SANDBOX_PEOPLE;
  await post('/api/auth/sign-in/email', { email, password });
});
afterAll(() => host?.close());

const ask = (path: string) => host.fetch(new Request(ORIGIN + path));

const post = (path: string, body: object) =>
  host.fetch(
    new Request(ORIGIN + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

const page = async (path: string): Promise<string> => (await ask(path)).text();

const listed = async (filter: object) => {
  const query = encodeURIComponent(JSON.stringify(filter));
  return (await ask(`/api/emails?range=[0,999]&filter=${query}`)).json();
};

describe('the sandbox’s inbox', () => {
  it('has the emails of the customers’ past, each with a link that works', async () => {
    const emails = await listed({ state: 'sent' });
    expect(emails.length).toBeGreaterThan(20);
    const [{ id, subject }] = emails;
    expect(await page('/sandbox/inbox')).toContain(`/sandbox/inbox/${id}`);
    const text = await page(`/sandbox/inbox/${id}`);
    expect(text).toContain(`<title>${subject.replaceAll("'", '&#39;')} · Sandbox</title>`);
    const [path] = /\/l\/[0-9a-f]{32}/.exec(text) ?? [];
    expect((await ask(String(path))).status).toBe(200);
  });

  it('receives an email to a customer, which then counts as sent', async () => {
    const [customer] = await (
      await ask(
        `/api/customers?filter=${encodeURIComponent('{"stage":"invited","contactEmail_neq":null}')}`,
      )
    ).json();
    const body = { customerId: customer.id, template: 'reminder' };
    const created = await post('/api/emails', { ...body, force: true });
    expect(created.status).toBe(201);
    const { id, toEmail } = await created.json();
    await expect
      .poll(async () => (await ask(`/api/emails/${id}`)).json())
      .toMatchObject({
        state: 'sent',
      });
    expect(await page(`/sandbox/inbox/${id}`)).toContain(toEmail);
  });

  it('does not let an email run scripts or load anything', async () => {
    const [{ id }] = await listed({ state: 'sent' });
    const response = await ask(`/sandbox/inbox/${id}`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).not.toMatch(/sandbox="[^"]*allow-(scripts|same-origin)/);
  });

  it('says when there is no such email', async () => {
    const response = await ask('/sandbox/inbox/00000000-0000-4000-8000-000000000000');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Email not found');
  });
});
