import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { card, countedCustomers, excessWidth, seen, settled } from '../support/pages.ts';
import { followPortfolio } from './portfolio.ts';

/** Follows a number’s link, expects as many customers, and goes back. */
const follow = async (page: Page, number: Locator) => {
  await countedCustomers(page, number);
  await page.goBack();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
};

/** Tests of the Overview page. */
export const testOverview = (host: () => OpenHost): void => {
  describe('the overview', () => {
    it('has numbers that link to as many customers, as has the portfolio that account managers start with', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 900 } });
      await signInAs(page, 'Lena Hart');
      await followPortfolio(page);
      await page.goto('/#/overview');
      await follow(page, card(page, 'Stuck now').getByRole('link'));
      await follow(page, card(page, 'Connected').getByRole('link'));
      // A young cohort is not compared with one that has had longer to connect.
      await seen(card(page, 'Conversion').getByText('so far'));
      expect(await card(page, 'Conversion').getByRole('img').count()).toBe(0);
      await follow(page, card(page, 'Stuck now by reason').getByRole('link').first());
      const funnel = card(page, 'Funnel');
      for (const standing of ['in progress', 'stuck', 'closed'])
        await follow(page, funnel.getByRole('link', { name: standing }).first());
      await leave();
    });

    it('shows charts as tables, and keeps its filters in the URL over a reload', async () => {
      const { page, leave } = await host().visit({
        viewport: { width: 1280, height: 900 },
        colorScheme: 'light',
      });
      await signInAs(page, 'Lena Hart');
      await page.goto('/#/overview');
      const weekly = card(page, 'Completion rate by week invited');
      await weekly.locator('.recharts-line').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByLabel('Period').click();
      await page.getByRole('option', { name: 'Last 90 days' }).click();
      await weekly.getByRole('button', { name: 'Table' }).click();
      await weekly.getByRole('row').nth(13).waitFor();
      const funnel = card(page, 'Funnel');
      await funnel.getByRole('button', { name: 'Table' }).click();
      const invited = funnel
        .getByRole('row', { name: /^Invited/ })
        .getByRole('cell')
        .first();
      const all = await settled(() => invited.innerText());
      await page.getByLabel('Software').click();
      await page.getByRole('option', { name: 'Xero' }).click();
      await expect.poll(() => invited.innerText()).not.toBe(all);
      const some = await settled(() => invited.innerText());
      await page.reload();
      await funnel.getByRole('button', { name: 'Table' }).click();
      await expect.poll(() => invited.innerText()).toBe(some);
      expect(page.url()).toContain('period=90-days');
      await leave();
    });

    it('has no accessibility faults and no sideways scrolling on a phone in dark mode', async () => {
      const { page, leave } = await host().visit({
        viewport: { width: 390, height: 844 },
        colorScheme: 'dark',
      });
      await signInAs(page, 'Tom Keller');
      await page.locator('.recharts-line').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await excessWidth(page)).toBe(0);
      await leave();
    });
  });
};
