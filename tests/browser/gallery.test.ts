import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Expected, expectedOf, hashOf, type State, TITLES } from '../gallery/plan.ts';
import { accessibilityFaults } from '../support/browser.ts';
import { type OpenGallery, openGallery } from '../support/gallery.ts';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 800 };
/** A laptop’s screen at 200%. */
const ZOOMED = { width: 640, height: 400 };

/** What it does can be undone for some seconds, and is done only then. Dates only change the page. */
const CLOSES_AT_ONCE = [
  'AccountManagerDialog',
  'DatesDialog',
  'PauseDialog',
  'ResolveDialog',
  'TagsDialog',
];

/** Fields that take any text. A date takes none but dates. */
const TYPED = ':read-write:not([type=date])';

/** Longer than react-admin waits before it shows that a list is loading. */
const PATIENCE_MS = 1100;

/** The browser and react-admin log the API’s simulated errors. */
const OF_ERRORS = /^Failed to load resource.*503|Simulated error \(503\)/;

/** React-admin still passes properties to MUI that MUI no longer takes. */
const IN_LIBRARIES = /^React does not recognize .* (?:inputprops|inputlabelprops|inputref)$/is;

let gallery: OpenGallery;
beforeAll(async () => {
  gallery = await openGallery();
  await gallery.page.clock.install();
  await gallery.page.goto('/');
  await gallery.page.locator('main[data-settled=true]').waitFor();
});
afterAll(() => gallery?.close());

type Waited = { name: string; expected: Expected; loading: boolean };

/** Says what the page still lacks. Empty once it shows what is expected. Runs in the page. */
const missing = ({ name, expected, loading }: Waited): string => {
  const main = document.querySelector<HTMLElement>(`main[data-scene="${name}"]`);
  if (!main) return 'the scene';
  if (!loading && main.dataset.settled !== 'true') return 'a moment without requests';
  const parts = [main, ...document.querySelectorAll<HTMLElement>('.MuiDialog-root')];
  const has = (selector: string): boolean => parts.some((part) => part.querySelector(selector));
  const text = parts.map(({ innerText }) => innerText.trim()).join('\n');
  // A table that loads has grey boxes around a space in its cells.
  const boxes = [...main.querySelectorAll('td')].some((cell) => cell.textContent === '\u00a0');
  const progress = boxes || has('[role=progressbar]');
  // An incident is a warning, and shows beside what has loaded.
  const alert = has('[role=alert].MuiAlert-colorError');
  const reached: Record<Expected, boolean> = {
    rows: has('tbody tr, li, a[href$="/show"]') && !progress && !alert,
    content: (text !== '' || has('[role=img]')) && !progress && !alert,
    sentence: /\w \w/.test(text) && !has('tbody tr') && !progress && !alert,
    progress: progress && !alert,
    failure: has('[role=alert] button'),
    alert: has('[role=alert]'),
    nothing: text === '',
  };
  return reached[expected] ? '' : `${expected}, but it shows: ${text || 'nothing'}`;
};

const showScene = async (title: (typeof TITLES)[number], state: State, expected: Expected) => {
  const { page } = gallery;
  await page.setViewportSize(WIDE);
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    hashOf({ title, state, theme: 'light' }),
  );
  const waited = { name: `${title}/${state}`, expected, loading: state === 'loading' };
  if (state === 'loading') {
    await page.locator(`main[data-scene="${waited.name}"]`).waitFor();
    await page.clock.fastForward(PATIENCE_MS);
  }
  await expect.poll(() => page.evaluate(missing, waited), { interval: 30 }).toBe('');
};

/** The last is for the dark colours of what narrow screens don’t show, such as tables, which only show when full. */
const VIEWS = [
  { theme: 'light', viewport: WIDE },
  { theme: 'dark', viewport: NARROW },
  { theme: 'dark', viewport: WIDE },
] as const;

/** What a page shows, without its colours and sizes. Runs in the page. */
const visibleElements = (): string =>
  [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility())
    .map(({ tagName, role, ariaLabel }) => [tagName, role, ariaLabel])
    .join();

describe('each list, card and dialog', () => {
  it('is in the gallery', () => {
    const files = globSync('src/dashboard/**/*{List,Card,Dialog}.tsx');
    expect(files.length).toBeGreaterThan(30);
    const forgotten = files
      .map((file) => basename(file, '.tsx'))
      .filter((name) => !TITLES.some((title) => title === name));
    expect(forgotten).toEqual([]);
  });
});

describe.each(TITLES)('%s', (title) => {
  it.each(expectedOf(title))(
    'when %s shows %s, in both themes and widths',
    async (state, expected) => {
      const { page, pageErrors } = gallery;
      pageErrors.length = 0;
      await showScene(title, state, expected);
      // Elements seen already can have other faults at another width or in another theme only in how they are drawn.
      const seen = new Set<string>();
      for (const [nth, { theme, viewport }] of VIEWS.entries()) {
        const isSameAtBothWidths = nth === 2 && seen.size === 1;
        if (isSameAtBothWidths || (nth === 2 && state !== 'full')) break;
        const at = `${theme}, ${viewport.width} wide`;
        await page.setViewportSize(viewport);
        await page.evaluate((hash) => {
          location.hash = hash;
        }, hashOf({ title, state, theme }));
        // What depends on the width is laid out again a moment after it changed.
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: at })
          .toBeLessThanOrEqual(viewport.width);
        const elements = await page.evaluate(visibleElements);
        const rules = seen.has(elements) ? 'drawn' : 'all';
        seen.add(elements);
        expect.soft(await accessibilityFaults(page, rules), at).toEqual([]);
      }
      const unexpected = pageErrors.filter(
        (text) => !(IN_LIBRARIES.test(text) || (state === 'error' && OF_ERRORS.test(text))),
      );
      expect(unexpected).toEqual([]);
    },
  );
});

describe.each(TITLES.filter((title) => title.endsWith('Dialog')))('%s', (title) => {
  it('keeps typed text after Escape and a click beside it', async () => {
    const { page } = gallery;
    await showScene(title, 'full', 'content');
    const fields = page.getByRole('dialog').getByRole('textbox').and(page.locator(TYPED));
    if ((await fields.count()) === 0) return;
    await fields.last().pressSequentially('Ab');
    await page.keyboard.press('Escape');
    await page.mouse.click(2, 2);
    expect(await fields.last().inputValue()).toContain('Ab');
    expect(await page.evaluate(() => document.body.dataset.closed)).toBeUndefined();
  });

  it('keeps its buttons in sight on a small screen', async () => {
    const { page } = gallery;
    await showScene(title, 'full', 'content');
    await page.setViewportSize(ZOOMED);
    const box = await page.getByRole('dialog').getByRole('button').last().boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(ZOOMED.height);
  });

  it('stays and says why what it does fails, which it does once for two clicks', async () => {
    const { page } = gallery;
    await showScene(title, 'full', 'content');
    const dialog = page.getByRole('dialog');
    for (const field of await dialog.getByRole('textbox').and(page.locator(TYPED)).all())
      await field.fill('ada@desk.test');
    const button = dialog.locator('[type=submit]:enabled');
    if (CLOSES_AT_ONCE.includes(title) || (await button.count()) === 0) return;
    const answer = Promise.withResolvers<void>();
    let sent = 0;
    await page.route('**/api/**', async (route) => {
      if (route.request().method() === 'GET') return route.continue();
      sent += 1;
      await answer.promise;
      await route.abort();
    });
    await button.dblclick();
    await dialog.locator('[type=submit]').getByRole('progressbar').waitFor();
    answer.resolve();
    await dialog.getByRole('alert').getByText('Can’t reach Unstuck').waitFor();
    expect(sent).toBe(1);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => document.body.dataset.closed)).toBeUndefined();
    await page.unroute('**/api/**');
  });
});
