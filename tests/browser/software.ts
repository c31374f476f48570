import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { card, countedCustomers, excessWidth } from '../support/pages.ts';

/** Which software fails, how often and why, wherever it runs. */
export const testSoftware = (host: () => OpenHost): void => {
  describe('software', () => {
    it('stands in a table by how surely it fails, and has a page with reasons and steps', async () => {
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
        .getByText(/^\d+ of \d+$/)
        .first()
        .waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);

      const name = await first.getByRole('link').first().innerText();
      await first.getByRole('cell').first().click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      expect(page.url()).toContain('days=90');
      const reasons = card(page, 'Why tries failed');
      await reasons.locator('.recharts-bar').first().waitFor();
      await card(page, 'Failed tries')
        .getByText(/interval: \d+ % to \d+ %/)
        .waitFor();
      await card(page, 'Where its customers stop').getByText('all software').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await reasons.getByRole('button', { name: 'Table' }).click();
      const figures = await reasons.getByRole('cell').allInnerTexts();
      const failed = (await card(page, 'Failed tries').innerText()).match(/(\d+) of/)?.[1];
      expect(figures.reduce((sum, figure) => sum + Number(figure), 0)).toBe(Number(failed));

      await page.getByRole('link', { name: 'All software' }).click();
      const inProgress = page.getByRole('row').getByRole('link', { name: /^\d+$/ }).first();
      await countedCustomers(page, inProgress);
      await leave();
    });

    it('has no fault where it is narrow and dark, and says when there is none', async () => {
      const { page, close } = await host().visit({
        viewport: { width: 390, height: 844 },
        colorScheme: 'dark',
      });
      await signInAs(page, 'Mira Rao');
      await page.goto('/#/software?days=90');
      await page.getByText('Failed tries').first().waitFor();
      await page
        .getByRole('img', { name: /^Failed tries by week/ })
        .first()
        .waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
      await page.getByRole('heading', { name: 'Why tries failed' }).waitFor();
      await page.locator('.recharts-bar').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await excessWidth(page)).toBe(0);
      await page.goto('/#/software/nothing/show');
      await page.getByText('This software can’t be shown').waitFor();
      await close();
    });
  });
};
