import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityFaults,
  openBrowser,
  signInAs,
  type TestBrowser,
} from '../support/browser.ts';
import { seen } from '../support/pages.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { startedDirectory } from '../support/template.ts';

let server: RunningServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: startedDirectory(), SAMPLE_CUSTOMERS: '50' });
  browser = await openBrowser(server.url);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const openCodat = async (page: Page) => {
  await signInAs(page, 'Tom Keller');
  await page.getByRole('link', { name: 'Codat' }).click();
  await page.getByRole('heading', { name: 'Codat', level: 1 }).waitFor();
};

/** Shows the page a running sync, because the sandbox’s own finish too quickly to see. */
const showSync = (page: Page, sync: object, request = /api\/syncs\?.*running/) =>
  page.route(request, (route) =>
    route.fulfill({
      headers: { 'content-range': 'syncs 0-0/1' },
      json: [
        {
          id: crypto.randomUUID(),
          kind: 'full',
          state: 'running',
          startedAt: new Date(Date.now() - 100_000).toISOString(),
          finishedAt: null,
          page: 60,
          pages: 200,
          companies: 30_000,
          totalCompanies: 100_000,
          changed: 1,
          leftOut: 0,
          notUnderstood: 2,
          requests: 61,
          quotaRemaining: 86_400,
          waitUntil: null,
          problem: null,
          ...sync,
        },
      ],
    }),
  );

describe('Codat’s page', () => {
  it('lets an administrator run a full sync and see its result', async () => {
    const { page, leave } = await browser.visit();
    await openCodat(page);
    await seen(page.getByText('/sandbox'));
    const everything = page.getByRole('row').filter({ hasText: 'Full' });
    const start = page.getByRole('button', { name: 'Full sync' });
    await page.locator('button:enabled', { hasText: 'Full sync' }).waitFor();
    await everything.first().waitFor();
    const before = await everything.count();
    await start.click();
    await everything.nth(before).waitFor();
    const newest = everything.first();
    await seen(newest.getByText('Done'));
    await newest.click();
    await seen(page.getByText('API requests left that day'));
    await leave();
  });

  it('shows a running sync’s progress, rate and remaining time', async () => {
    const { page, leave } = await browser.visit();
    await showSync(page, {});
    await openCodat(page);
    const bar = page.getByRole('progressbar', { name: 'Full sync with Codat' });
    await expect.poll(() => bar.getAttribute('aria-valuenow')).toBe('30');
    await page
      .getByText(/^Page 60 of 200 · 30,000 of 100,000 companies · 2\d\d a second · about 3m left$/)
      .waitFor();
    await page
      .getByText('1 change found · 2 companies unrecognised · 86,400 API requests left today')
      .waitFor();
    await seen(page.getByRole('button', { name: 'Sync now', disabled: true }));
    await leave();
  });

  it('says why a sync is waiting, and until when', async () => {
    const { page, leave } = await browser.visit({ timezoneId: 'UTC' });
    await showSync(page, {
      state: 'waiting',
      problem: 'Codat’s rate limit reached.',
      waitUntil: '2030-03-10T12:00:00.000Z',
    });
    await openCodat(page);
    await seen(page.getByText('Codat’s rate limit reached. Resumes at 10 Mar 2030, 12:00.'));
    await leave();
  });

  it('cancels the sync under way', async () => {
    const { page, leave } = await browser.visit();
    await showSync(page, { state: 'waiting', waitUntil: '2030-03-10T12:00:00.000Z' });
    const sent = Promise.withResolvers<unknown>();
    await page.route(/api\/syncs\/[0-9a-f-]+$/, (route) => {
      sent.resolve(route.request().postDataJSON());
      return route.fulfill({ json: { id: 'sync', state: 'cancelled' } });
    });
    await openCodat(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await sent.promise).toEqual({ state: 'cancelled' });
    await seen(page.getByText('Sync cancelled'));
    await leave();
  });

  it('asks to confirm that very many customers are gone before they count as deleted', async () => {
    const { page, leave } = await browser.visit();
    const problem = '48 of 50 customers are missing in Codat, so none was marked as deleted.';
    const held = { state: 'failed', missing: 48, problem, remarks: [], deletionsConfirmed: false };
    await showSync(page, held, /api\/syncs\?.*failed/);
    const sent = Promise.withResolvers<unknown>();
    await page.route(/api\/syncs$/, (route) => {
      sent.resolve(route.request().postDataJSON());
      return route.fulfill({ status: 201, json: { id: 'sync', kind: 'full', state: 'running' } });
    });
    await openCodat(page);
    await seen(page.getByText(problem));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mark as deleted' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as deleted' }).click();
    expect(await sent.promise).toEqual({ kind: 'full', deletionsConfirmed: true });
    await leave();
  });

  it('saves the company filter', async () => {
    const { page, leave } = await browser.visit();
    await openCodat(page);
    await page.getByLabel('Tags').fill('region=uk');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(page.getByText('Saved. Applies from the next sync.'));
    await page.reload();
    await expect.poll(() => page.getByLabel('Tags').inputValue()).toBe('region=uk');
    await page.getByLabel('Tags').fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(page.getByText('Saved. Applies from the next sync.'));
    await leave();
  });

  it('is hidden from an agent', async () => {
    const { page, leave } = await browser.visit();
    await signInAs(page, 'Mira Rao');
    expect(await page.getByRole('link', { name: 'Codat' }).count()).toBe(0);
    await page.goto('/#/codat');
    await seen(page.getByText('You don’t have access'));
    expect(await page.getByRole('button', { name: 'Full sync' }).count()).toBe(0);
    await leave();
  });
});

describe('the settings', () => {
  it('preview for an administrator what customers will see', async () => {
    const { page, close } = await browser.visit();
    await signInAs(page, 'Tom Keller');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    const preview = page.frameLocator('iframe');
    await seen(preview.getByText('Acme Commercial Card'));
    const name = page.getByLabel('Company name');
    await expect.poll(() => name.inputValue()).toBe('Acme Commercial Card');
    await name.fill('Quarry Cards');
    await seen(preview.getByText('Quarry Cards'));
    await seen(preview.getByText('+44 20 7946 0000'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Support phone').fill('none');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(page.getByText('Enter a phone number, e.g.'));
    await page.getByLabel('Support phone').fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(page.getByText('Saved', { exact: true }));
    const lost = await page.request.get('/l/nobody');
    expect(await lost.text()).toContain('<bdi>Quarry Cards</bdi>');
    // The browser logs the 422 response to its console.
    await close();
  });

  it('show an agent only the thresholds and the emails', async () => {
    const { page, leave } = await browser.visit();
    await signInAs(page, 'Mira Rao');
    await page.goto('/#/settings');
    await page.getByRole('link', { name: 'Reminder' }).waitFor();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Thresholds', 'Email templates']);
    await leave();
  });
});

describe('adding a customer', () => {
  it('creates the company in Codat and opens its page', async () => {
    const { page, leave } = await browser.visit();
    await signInAs(page, 'Mira Rao');
    await page.getByRole('link', { name: 'Customers', exact: true }).click();
    await page.getByRole('button', { name: 'Add customer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add customer' });
    await dialog.getByLabel(/^Company name/).fill('Quarry Lane & Sons');
    await dialog.getByLabel('Contact name').fill('Tom Ellery');
    await dialog.getByLabel('Account manager').click();
    await page.getByRole('option', { name: 'Lena Hart' }).click();
    await dialog.getByRole('button', { name: 'Create in Codat' }).click();
    await page.getByRole('heading', { name: 'Quarry Lane & Sons', level: 1 }).waitFor();
    await seen(page.getByText('Tom Ellery'));
    await seen(page.getByText('Account manager · Lena Hart'));
    await page.getByRole('button', { name: 'Copy link' }).waitFor();
    await leave();
  });

  it('explains which names Codat rejects, and keeps what was entered', async () => {
    const { page } = await browser.visit();
    await signInAs(page, 'Lena Hart');
    await page.getByRole('link', { name: 'Customers', exact: true }).click();
    await page.getByRole('button', { name: 'Add customer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add customer' });
    await dialog.getByLabel(/^Company name/).fill('Müller & Söhne');
    await dialog.getByLabel('Description').fill('Asked for a card');
    await dialog.getByRole('button', { name: 'Create in Codat' }).click();
    await seen(dialog.getByText('Use letters A–Z'));
    expect(await dialog.getByLabel('Description').inputValue()).toBe('Asked for a card');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  });
});

it('a group’s page shows each subsidiary’s stage, and links to them and back', async () => {
  const { page, leave } = await browser.visit();
  await signInAs(page, 'Mira Rao');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('Holdings plc');
  await page
    .getByRole('option', { name: /^(?!Search).* Holdings plc/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Subsidiaries' }).waitFor();
  const parent = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const card = page.locator('section', {
    has: page.getByRole('heading', { name: 'Subsidiaries' }),
  });
  const child = card.getByRole('listitem').first();
  await child.getByRole('img').waitFor();
  const name = (await child.getByRole('link').textContent()) ?? '';
  await child.getByRole('link').click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByText('Parent:').getByRole('link', { name: parent }).click();
  await page.getByRole('heading', { name: parent, level: 1 }).waitFor();
  await leave();
});

describe('accessibility', () => {
  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'axe finds no fault on Codat’s page, %s and %i pixels wide',
    async (colorScheme, width) => {
      const { page, leave } = await browser.visit({
        colorScheme,
        viewport: { width, height: 850 },
      });
      await showSync(page, {});
      await signInAs(page, 'Tom Keller');
      await page.goto('/#/codat');
      await page.getByRole('progressbar').waitFor();
      await seen(page.getByText('Last webhook'));
      await page.getByRole('row').nth(1).click();
      await seen(page.getByText('Excluded by filter'));
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      await leave();
    },
  );
});
