import type { Browser, Page } from 'playwright-core';

/** How a person looks at the dashboard. `slowdown` is how many times slower than this machine theirs computes. */
export type Screen = { viewport: { width: number; height: number }; slowdown: number };

declare global {
  interface Window {
    /** What the page reports about itself. Times are in milliseconds. */
    told: { painted: number; blocked: number; shifted: number; answered: number };
  }
}

/** Runs in the page, before anything else. */
const listen = (): void => {
  window.told = { painted: 0, blocked: 0, shifted: 0, answered: 0 };
  const follow = (type: string, take: (entry: PerformanceEntry) => void, threshold?: number) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...(threshold && { durationThreshold: threshold }),
    });
  follow('largest-contentful-paint', ({ startTime }) => {
    window.told.painted = startTime;
  });
  // What a task takes beyond 50 ms: https://web.dev/articles/tbt
  follow('longtask', ({ duration }) => {
    window.told.blocked += duration - 50;
  });
  follow('layout-shift', (entry) => {
    if (!Reflect.get(entry, 'hadRecentInput')) window.told.shifted += Reflect.get(entry, 'value');
  });
  follow(
    'event',
    ({ duration }) => {
      window.told.answered = Math.max(window.told.answered, duration);
    },
    16,
  );
};

/** In milliseconds: long enough for what shows last, and before other pages are loaded in advance. */
const SETTLED_MS = 500;

/** Opens a page in a browser that has nothing of it yet, waits until it is quiet, and opens it again. */
export const visit = async (
  browser: Browser,
  { viewport, slowdown }: Screen,
  { url, path, cookie }: { url: string; path: string; cookie: string },
) => {
  const context = await browser.newContext({ baseURL: url, viewport, locale: 'en-GB' });
  const cookies = cookie.split('; ').filter(Boolean);
  await context.addCookies(
    cookies.map((one) => {
      const [name = '', ...value] = one.split('=');
      return { name, value: value.join('='), url };
    }),
  );
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(listen);
  let requests = 0;
  page.on('request', () => {
    requests += 1;
  });
  const settle = async () => {
    await page.locator('main h1').first().waitFor();
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(SETTLED_MS);
    return page.evaluate(() => window.told);
  };
  await page.goto(path);
  const told = await settle();
  const first = requests;
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  await page.reload();
  const { painted: paintedAgain } = await settle();
  return {
    ...{ page, ...told, paintedAgain, requests: first, weight: scripts / 1000 },
    leave: () => context.close(),
  };
};

/** How long the page took to paint something for what was done, in milliseconds; at least the 16 of a frame. */
export const answerOf = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    window.told.answered = 16;
  });
  await act();
  await page.waitForTimeout(1000);
  return page.evaluate(() => window.told.answered);
};
