import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { seen, settled } from '../support/pages.ts';

const countStuck = async (page: Page): Promise<number> =>
  Number.parseInt((await page.getByText(/customers need attention/).textContent()) ?? '', 10);

type Stuck = {
  name: string;
  priority: 'high' | 'medium' | 'low';
  stuckAt: string;
  lastSignalAt: string | null;
};

const PRIORITIES = { high: 0, medium: 1, low: 2 };
const DAY_MS = 24 * 3_600_000;

/** When a customer of high priority who may still be at the desk gave their last signal. */
const atTheDesk = ({ priority, lastSignalAt }: Stuck): number => {
  const at = Date.parse(lastSignalAt ?? '');
  return priority === 'high' && at > Date.now() - DAY_MS ? at : 0;
};

/** Compares the rows of the queue with all stuck customers, sorted here by priority, then who is at the desk, then longest stuck. */
const expectMostUrgentFirst = async (page: Page, count: number): Promise<void> => {
  const stuck = await page.evaluate(async (): Promise<Stuck[]> => {
    const filter = encodeURIComponent(JSON.stringify({ stuck: true }));
    return (await fetch(`/api/customers?filter=${filter}&range=[0,999]`)).json();
  });
  expect(stuck).toHaveLength(count);
  const expected = stuck.toSorted(
    (a, b) =>
      PRIORITIES[a.priority] - PRIORITIES[b.priority] ||
      atTheDesk(b) - atTheDesk(a) ||
      a.stuckAt.localeCompare(b.stuckAt),
  );
  const rows = page.locator('tbody tr');
  await rows.nth(Math.min(count, 50) - 1).waitFor();
  const names = await rows.evaluateAll((found) =>
    found.map((row) => row.querySelector('bdi')?.textContent ?? ''),
  );
  expect(names).toEqual(expected.slice(0, 50).map(({ name }) => name));
};

/** The text of the element that has the keyboard’s focus; empty if none has. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement, body } = document;
    return activeElement instanceof HTMLElement && activeElement !== body
      ? activeElement.innerText || activeElement.ariaLabel || activeElement.tagName
      : '';
  });

/** How far below the top of the page each element is, in pixels. */
const positionsOf = (elements: Locator): Promise<number[]> =>
  elements.evaluateAll((found) =>
    found.map((element) => Math.round(element.getBoundingClientRect().top + window.scrollY)),
  );

/** The number of pixels of a table that its card cuts off. */
const hiddenWidth = (table: Locator): Promise<number> =>
  table.evaluate(({ scrollWidth, parentElement }) =>
    Math.max(0, scrollWidth - (parentElement?.clientWidth ?? 0)),
  );

/** Tests of signing in and out, for both the server and the demo. */
export const testSignIn = (host: () => OpenHost): void => {
  describe('sign-in', () => {
    it('explains a wrong password and then accepts the right one', async () => {
      const { page, close } = await host().visit();
      await page.goto('/');
      await page.getByLabel('Email').fill('agent@unstuck.test');
      await page.getByLabel('Password').fill('not the password');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await seen(page.getByText('Incorrect email or password.'));
      await page.getByLabel('Password').fill('unstuck-sandbox');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('heading', { name: 'Stuck', level: 1 }).waitFor();
      await close();
    });

    it('hides customers from people who are not signed in, and then leads to the page that they asked for', async () => {
      const { page, leave } = await host().visit();
      const filter = new URLSearchParams({ filter: '{"stuck":true}', order: 'DESC', sort: 'name' });
      await page.goto(`/#/customers?${filter}`);
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
      await page.getByRole('button', { name: /Mira Rao/ }).click();
      await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
      expect(new URL(page.url()).hash).toBe(`#/customers?${filter}`);
      await page.getByRole('link', { name: /Mira Rao/ }).click();
      await page.getByRole('heading', { name: 'Your account' }).waitFor();
      await seen(page.getByText('This session'));
      await leave();
    });

    it('ends when people sign out', async () => {
      const { page, leave } = await host().visit();
      await signInAs(page, 'Lena Hart');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.goto('/#/customers');
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await leave();
    });
  });
};

/** Tests of the dashboard’s main pages. */
export const testDashboard = (host: () => OpenHost): void => {
  describe('the queue', () => {
    it('lists stuck customers by priority, those at the desk and longest stuck, and counts them in the menu', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const count = await countStuck(page);
      expect(count).toBeGreaterThan(0);
      await page.getByRole('link', { name: `Stuck ${count}` }).waitFor();
      for (const label of ['High', 'Medium', 'Low'])
        await page.getByRole('button', { name: new RegExp(`^${label} \\d+$`) }).waitFor();
      await page.getByRole('combobox', { name: /rows per page/i }).click();
      await page.getByRole('option', { name: '50' }).click();
      await expectMostUrgentFirst(page, count);
      await leave();
    });

    it('filters by priority and shows how many of all match', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const all = await countStuck(page);
      const filter = page.getByRole('button', { name: /^Low \d+$/ });
      const low = Number((await filter.textContent())?.replace(/\D/g, ''));
      await filter.click();
      await seen(page.getByText(`${low} of ${all}`, { exact: true }));
      await leave();
    });

    it('always shows which filters are set, and all that is in its rows, on narrower screens too', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const filters = page.getByRole('button', { name: /^(High|Medium|Low) \d+$/ });
      await filters.first().waitFor();
      const before = await settled(() => positionsOf(filters));
      await page.getByRole('button', { name: /^Low \d+$/ }).click();
      const chip = page.getByRole('button', { name: 'Remove filter Priority: Low' });
      await chip.waitFor();
      expect(await positionsOf(filters)).toEqual(before);
      await page.setViewportSize({ width: 1000, height: 850 });
      await page.reload();
      await chip.waitFor();
      await page.getByRole('button', { name: 'Filters (1)' }).click();
      const dialog = page.getByRole('dialog', { name: 'Filters' });
      await dialog.getByRole('button', { name: /^Link not opened|^Invited/ }).click();
      await dialog.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: 'Filters (2)' }).waitFor();
      await page.getByRole('button', { name: 'Clear all' }).click();
      await seen(page.getByText(/customers need attention/));
      for (const width of [1199, 1000, 900]) {
        await page.setViewportSize({ width, height: 850 });
        expect(await hiddenWidth(page.getByRole('table')), `${width} wide`).toBe(0);
      }
      await leave();
    });

    it('keeps its rows in place while customers are selected', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const names = page.locator('tbody').getByRole('link');
      await names.first().waitFor();
      const before = await settled(() => positionsOf(names));
      await page
        .getByRole('checkbox', { name: /^Select / })
        .nth(1)
        .click();
      await seen(page.getByText('1 selected'));
      expect(await positionsOf(names)).toEqual(before);
      await leave();
    });

    it('opens a case by keyboard at its top, and returns to its row', async () => {
      // Without motion, the row is there at once.
      const { page, leave } = await host().visit({
        viewport: { width: 1280, height: 850 },
        reducedMotion: 'reduce',
      });
      await signInAs(page, 'Mira Rao');
      const link = page.locator('[data-row-link]').filter({ visible: true }).last();
      const name = await link.innerText();
      await page.getByRole('checkbox', { name: `Select ${name}` }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await expect.poll(() => focused(page)).toBe(name);
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      await page.goBack();
      await page.getByRole('heading', { name: 'Stuck', level: 1 }).waitFor();
      await expect.poll(() => focused(page)).toBe(name);
      await leave();
    });

    it('assigns a customer at once and unassigns on undo', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const assign = page.getByRole('button', { name: 'Assign to me' });
      const assignable = page.getByRole('row').filter({ has: assign });
      const name = await assignable.first().locator('bdi').first().innerText();
      const row = page.getByRole('row').filter({ hasText: name });
      await row.getByRole('button', { name: 'Assign to me' }).press('Enter');
      await row.getByRole('img', { name: 'Mira Rao' }).waitFor();
      // The button with the focus is gone.
      await expect.poll(() => focused(page)).toBe(name);
      await page.getByRole('button', { name: 'Undo' }).click();
      await row.getByRole('button', { name: 'Assign to me' }).waitFor();
      // The notification with the focus is gone, too.
      await expect.poll(() => focused(page)).not.toBe('');
      await leave();
    });

    it('removes a snoozed customer, but finds and wakes them up', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const before = await countStuck(page);
      await page.getByRole('row').nth(1).getByRole('button', { name: 'Snooze' }).click();
      await page.getByRole('menuitem', { name: '1 week' }).click();
      await seen(page.getByText('Snoozed for 1 week'));
      expect(await focused(page)).not.toBe('');
      // Going elsewhere ends the time for undoing.
      await page.getByRole('link', { name: 'Customers', exact: true }).click();
      await seen(page.getByText(/^[\d,]+ customers$/));
      await page.getByRole('link', { name: /^Stuck/ }).click();
      await seen(page.getByText(`${before - 1} customers need attention`));
      await page.getByRole('tab', { name: /^Waiting/ }).click();
      const snoozed = page.getByRole('row').filter({ hasText: /Snoozed until \w{3} \d+ \w+, / });
      await snoozed.getByRole('link').first().click();
      await page.getByRole('button', { name: 'Log a call' }).waitFor();
      await page.getByRole('button', { name: /^Change snooze of/ }).click();
      await page.getByRole('menuitem', { name: 'Wake up now' }).click();
      await seen(page.getByText(/^Stuck \d+\w · /));
      await page
        .getByRole('link', { name: /^Stuck/ })
        .first()
        .click();
      await seen(page.getByText(`${before} customers need attention`));
      await leave();
    });
  });

  it('a change that could still be undone is saved when people sign out', async () => {
    const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
    await signInAs(page, 'Mira Rao');
    const before = await countStuck(page);
    for (const row of [1, 2]) {
      await page.getByRole('row').nth(row).getByRole('button', { name: 'Snooze' }).click();
      await page.getByRole('menuitem', { name: '1 week' }).click();
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signInAs(page, 'Mira Rao');
    await seen(page.getByText(`${before - 2} customers need attention`));
    await leave();
  });

  it('a page opens even if its code could not be loaded at first', async () => {
    const { page, close } = await host().visit();
    await page.route('**/assets/SoftwareList*', (route) => route.abort());
    await signInAs(page, 'Mira Rao');
    const failed = page.waitForEvent('requestfailed');
    await page.getByRole('link', { name: 'Software' }).click();
    await failed;
    await page.unroute('**/assets/SoftwareList*');
    await page.getByRole('heading', { name: 'Software', level: 1 }).waitFor();
    // The browser logs the failed request to its console.
    await close();
  });

  describe('customers', () => {
    it('are found by part of their name with the keyboard alone, and so is everything else', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const name = (await page.locator('tbody bdi').first().textContent()) ?? '';
      const field = page.getByRole('combobox', { name: 'Search' });
      const found = page.getByRole('listbox', { name: 'Results' });
      await page.keyboard.press('Control+k');
      await field.fill(name.slice(1).toUpperCase());
      await seen(found.getByRole('group', { name: 'Customers' }).getByText(name));
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await seen(found.getByRole('group', { name: 'Recently opened' }).getByText(name));
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Search' }).press('Enter');
      await field.fill('ltd');
      await seen(found.getByRole('option', { name: /^Show all \d+ matches$/ }));
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await field.fill('add');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Add customer' }).waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await leave();
    });

    it('list says what to do when nothing matches', async () => {
      const { page, leave } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto(`/#/customers?filter=${encodeURIComponent('{"q":"no such customer"}')}`);
      await seen(page.getByText('No customers found'));
      await page.getByRole('link', { name: 'Customers', exact: true }).click();
      await seen(page.getByText(/^[\d,]+ customers$/));
      await leave();
    });

    it('list drops a filter or order that the API refuses, and shows all', async () => {
      const { page, close } = await host().visit();
      await signInAs(page, 'Mira Rao');
      for (const query of ['filter={"stage":"nowhere"}', 'sort=nothing&order=ASC']) {
        await page.goto(`/#/customers?${encodeURI(query)}`);
        await seen(page.getByText(/^[\d,]+ customers$/));
      }
      await page.goto('/#/customers');
      await seen(page.getByText(/^[\d,]+ customers$/));
      await close();
    });

    it('list names filters that only links set, and removes them', async () => {
      const { page, leave } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto(`/#/customers?${new URLSearchParams({ filter: '{"priority":"high"}' })}`);
      await page.getByRole('button', { name: 'Remove filter Priority: High' }).click();
      await seen(page.getByText(/^[\d,]+ customers$/));
      await leave();
    });

    it('list shows the error when it can’t be loaded', async () => {
      const { page, close } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto(`/#/customers?filter=${encodeURIComponent('{"q":"error-503"}')}`);
      await seen(page.getByRole('main').getByText('Simulated error (503)'));
      await close();
    });

    it('page of an unknown customer links back to the list', async () => {
      const { page, close } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto('/#/customers/nobody/show');
      await seen(page.getByText('Customer not found'));
      await page.getByRole('link', { name: 'All customers' }).click();
      await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
      await close();
    });

    it('page shows journey, link, contacts and timeline, and saves a note', async () => {
      const { page, leave } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.getByRole('button', { name: 'Next case' }).click();
      for (const name of ['Journey', 'Timeline', 'Link URL', 'Contacts', 'Notes'])
        await page.getByRole('heading', { name, level: 2 }).waitFor();
      await page.getByLabel('Add an internal note').fill('Calls back on Monday.');
      await page.getByRole('button', { name: 'Add note' }).click();
      const entry = page.getByRole('listitem').filter({ hasText: 'Calls back on Monday.' });
      await seen(entry.getByText('Note', { exact: true }));
      await seen(entry.getByText('by Mira Rao'));
      await leave();
    });
  });
};
