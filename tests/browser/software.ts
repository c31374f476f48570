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
} from '../support/pages.ts';

/** Tests of the Software list and an app’s page. */
export const testSoftware = (host: () => OpenHost): void => {
  describe('software', () => {
    it('lists apps with their rates, and shows failure reasons and drop-off on each app’s page', async () => {
      const { page, leave } = await host().visit({
        viewport: { width: 1280, height: 900 },
        colorScheme: 'light',
      });
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: 'Software', exact: true }).click();
      await page.getByLabel('Period').click();
      await page.getByRole('option', { name: 'Last 90 days' }).click();
      const first = page.getByRole('row').nth(1);
      await first
        .getByText(/ \d+ of \d+$/)
        .first()
        .waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);

      const name = await first.getByRole('link').first().innerText();
      await first.getByRole('cell').first().click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      expect(page.url()).toContain('period=90-days');
      const reasons = card(page, 'Failure reasons');
      await reasons.locator('.recharts-bar').first().waitFor();
      await card(page, 'First attempt failed')
        .getByText(/95% CI [\d.]+–\d+%/)
        .waitFor();
      await seen(card(page, 'Where customers drop off').getByText('all software'));
      expect(await accessibilityFaults(page)).toEqual([]);
      await reasons.getByRole('button', { name: 'Attempts' }).click();
      await reasons.getByRole('button', { name: 'Table' }).click();
      const figures = await reasons.getByRole('cell').allInnerTexts();
      const attempts = page.getByText(/attempts ended: \d+ failed/);
      const failed = (await attempts.innerText()).match(/(\d+) failed/)?.[1];
      expect(figures.reduce((sum, figure) => sum + Number(figure), 0)).toBe(Number(failed));
      await leave();
    });

    it('leads from each number of customers to a list of as many', async () => {
      const { page, close } = await host().visit({ viewport: { width: 1280, height: 900 } });
      await signInAs(page, 'Mira Rao');
      await page.goto('/#/software?period=90-days');
      const numbers = page
        .getByRole('row')
        .nth(1)
        .getByRole('link', { name: /^[\d,]+$/ });
      await numbers.first().waitFor();
      await loaded(page);
      expect(await expectNumbersToMatch(page)).toBeGreaterThan(20);
      await countedCustomers(page, numbers.first());
      await seen(page.getByText(/first attempt with .+ failed, \d+ \w+ /));
      await page.goBack();
      await page.getByRole('row').nth(1).getByRole('link').first().click();
      await page.getByRole('heading', { name: 'Failure reasons' }).waitFor();
      await loaded(page);
      expect(await expectNumbersToMatch(page)).toBeGreaterThan(5);
      await close();
    });

    it('has no accessibility faults on a phone in dark mode, and says when an app is not found', async () => {
      const { page, close } = await host().visit({
        viewport: { width: 390, height: 844 },
        colorScheme: 'dark',
      });
      await signInAs(page, 'Mira Rao');
      await page.goto('/#/software?period=90-days');
      await seen(page.getByText('First attempt failed').first());
      await page
        .getByRole('img', { name: /^First attempts that failed, by week/ })
        .first()
        .waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
      await page.getByRole('heading', { name: 'Failure reasons' }).waitFor();
      await page.locator('.recharts-bar').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await excessWidth(page)).toBe(0);
      await page.goto('/#/software/nothing/show');
      await seen(page.getByText('Software not found'));
      await close();
    });
  });
};
