import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { card, countedCustomers, press, seen } from '../support/pages.ts';

/** The tiles, and the cards with the lists of their numbers. */
const TILES = {
  Connected: ['Connected'],
  Slipped: [null, 'Became stuck', 'Lost', 'Went quiet'],
  'At risk': ['At risk'],
  'Stuck now': [null],
};

/** The section whose figure stands under a small heading. */
const tile = (page: Page, label: string) => card(page, label).first();

/** Follows every number of the portfolio to a list of as many customers, and copies its summary. */
export const followPortfolio = async (page: Page): Promise<void> => {
  const heading = page.getByRole('heading', { name: 'Portfolio', level: 1 });
  for (const [label, lists] of Object.entries(TILES))
    for (const [nth, list] of lists.entries()) {
      const number = tile(page, label).getByRole('link').nth(nth);
      const count = await number.innerText();
      if (list && count !== '0')
        await seen(
          card(page, list)
            .last()
            .getByRole('link', { name: new RegExp(`^${count} customers?$`) }),
        );
      await countedCustomers(page, number);
      await page.goBack();
      await heading.waitFor();
    }
  const stuck = await tile(page, 'Stuck now').getByRole('link').innerText();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(page, 'Copy summary');
  await seen(page.getByText('Summary copied'));
  expect(await card(page, 'Summary').innerText()).toMatch(
    new RegExp(`Lena Hart’s customers, .* connected, .*\\. ${stuck} customers are stuck now`),
  );
};
