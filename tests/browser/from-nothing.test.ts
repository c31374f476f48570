import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { CODAT_API_KEY, openCodat } from '../support/codat.ts';
import { press, seen } from '../support/pages.ts';
import { firstSync, type RunningServer, startServer } from '../support/server.ts';
import { type Session, sessionAt } from '../support/sign-in.ts';
import { openSmtp, type Smtp } from '../support/smtp.ts';
import { startedDirectory } from '../support/template.ts';

const ADMIN = { email: 'ada@acme.example', password: 'correct horse battery' };
const AGENT = { name: 'Nora New', email: 'nora@acme.example', password: 'a violet staircase hums' };
const COMPANY = 'Only Customer';
const WIDE = { viewport: { width: 1280, height: 900 } };

let codat: Awaited<ReturnType<typeof openCodat>>;
let smtp: Smtp;
let server: RunningServer;
let browser: TestBrowser;
let admin: Session;

beforeAll(async () => {
  [codat, smtp] = await Promise.all([openCodat(), openSmtp()]);
  codat.sandbox.world.createCompany({ name: COMPANY });
  server = await startServer({
    DATA_DIR: startedDirectory(),
    CODAT_API_KEY,
    CODAT_API_URL: codat.publicUrl,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Acme Commercial Card <support@acme.example>',
  });
  browser = await openBrowser(server.url);
  admin = await sessionAt(server.url, ADMIN);
  await firstSync(admin);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await smtp?.close();
  codat?.close();
});

const signIn = async (page: Page, { email, password }: { email: string; password: string }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const emailedLink = async (): Promise<string> => {
  await vi.waitUntil(() => smtp.emails.length > 0, { timeout: 30_000 });
  const text = smtp.emails.at(-1)?.text ?? '';
  const link = new RegExp(`${server.url}/invitation/[0-9a-f]{32}`).exec(text)?.[0];
  if (!link) throw new Error(`The email has no link: ${text}`);
  return link;
};

describe('a real installation, from nothing', () => {
  it('lets its first administrator invite an agent, who works a case and leaves it to others', {
    timeout: 180_000,
  }, async () => {
    const [{ id: customerId }] = await admin.json('/api/customers');
    const office = await browser.visit(WIDE);
    await signIn(office.page, ADMIN);
    await office.page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();

    // The administrator invites an agent, who gets an email.
    await office.page.goto('/#/users');
    await press(office.page, 'Invite');
    const dialog = office.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(AGENT.name);
    await dialog.getByLabel('Email').fill(AGENT.email);
    await dialog.getByRole('button', { name: 'Invite' }).click();
    const link = await emailedLink();
    expect(smtp.emails.at(-1)?.replyTo?.text).toContain(ADMIN.email);
    await seen(office.page.getByRole('list', { name: 'Invitations' }).getByText(AGENT.email));

    // A mail scanner opens the link before they do.
    for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200);
    const desk = await browser.visit(WIDE);
    await desk.page.goto(link);
    expect(await accessibilityFaults(desk.page)).toEqual([]);
    await desk.page.getByLabel('New password').fill(AGENT.password);
    await press(desk.page, 'Join the team');
    await desk.page.getByRole('heading', { name: 'Stuck', level: 1 }).waitFor();
    const member = office.page.getByRole('list', { name: 'Team' }).getByRole('listitem');
    const nora = member.filter({ hasText: AGENT.email });
    await nora.waitFor();

    // The agent works a case.
    await desk.page.goto(`/#/customers/${customerId}/show`);
    await press(desk.page, 'Assign to me');
    await nora.getByRole('link', { name: '1 open case' }).waitFor();

    // The administrator deactivates them and takes over.
    await nora.getByRole('button', { name: `Actions for ${AGENT.name}` }).click();
    await office.page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await office.page.getByRole('combobox', { name: 'Hand over to' }).click();
    await office.page.getByRole('option', { name: ADMIN.email }).click();
    await seen(office.page.getByText(`1 case will be ${ADMIN.email}’s.`));
    await office.page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await seen(office.page.getByRole('list', { name: 'Left' }).getByText(AGENT.email));

    // They are out at once, and can’t come back. The case is handed over, and their name stays.
    await seen(desk.page.getByText('You’ve been signed out'));
    await desk.close();
    const again = await browser.visit(WIDE);
    await signIn(again.page, AGENT);
    await seen(again.page.getByText('Your account is deactivated. Ask an admin.'));
    await again.close();
    const { id: adminId } = (await admin.json('/api/users')).find(
      ({ email }: { email: string }) => email === ADMIN.email,
    );
    expect(await admin.json(`/api/customers/${customerId}`)).toMatchObject({ assigneeId: adminId });
    await office.page.goto(`/#/customers/${customerId}/show`);
    await seen(office.page.getByText(`${AGENT.name} (left)`));
    await office.leave();
  });
});
