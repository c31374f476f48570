import { launchChromium } from '../../support/chromium.ts';
import { atMost, type Figure, median, type Unit } from '../measure/figures.ts';
import { weighMinimalApp } from '../measure/minimal-app.ts';
import type { Bench } from '../measure/open.ts';
import { PAGES } from '../measure/pages.ts';
import { answerOf, type Screen, visit } from '../measure/visit.ts';

const SCREENS: Record<string, Screen> = {
  laptop: { viewport: { width: 1350, height: 940 }, slowdown: 1 },
  phone: { viewport: { width: 390, height: 844 }, slowdown: 4 },
};

/** Of the minimal app, as the same framework weighs so much by itself. */
const TIMES_MINIMAL = 1.15;
const MOST_SHIFT = 0.02;
/** In milliseconds: what counts as good at https://web.dev/articles/inp */
const GOOD_ANSWER_MS = 200;

type Visited = Awaited<ReturnType<typeof visit>>;

const of = (visits: readonly Visited[], take: (one: Visited) => number): number =>
  median(visits.map(take));

/** What people notice while pages load that their browser has never seen, and how soon the queue answers them. */
export const inBrowser = async ({ url, admin, rounds }: Bench): Promise<Figure[]> => {
  const browser = await launchChromium({ optimizing: true });
  const minimal = await weighMinimalApp();
  const figures: Figure[] = [];
  const tell = (what: string, unit: Unit, value: number, more: Partial<Figure> = {}) =>
    figures.push({ what, unit, value, ...more });
  const times = Math.min(rounds, 5);
  for (const [screen, how] of Object.entries(SCREENS))
    for (const [name, path] of Object.entries(PAGES)) {
      const cookie = path === PAGES['Sign-in'] ? '' : admin.cookie;
      const visits: Visited[] = [];
      for (let round = 0; round < times; round += 1) {
        const visited = await visit(browser, how, { url, path, cookie });
        await visited.leave();
        visits.push(visited);
      }
      const about = `${name} on a ${screen}`;
      tell(
        `${about}: painted`,
        'ms',
        of(visits, ({ painted }) => painted),
      );
      tell(
        `${about}: painted when opened again`,
        'ms',
        of(visits, ({ paintedAgain }) => paintedAgain),
      );
      tell(
        `${about}: blocked`,
        'ms',
        of(visits, ({ blocked }) => blocked),
      );
      tell(
        `${about}: layout shift`,
        'shift',
        of(visits, ({ shifted }) => shifted),
        {
          bar: atMost(MOST_SHIFT, 'shift'),
        },
      );
      if (how.slowdown > 1) continue;
      tell(
        `${about}: scripts`,
        'kB',
        of(visits, ({ weight }) => weight),
        {
          plain: minimal,
          bar: {
            text: `at most ${TIMES_MINIMAL} × a minimal app`,
            met: ({ value, plain = 0 }) => value <= TIMES_MINIMAL * plain,
          },
        },
      );
      tell(
        `${about}: requests`,
        'requests',
        of(visits, ({ requests }) => requests),
      );
    }
  for (const [screen, how] of Object.entries(SCREENS)) {
    const { page, leave } = await visit(browser, how, {
      url,
      path: PAGES.Stuck,
      cookie: admin.cookie,
    });
    const answers = {
      'Assign to me': () =>
        page
          .getByLabel(/^Assign to me: /)
          .first()
          .click(),
      'menu of snoozes': () =>
        page
          .getByLabel(/^Snooze /)
          .first()
          .click(),
      'next page': async () => {
        await page.keyboard.press('Escape');
        await page.getByLabel('Go to next page').click();
      },
    };
    for (const [what, act] of Object.entries(answers))
      tell(`Stuck on a ${screen}: ${what}, until painted`, 'ms', await answerOf(page, act), {
        bar: atMost(GOOD_ANSWER_MS, 'ms'),
      });
    await leave();
  }
  await browser.close();
  return figures;
};
