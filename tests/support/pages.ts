import type { Page } from 'playwright-core';

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
