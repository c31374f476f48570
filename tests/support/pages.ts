import type { Locator, Page } from 'playwright-core';

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click();

/** The tab that a click opens. */
export const tabOf = async (page: Page, click: () => Promise<void>): Promise<Page> => {
  const opened = page.context().waitForEvent('page');
  await click();
  return opened;
};

/** A point on the line of a customer's journey. */
export const point = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name });

/** The card under a heading. */
export const card = (page: Page, title: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

/** Goes where a number leads, which has to be a list of as many customers as it says. */
export const countedCustomers = async (page: Page, number: Locator) => {
  const count = Number.parseInt(await number.innerText(), 10);
  await number.click();
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
  await page.getByText(new RegExp(`^${count} of [\\d,]+$`)).waitFor();
};

/** By how many pixels a page is wider than the screen, which nothing should be. */
export const excessWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
