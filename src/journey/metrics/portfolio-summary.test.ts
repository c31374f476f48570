import { expect, it } from 'vitest';
import { type PortfolioFigures, portfolioSummary } from './portfolio-summary.ts';

const FIGURES: PortfolioFigures = {
  connected: { count: 5 },
  becameStuck: { count: 3, over: 1 },
  lost: { count: 1 },
  wentQuiet: { count: 2 },
  atRisk: { count: 4 },
  stuckNow: { count: 1200, weekAgo: { count: 1190 } },
};
const OF = { whose: 'Lena Hart’s customers', days: '16–26 Nov 2026' };

it('a portfolio’s summary has the period and all figures in three sentences', () => {
  expect(portfolioSummary(FIGURES, OF)).toBe(
    'Lena Hart’s customers, 16–26 Nov 2026: 5 customers connected, 3 got stuck (1 no longer is), ' +
      '1 lost the connection and 2 went quiet. ' +
      '1,200 customers are stuck now, 10 more than a week ago. ' +
      '4 customers are at risk of getting stuck within 3 days.',
  );
});

it.each([
  [{ count: 1, weekAgo: { count: 1 } }, '1 customer is stuck now, as many as a week ago.'],
  [{ count: 2, weekAgo: { count: 5 } }, '2 customers are stuck now, 3 fewer than a week ago.'],
  [{ count: 0, weekAgo: null }, '0 customers are stuck now.'],
])('a portfolio’s summary of %j says “%s”', (stuckNow, sentence) => {
  expect(portfolioSummary({ ...FIGURES, stuckNow }, OF)).toContain(sentence);
});
