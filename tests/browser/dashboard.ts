import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';

const countStuck = async (page: Page): Promise<number> =>
  Number.parseInt((await page.getByText(/customers need someone/).textContent()) ?? '', 10);

/** What people see and do in the dashboard, wherever it runs. */
export const testDashboard = (host: () => OpenHost): void => {
  describe('signing in', () => {
    it('refuses a wrong password in words, and then lets the right one in', async () => {
      const { page, close } = await host().visit();
      await page.goto('/');
      await page.getByLabel('E-mail address').fill('agent@unstuck.test');
      await page.getByLabel('Password').fill('not the password');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByText('The e-mail address or the password is wrong.').waitFor();
      await page.getByLabel('Password').fill('unstuck-sandbox');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('heading', { name: 'Stuck', level: 1 }).waitFor();
      await close();
    });

    it('shows nothing to those who are not signed in', async () => {
      const { page, leave } = await host().visit();
      await page.goto('/#/customers');
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
      await leave();
    });

    it('ends with signing out', async () => {
      const { page, close } = await host().visit();
      await signInAs(page, 'Lena Hart');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.goto('/#/customers');
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await close();
    });
  });

  describe('the queue', () => {
    it('shows who is stuck, the most urgent first, and counts them in the navigation', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const count = await countStuck(page);
      expect(count).toBeGreaterThan(0);
      await page.getByRole('link', { name: `Stuck ${count}` }).waitFor();
      const order = ['Medium', 'High', 'Low'].map(async (label) =>
        page.getByRole('button', { name: new RegExp(`^${label} \\d+$`) }).count(),
      );
      expect((await Promise.all(order)).every((found) => found === 1)).toBe(true);
      await leave();
    });

    it('narrows to one priority and says so in the count', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const filter = page.getByRole('button', { name: /^Low \d+$/ });
      const low = Number((await filter.textContent())?.replace(/\D/g, ''));
      await filter.click();
      await page.getByText(new RegExp(`^${low} customers? needs? someone$`)).waitFor();
      await leave();
    });

    it('assigns a customer at once, and undo takes it back', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const assign = page.getByRole('button', { name: 'Assign to me' });
      const assignable = page.getByRole('row').filter({ has: assign });
      const name = await assignable.first().locator('bdi').first().innerText();
      const row = page.getByRole('row').filter({ hasText: name });
      await row.getByRole('button', { name: 'Assign to me' }).click();
      await row.getByRole('img', { name: 'Mira Rao' }).waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await row.getByRole('button', { name: 'Assign to me' }).waitFor();
      await leave();
    });

    it('snoozes a customer out of the queue', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const before = await countStuck(page);
      await page.getByRole('row').nth(1).getByRole('button', { name: 'Snooze' }).click();
      await page.getByRole('menuitem', { name: '1 week' }).click();
      await page.getByText('Snoozed for 1 week').waitFor();
      // Going elsewhere ends the time for undoing.
      await page.getByRole('link', { name: 'Customers' }).click();
      await page.getByText(/^[\d,]+ customers$/).waitFor();
      await page.getByRole('link', { name: /^Stuck/ }).click();
      await page.getByText(`${before - 1} customers need someone`).waitFor();
      await leave();
    });
  });

  describe('customers', () => {
    it('are found by a part of their name from the bar on top', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const name = (await page.locator('tbody bdi').first().textContent()) ?? '';
      await page.getByRole('searchbox', { name: 'Search customers' }).fill(name.slice(1));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
      await page.getByText(name).first().waitFor();
      expect(await page.locator('tbody tr').count()).toBeLessThan(5);
      await leave();
    });

    it('that match nothing leave an empty list that says what to do', async () => {
      const { page, leave } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto(`/#/customers?filter=${encodeURIComponent('{"q":"no such customer"}')}`);
      await page.getByText('No customers found').waitFor();
      await leave();
    });

    it('that can’t be loaded, as whoever searches for “error-503” finds, leave a reason', async () => {
      const { page, close } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto(`/#/customers?filter=${encodeURIComponent('{"q":"error-503"}')}`);
      await page.getByRole('main').getByText('Simulated error (503)').waitFor();
      await close();
    });

    it('that don’t exist say so, with a way back', async () => {
      const { page, close } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto('/#/customers/nobody/show');
      await page.getByText('Customer unavailable').waitFor();
      await page.getByRole('link', { name: 'All customers' }).click();
      await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
      await close();
    });

    it('have a page with journey, attempts and timeline, and take a note', async () => {
      const { page, leave } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: 'Next case' }).click();
      for (const name of ['Journey', 'Timeline', 'Link URL', 'Contacts', 'Notes'])
        await page.getByRole('heading', { name, level: 2 }).waitFor();
      await page.getByLabel('Add an internal note').fill('Calls back on Monday.');
      await page.getByRole('button', { name: 'Add note' }).click();
      const entry = page.getByRole('listitem').filter({ hasText: 'Calls back on Monday.' });
      await entry.getByText('Note', { exact: true }).waitFor();
      await entry.getByText('by Mira Rao').waitFor();
      await leave();
    });
  });
};
