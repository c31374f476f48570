import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import {
  card,
  countedCustomers,
  excessWidth,
  expectNumbersToMatch,
  loaded,
  seen,
  settled,
  shiftOf,
  watchShifts,
} from '../support/pages.ts';
import { followPortfolio } from './portfolio.ts';

/** Follows a number’s link, expects as many customers, and goes back. */
const follow = async (page: Page, number: Locator) => {
  await countedCustomers(page, number);
  await page.goBack();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
};

const HALF_AN_HOUR_MS = 1_800_000;

/** Gives pages numbers of half an hour ago, as if new ones took long. Returns what gives them the new ones. */
const holdNewNumbers = async (page: Page): Promise<() => void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('/api/metrics/**', async (route) => {
    if (!route.request().headers()['cache-control']?.includes('max-stale')) {
      await promise;
      return route.continue();
    }
    const response = await route.fetch();
    const numbers: object = await response.json();
    const computedAt = new Date(Date.now() - HALF_AN_HOUR_MS).toISOString();
    const headers = { ...response.headers(), age: '1800' };
    await route.fulfill({ response, headers, json: { ...numbers, computedAt } });
  });
  return resolve;
};

/** Tests of the Overview page. */
export const testOverview = (host: () => OpenHost): void => {
  describe('the overview', () => {
    it('has numbers that link to as many customers, as has the portfolio that account managers start with', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 900 } });
      await signInAs(page, 'Lena Hart');
      await followPortfolio(page);
      await watchShifts(page);
      await page.goto('/#/portfolio');
      await page.reload();
      await seen(card(page, 'Summary'));
      await loaded(page);
      expect(await shiftOf(page)).toBeLessThanOrEqual(0.02);
      await page.goto('/#/overview');
      await page.reload();
      const weekly = card(page, 'Conversion by week invited');
      await weekly.locator('.recharts-line').first().waitFor();
      await loaded(page);
      expect(await shiftOf(page)).toBeLessThanOrEqual(0.02);
      expect(await expectNumbersToMatch(page)).toBeGreaterThan(25);
      await follow(page, card(page, 'Stuck now').getByRole('link'));
      await follow(page, card(page, 'New connections').getByRole('link'));
      const conversion = card(page, 'Connected within 14 days').getByRole('link');
      await follow(page, conversion.first());
      await follow(page, conversion.nth(1));
      const funnel = card(page, 'Funnel so far');
      for (const standing of ['in progress', 'stuck', 'closed'])
        await follow(page, funnel.getByRole('link', { name: standing }).first());
      const nobodys = card(page, 'Stuck now by reason').getByRole('link', { name: /^\d+$/ }).nth(2);
      const count = await nobodys.innerText();
      await nobodys.click();
      await page.getByRole('heading', { name: 'Stuck', level: 1 }).waitFor();
      await page.getByText(new RegExp(`^${count} of [\\d,]+$`)).waitFor();
      await leave();
    });

    it('shows charts as tables, and keeps its filters in the URL over a reload', async () => {
      const { page, leave } = await host().visit({
        viewport: { width: 1280, height: 900 },
        colorScheme: 'light',
      });
      await signInAs(page, 'Lena Hart');
      await page.goto('/#/overview');
      const weekly = card(page, 'Conversion by week invited');
      await weekly.locator('.recharts-line').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);

      const chart = weekly.getByRole('application', { name: 'arrow keys' });
      const reached = weekly.getByRole('status').getByText('Week of');
      await chart.press('ArrowRight');
      await reached.waitFor();
      const hasFocus = () => chart.evaluate((one) => one === document.activeElement);
      expect(await settled(hasFocus)).toBe(true);
      const asked = weekly.getByRole('button', { name: 'How is this calculated?' });
      await asked.press('Enter');
      const definition = page.getByRole('dialog', { name: 'Conversion by week invited' });
      await definition.getByText('Kaplan-Meier').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await definition.waitFor({ state: 'hidden' });
      await expect.poll(() => asked.evaluate((one) => one === document.activeElement)).toBe(true);
      const download = page.waitForEvent('download');
      await weekly.getByRole('button', { name: 'Download as CSV' }).click();
      expect((await download).suggestedFilename()).toMatch(
        /^unstuck-conversion-by-week-invited-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/,
      );

      await page.getByLabel('Period').click();
      await page.getByRole('option', { name: 'Last 90 days' }).click();
      await weekly.getByRole('button', { name: 'Table' }).click();
      await weekly.getByRole('row').nth(13).waitFor();
      const funnel = card(page, 'Funnel so far');
      await funnel.getByRole('button', { name: 'Table' }).click();
      // Invited, or of one app those who selected it.
      const first = funnel.getByRole('row').nth(1).getByRole('cell').first();
      const all = await settled(() => first.innerText());
      await page.getByRole('combobox', { name: 'Software' }).click();
      await page.getByRole('option', { name: 'Xero' }).click();
      await expect.poll(() => first.innerText()).not.toBe(all);
      const some = await settled(() => first.innerText());
      const update = await holdNewNumbers(page);
      await page.reload();
      await page.getByText(/^Numbers from \d\d:\d\d\. Updating…$/).waitFor();
      await funnel.getByRole('button', { name: 'Table' }).click();
      await expect.poll(() => first.innerText()).toBe(some);
      expect(page.url()).toContain('period=90-days');
      update();
      await page.getByText('Updating…').waitFor({ state: 'detached' });
      expect(await first.innerText()).toBe(some);
      await leave();
    });

    it('has no accessibility faults and no sideways scrolling on a phone in dark mode', async () => {
      const { page, leave } = await host().visit({
        viewport: { width: 390, height: 844 },
        colorScheme: 'dark',
      });
      await signInAs(page, 'Tom Keller');
      await page.locator('.recharts-line').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await excessWidth(page)).toBe(0);
      await leave();
    });
  });
};
