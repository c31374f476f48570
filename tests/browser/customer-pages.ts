import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenServer } from '../support/hosts.ts';
import { excessWidth, press, seen, tabOf } from '../support/pages.ts';
import { sessionAt } from '../support/sign-in.ts';

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/**
 * Checks that a page has no accessibility faults and is no wider than the screen. On a copy, because axe is a script and
 * the page runs without scripts.
 */
const inspect = async (host: OpenServer, page: Page, options: BrowserContextOptions) => {
  const { page: copy, leave } = await host.visit(options);
  await copy.setContent(await page.content());
  expect(await accessibilityFaults(copy)).toEqual([]);
  expect(await excessWidth(copy)).toBe(0);
  await leave();
};

/** Creates a customer and returns the address of their tracked link. */
const newLink = async (host: OpenServer, name: string): Promise<string> => {
  const { post } = await sessionAt(host.url);
  const { id } = await (await post('/api/customers', { name })).json();
  return (await (await post('/api/links', { customerId: id })).json()).address;
};

/** Goes from the link’s page to the software’s sign-in page, which opens in a second tab. */
const walkToSignIn = async (page: Page, software: string) => {
  await press(page, 'Continue securely with Codat');
  await press(page, software);
  await press(page, 'Agree and continue');
  return tabOf(page, () => page.getByRole('link', { name: `Open ${software}` }).click());
};

const NARROW = { viewport: { width: 390, height: 844 } };
const WIDE = { viewport: { width: 1280, height: 850 } };

const SCREENS: [string, BrowserContextOptions][] = [
  ['narrow and light', { ...NARROW, colorScheme: 'light' }],
  ['wide and dark', { ...WIDE, colorScheme: 'dark' }],
  ['narrow and dark', { ...NARROW, colorScheme: 'dark' }],
  ['wide and light', { ...WIDE, colorScheme: 'light' }],
];

const withoutScripts = (host: OpenServer, options: BrowserContextOptions) =>
  host.visit({ ...options, javaScriptEnabled: false });

/** Tests of the customer pages, and of the links to them on the dashboard. */
export const testCustomerPages = (host: () => OpenServer): void => {
  describe('a customer without JavaScript', () => {
    it('fails, tries again, connects and returns to our page', async () => {
      const options = { ...NARROW, colorScheme: 'dark' } as const;
      const { page, leave } = await withoutScripts(host(), options);
      const link = await newLink(host(), 'Brennan, Osei, Sons & Daughters');
      await page.goto(link);
      await heading(page, 'Connect your accounting software');
      await inspect(host(), page, options);
      const failing = await walkToSignIn(page, 'Xero');
      await failing.getByLabel('Not an admin').check();
      await press(failing, 'Simulate error');
      await seen(failing.getByText('You can close this tab'));
      await failing.close();
      await heading(page, 'You need an admin');
      await press(page, 'Leave');
      await heading(page, 'An admin needs to approve this');
      await inspect(host(), page, options);
      await page.getByRole('link', { name: 'Go back' }).click();
      await seen(page.getByText('Last time: an admin needs to approve this'));
      await inspect(host(), page, options);
      await press(page, 'Continue securely with Codat');
      await heading(page, 'Sign in to Xero');
      const software = await tabOf(page, () =>
        page.getByRole('link', { name: 'Open Xero' }).click(),
      );
      await press(software, 'Allow access');
      await heading(page, 'Xero is connected');
      await press(page, /^Finish/);
      await heading(page, 'You’re connected');
      await inspect(host(), page, options);
      await page.goto(link);
      await heading(page, 'You’re already connected');
      await inspect(host(), page, options);
      await leave();
    });

    it.each(SCREENS)(
      'sees every page without accessibility faults: %s',
      async (screen, options) => {
        const { page, close } = await withoutScripts(host(), options);
        await page.goto(await newLink(host(), `Harbour Coffee, ${screen}`));
        await heading(page, 'Connect your accounting software');
        await inspect(host(), page, options);
        await page.goto('/l/0123456789abcdef0123456789abcdef');
        await heading(page, 'This link isn’t working');
        await page.getByRole('link', { name: '+44 20 7946 0000' }).waitFor();
        await inspect(host(), page, options);
        await page.goto('/return?statusCode=200');
        await heading(page, 'Welcome back');
        await inspect(host(), page, options);
        // The browser reports the status 404 on its console.
        await close();
      },
    );
  });

  it('the dashboard copies a customer’s link, marks it as sent, and revokes it', async () => {
    const { page, leave } = await host().visit({ viewport: { width: 1280, height: 900 } });
    await signInAs(page, 'Mira Rao');
    await page.getByRole('button', { name: 'Next case' }).click();
    const card = page.locator('section', { has: page.getByRole('heading', { name: 'Link URL' }) });
    await card.getByRole('button', { name: 'Copy link' }).click();
    await seen(card.getByText(`${host().url}/l/`));
    await card.getByRole('button', { name: 'Mark as sent' }).click();
    await seen(page.getByText('Link shared manually'));
    await seen(card.getByText(/^Sent (just )?now$/));
    const revoke = card.getByRole('button', { name: 'Revoke' });
    const active = await revoke.count();
    await revoke.first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await seen(page.getByText('Link revoked'));
    await expect.poll(() => revoke.count()).toBe(active - 1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await leave();
  });
};
