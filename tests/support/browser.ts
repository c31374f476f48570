import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Cookie, Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';
import { launchChromium } from './chromium.ts';

export type VisitOptions = Pick<
  BrowserContextOptions,
  'viewport' | 'colorScheme' | 'reducedMotion'
>;

export type Visit = {
  page: Page;
  /** Ends the visit. Fails if the page logged errors. */
  leave: () => Promise<void>;
  /** Ends a visit in which errors were expected. */
  close: () => Promise<void>;
};

/** How every browser reads our pages. */
export const READER = { locale: 'en-GB' } as const;

/** Opens a page and collects its errors. */
export const openPage = async (context: BrowserContext) => {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    // Which resource, the browser says elsewhere.
    const isResource = text.startsWith('Failed to load resource');
    pageErrors.push(isResource ? `${text} ${message.location().url}` : text);
  });
  return { page, pageErrors };
};

/** Where a visit begins. */
const origins = new WeakMap<BrowserContext, string>();

/** Opens a browser on a server. */
export const openBrowser = async (baseURL: string) => {
  const browser: Browser = await launchChromium();
  let visits = 0;
  return {
    close: () => browser.close(),
    visit: async (options: BrowserContextOptions = {}): Promise<Visit> => {
      visits += 1;
      const context = await browser.newContext({
        baseURL,
        ...READER,
        // Each visit has its own IP address, as sign-ins are rate-limited by address.
        extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${visits}` },
        ...options,
      });
      origins.set(context, options.baseURL ?? baseURL);
      const opened = await openPage(context);
      tellOnFailure(opened);
      const { page, pageErrors } = opened;
      const close = () => context.close();
      return {
        page,
        close,
        leave: async () => {
          await close();
          expect(pageErrors).toEqual([]);
        },
      };
    },
  };
};

/** Tells what the page showed, what it had logged, and which requests it lacked, when the test fails. */
const tellOnFailure = ({ page, pageErrors }: Awaited<ReturnType<typeof openPage>>): void => {
  const requests: string[] = [];
  page.on('requestfailed', (request) =>
    requests.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400)
      requests.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
  });
  onTestFailed(async ({ task }) => {
    const [error] = task.result?.errors ?? [];
    if (!error || page.isClosed()) return;
    const shown = await page.locator('body').ariaSnapshot();
    error.message = [error.message, page.url(), shown, ...pageErrors, ...requests].join('\n');
  });
};

export type TestBrowser = Awaited<ReturnType<typeof openBrowser>>;

type SampleUser = 'Mira Rao' | 'Lena Hart' | 'Tom Keller';

/** The heading of the page that each starts with. */
const LANDING_PAGES: Record<SampleUser, string> = {
  'Mira Rao': 'Stuck',
  'Lena Hart': 'Portfolio',
  'Tom Keller': 'Overview',
};

/** The cookies of those who have signed in, by server and name. */
const sessions = new Map<string, Cookie[]>();

/** Takes up the session of an earlier visit, unless that has ended since. The demo has none. */
const resume = async (context: BrowserContext, session: string): Promise<boolean> => {
  const cookies = sessions.get(session) ?? [];
  if (cookies.length === 0) return false;
  await context.addCookies(cookies);
  if ((await context.request.get('/api/users?range=[0,0]')).ok()) return true;
  await context.clearCookies();
  return false;
};

/** Signs in with the sandbox’s button and waits for the role’s start page. The next visit takes up the same session. */
export const signInAs = async (page: Page, name: SampleUser) => {
  const context = page.context();
  const session = `${origins.get(context)} ${name}`;
  const resumed = await resume(context, session);
  await page.goto('/');
  if (!resumed) await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('heading', { name: LANDING_PAGES[name], level: 1 }).waitFor();
  // The heading is there before the rest of the page shows.
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
  sessions.set(session, await context.cookies());
};

/**
 * Finishes animations, and has no others begin: what fades in while axe looks has too little contrast. Waiting for them
 * could take forever, as they don’t run in a background tab.
 */
const finishAnimations = (page: Page) =>
  page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; }');
    document.adoptedStyleSheets = [still];
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        animation.finish();
  });

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Those of these rules that look at colours and sizes. */
const DRAWN = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];

/** axe’s violations of WCAG 2.2 A and AA, abridged. */
export const accessibilityFaults = async (
  page: Page,
  rules: 'all' | 'drawn' = 'all',
): Promise<string[]> => {
  await finishAnimations(page);
  // Sent once a page: it is half a megabyte.
  const sent = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(sent && { axeSource: ';' }) })
    // Our pages have no frames and no one reads passed rules. Collecting both takes longer than checking all rules.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  const { violations } = await (rules === 'all'
    ? axe.withTags(WCAG)
    : axe.withRules(DRAWN)
  ).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .slice(0, 3)
        .join(' ')}`,
  );
};
