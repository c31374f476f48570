import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from './chromium.ts';

export type VisitOptions = Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>;

export type Visit = {
  page: Page;
  /** Ends the visit, which fails if the page complained of anything on its console. */
  leave: () => Promise<void>;
  /** Ends a visit in which complaints were to be expected. */
  close: () => Promise<void>;
};

/** Opens a page and collects what it complains of. */
export const openPage = async (context: BrowserContext) => {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
};

/** Opens browsers on one server. */
export const openBrowser = async (baseURL: string) => {
  const browser: Browser = await launchChromium();
  let visits = 0;
  return {
    close: () => browser.close(),
    visit: async (options: BrowserContextOptions = {}): Promise<Visit> => {
      visits += 1;
      const context = await browser.newContext({
        baseURL,
        locale: 'en-GB',
        // Each visit comes from a computer of its own: from one alone nobody may sign in this often.
        extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${visits}` },
        ...options,
      });
      const { page, complaints } = await openPage(context);
      const close = () => context.close();
      return {
        page,
        close,
        leave: async () => {
          await close();
          expect(complaints).toEqual([]);
        },
      };
    },
  };
};

export type TestBrowser = Awaited<ReturnType<typeof openBrowser>>;

/** Signs in by the sandbox's button and waits for the page that their role begins with. */
export const signInAs = async (page: Page, name: 'Mira Rao' | 'Lena Hart' | 'Tom Keller') => {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  const landing = name === 'Mira Rao' ? 'Stuck' : 'Overview';
  await page.getByRole('heading', { name: landing, level: 1 }).waitFor();
};

/** Ends what moves or fades in. To wait for it could take for ever: in a tab that is not in front nothing moves. */
const comeToRest = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        animation.finish();
  });

/** What axe finds wrong by WCAG 2.2 A and AA, in short. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await comeToRest(page);
  const { violations } = await new AxeBuilder({ page })
    // Our pages have no frames, and nobody reads what passed: to gather both takes longer than all the rules.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .slice(0, 3)
        .join(' ')}`,
  );
};
