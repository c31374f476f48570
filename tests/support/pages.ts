import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * How soon a page must show what happened elsewhere. That is two seconds, which tests/api/stream.test.ts holds, and longer
 * here, where a browser draws it on a machine that runs other tests, too.
 */
export const SOON = { timeout: 10_000 };

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

/** The links of a page to lists of customers: the number in each, and the filter of the list. */
const numbersOf = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('link', { name: /\d/ })
    .evaluateAll((links) =>
      links.flatMap((link) => {
        const text = link.textContent ?? '';
        const [path = '', search = ''] = (link.getAttribute('href') ?? '').split('?');
        const filter = new URLSearchParams(search).get('filter');
        if (!filter || !/\/(customers|stuck)$/.test(path)) return [];
        const inQueue = path.endsWith('/stuck') && { stuck: true };
        const count = Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
        return [{ text, count, filter: JSON.stringify({ ...JSON.parse(filter), ...inQueue }) }];
      }),
    );

/** The numbers that lead to a list of another length. */
const wrongOf = async (page: Page, numbers: Awaited<ReturnType<typeof numbersOf>>) => {
  const listed = numbers.map(async (number) => {
    const query = new URLSearchParams({ filter: number.filter, range: '[0,0]' });
    const answer = await page.request.get(`/api/customers?${query}`);
    return { ...number, total: Number(answer.headers()['content-range']?.split('/')[1]) };
  });
  return (await Promise.all(listed)).filter(({ count, total }) => count !== total);
};

/** Expects that each number of a page that is a link leads to a list of as many. Returns how many there are. */
export const expectNumbersToMatch = async (page: Page): Promise<number> => {
  // What changes meanwhile reaches open pages some seconds later.
  await expect.poll(async () => wrongOf(page, await numbersOf(page))).toEqual([]);
  return (await numbersOf(page)).length;
};

/** Adds up how far what is seen moves by itself, from the next time that a page loads: https://web.dev/articles/cls */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    Reflect.set(window, 'shift', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput)
          Reflect.set(window, 'shift', Reflect.get(window, 'shift') + Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });

export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => Number(Reflect.get(window, 'shift')));

/** Waits until nothing on the page is still loading. */
export const loaded = async (page: Page) => {
  const main = page.getByRole('main');
  await expect.poll(() => main.getByRole('progressbar').count()).toBe(0);
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
