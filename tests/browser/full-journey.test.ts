import type { ParsedMail } from 'mailparser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import {
  COLLEAGUE,
  type Installation,
  openInstallation,
  signInAsColleague,
} from '../support/installation.ts';
import { point, press, seen, tabOf } from '../support/pages.ts';
import { createDatabase, type RunningPostgres, startPostgres } from '../support/postgres.ts';
import { openSmtp, type Smtp } from '../support/smtp.ts';

const WIDE = { viewport: { width: 1280, height: 900 } };
const ADMINISTRATOR = { name: 'Ada Admin', email: 'ada.admin@customer.example' };

let postgres: RunningPostgres;
let smtp: Smtp;
let installation: Installation;
let browser: TestBrowser;

beforeAll(async () => {
  [postgres, smtp] = await Promise.all([startPostgres(), openSmtp()]);
  installation = await openInstallation({
    databaseUrl: await createDatabase(postgres.url, 'full_journey'),
    sampleCustomers: 40,
    environment: {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Acme Commercial Card <support@acme.example>',
    },
  });
  browser = await openBrowser(installation.url);
});

afterAll(async () => {
  await browser?.close();
  await installation?.close();
  await smtp?.close();
  await postgres?.stop();
});

type SilentCustomer = {
  id: string;
  name: string;
  contactEmail: string;
  contacts: object;
  tried: { reminder?: string };
};

/** A customer who hasn’t opened their link and whose administrator isn’t known. */
const findSilent = async (): Promise<SilentCustomer> => {
  const filter = encodeURIComponent('{"stuck":true,"stuckReason":"link_unopened"}');
  const customers = await installation.session.json(`/api/customers?filter=${filter}`);
  const silent: SilentCustomer | undefined = customers.find(
    (customer: SilentCustomer) =>
      customer.contactEmail && !('administrator' in customer.contacts) && !customer.tried.reminder,
  );
  if (!silent) throw new Error('No sample customer has left a link unopened.');
  return silent;
};

const nthEmail = async (number: number): Promise<ParsedMail> => {
  await vi.waitUntil(() => smtp.emails.length >= number, { timeout: 60_000 });
  const mail = smtp.emails[number - 1];
  if (!mail) throw new Error('The email did not arrive.');
  return mail;
};

const linkIn = ({ text }: ParsedMail): string => {
  const link = new RegExp(`${installation.url}/l/[0-9a-f]{32}`).exec(text ?? '')?.[0];
  if (!link) throw new Error(`The email has no link: ${text}`);
  return link;
};

const addressOf = ({ to }: ParsedMail) =>
  (Array.isArray(to) ? to : [to]).map((address) => address?.text);

/** Opens an email’s link in a new browser and continues to Codat. */
const follow = async (mail: ParsedMail): Promise<Page> => {
  const { page } = await browser.visit();
  await page.goto(linkIn(mail));
  await press(page, 'Continue securely with Codat');
  return page;
};

const openSoftware = (link: Page) =>
  tabOf(link, () => link.getByRole('link', { name: 'Open Oracle NetSuite' }).click());

describe('a customer’s whole journey, in a real installation with email and PostgreSQL', () => {
  it('goes from an unopened link through a failed attempt to streaming data', async () => {
    const customer = await findSilent();
    const currentState = () => installation.session.json(`/api/customers/${customer.id}`);
    const openings = async (): Promise<number> => {
      const filter = encodeURIComponent(JSON.stringify({ customerId: customer.id }));
      const links = await installation.session.json(`/api/links?filter=${filter}`);
      return links.reduce((sum: number, link: { openings: number }) => sum + link.openings, 0);
    };
    const { page, leave } = await browser.visit(WIDE);
    await signInAsColleague(page);
    await page.goto(`/#/customers/${customer.id}/show`);

    // The agent sends a reminder, and the email arrives.
    await press(page, 'Send reminder');
    await page.getByLabel('Add a personal note').fill('As we said on the phone.');
    await press(page, 'Send');
    const reminder = await nthEmail(1);
    expect(addressOf(reminder).join()).toContain(customer.contactEmail);
    expect(reminder.replyTo?.text).toContain(COLLEAGUE.email);
    expect(reminder.text).toContain('As we said on the phone.');

    // A mail scanner's requests don't count as opens.
    for (const method of ['GET', 'HEAD'])
      expect((await fetch(linkIn(reminder), { method })).status).toBe(200);
    expect(await openings()).toBe(0);
    expect(await currentState()).toMatchObject({ stage: 'invited', stuckReason: 'link_unopened' });

    // The customer presses the button, and fails because they lack the rights.
    const link = await follow(reminder);
    await point(page, 'Link opened, done').waitFor();
    await press(link, 'Oracle NetSuite');
    await press(link, 'Agree and continue');
    const refused = await openSoftware(link);
    await refused.getByLabel('Not an admin').check();
    await press(refused, 'Simulate error');
    await link.getByRole('heading', { name: 'You need an admin' }).waitFor();
    await press(link, 'Leave');
    await link.getByRole('heading', { name: 'An admin needs to approve this' }).waitFor();

    // The dashboard says who can help. The agent adds that contact and emails them.
    await seen(page.getByText('Approval failed once'));
    await press(page, 'Email admin');
    await press(page, 'Add admin contact');
    const form = page.getByRole('dialog').last();
    await form.getByLabel('Name').fill(ADMINISTRATOR.name);
    await form.getByLabel('Email').fill(ADMINISTRATOR.email);
    await form.getByRole('button', { name: 'Save' }).click();
    await press(page, 'Send');
    const request = await nthEmail(2);
    expect(addressOf(request).join()).toContain(ADMINISTRATOR.email);
    expect(request.text).toContain('NetSuite');

    // The administrator goes straight to the approval and finishes.
    const approval = await follow(request);
    const software = await openSoftware(approval);
    await press(software, 'Allow access');
    await press(approval, /^Finish/);
    await approval.getByRole('heading', { name: 'You’re connected' }).waitFor();

    // Data streams, and the case leaves the queue automatically.
    await point(page, 'Syncing data, done').waitFor({ timeout: 30_000 });
    expect(await currentState()).toMatchObject({
      stage: 'streaming',
      stuck: false,
      stuckReason: null,
    });
    expect(await openings()).toBe(2);
    expect(smtp.emails).toHaveLength(2);
    await page.getByRole('link', { name: /^Stuck/ }).click();
    await seen(page.getByText(/needs? attention$/));
    const row = page.getByRole('row').filter({ hasText: customer.name });
    await row.waitFor({ state: 'detached' });
    await leave();
  });
});
