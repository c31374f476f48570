import type { Figure } from '../measure/figures.ts';
import type { Bench } from '../measure/open.ts';
import { inBrowser } from './browser.ts';
import { exportAll } from './export.ts';
import { byLighthouse } from './lighthouse.ts';
import { lists } from './lists.ts';
import { longHistories } from './long-histories.ts';
import { openPages } from './open-pages.ts';
import { pages } from './pages.ts';
import { webhooks } from './webhooks.ts';

/** What is measured, in this order: first what only reads. */
export const SUBJECTS: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  lists,
  pages,
  export: exportAll,
  'long-histories': longHistories,
  webhooks,
  'open-pages': openPages,
  browser: inBrowser,
  lighthouse: byLighthouse,
};
