import { launchChromium } from '../../support/chromium.ts';
import { freePort } from '../../support/server.ts';
import { atLeast, type Figure, median } from '../measure/figures.ts';
import { scoreOf } from '../measure/lighthouse.ts';
import { openMinimalApp } from '../measure/minimal-app.ts';
import type { Bench } from '../measure/open.ts';
import { PAGES } from '../measure/pages.ts';

/** Of 100 points. */
const BARS = { laptop: 95, phone: 80 } as const;
const SCREENS = ['laptop', 'phone'] as const;

/** What Lighthouse says of pages that the browser has never seen, beside the list of a minimal react-admin app. */
export const byLighthouse = async ({ url, admin, rounds }: Bench): Promise<Figure[]> => {
  const port = await freePort();
  const browser = await launchChromium({ optimizing: true, debuggingPort: port });
  const minimal = await openMinimalApp(url);
  const figures: Figure[] = [];
  for (const screen of SCREENS) {
    const medianOf = async (address: string, cookie: string): Promise<number> => {
      const scores: number[] = [];
      for (let round = 0; round < Math.min(rounds, 3); round += 1)
        scores.push(await scoreOf({ port, address, cookie, screen }));
      return median(scores);
    };
    const plain = await medianOf(minimal.url, admin.cookie);
    for (const [name, path] of Object.entries(PAGES)) {
      const cookie = path === PAGES['Sign-in'] ? '' : admin.cookie;
      figures.push({
        what: `${name} on a ${screen}: Lighthouse`,
        unit: 'points',
        value: await medianOf(`${url}${path}`, cookie),
        plain,
        bar: atLeast(BARS[screen], 'points'),
      });
    }
  }
  await minimal.close();
  await browser.close();
  return figures;
};
