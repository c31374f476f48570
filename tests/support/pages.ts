import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click();

/** Waits until something is seen, in one place or several: another part of the page that also shows it may load at any time. */
export const seen = (element: Locator, options: { timeout?: number } = {}) =>
  element.filter({ visible: true }).first().waitFor(options);

/** The tab that a click opens. */
export const tabOf = async (page: Page, click: () => Promise<void>): Promise<Page> => {
  const opened = page.context().waitForEvent('page');
  await click();
  return opened;
};

/** A stage on a customer’s progress line. */
export const point = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name });

/** The card under a heading. */
export const card = (page: Page, title: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

/** Follows a number’s link and expects a list of exactly that many customers. */
export const countedCustomers = async (page: Page, number: Locator) => {
  const count = Number.parseInt(await number.innerText(), 10);
  await number.click();
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
  await page.getByText(new RegExp(`^${count} of [\\d,]+$`)).waitFor();
};

/** The number of pixels by which a page is wider than the screen. It should be 0. */
export const excessWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Reads something until it stays the same for a second, as pages go on changing while they load. */
export const settled = async <T>(read: () => Promise<T>): Promise<T> => {
  let last = '';
  const isSame = async (): Promise<boolean> => {
    const before = last;
    last = JSON.stringify(await read());
    return last === before;
  };
  await expect.poll(isSame, { interval: 1000 }).toBe(true);
  return read();
};
