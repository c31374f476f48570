import { counted, formatNumber } from '../../common/locale.ts';

/** What a summary of a portfolio tells. */
export type PortfolioFigures = {
  connected: { count: number };
  becameStuck: { count: number; over: number };
  lost: { count: number };
  wentQuiet: { count: number };
  atRisk: { count: number };
  stuckNow: { count: number; weekAgo: { count: number } | null };
};

/** In a sentence: “5 customers connected, 3 got stuck (1 no longer is), 1 lost the connection and 2 went quiet”. */
const whatHappened = ({ connected, becameStuck, lost, wentQuiet }: PortfolioFigures): string => {
  const { count, over } = becameStuck;
  const since = over > 0 ? ` (${formatNumber(over)} no longer ${over === 1 ? 'is' : 'are'})` : '';
  return [
    `${counted(connected.count, 'customer', 'customers')} connected`,
    `${formatNumber(count)} got stuck${since}`,
    `${formatNumber(lost.count)} lost the connection and ${formatNumber(wentQuiet.count)} went quiet`,
  ].join(', ');
};

/** Such as “4 more than a week ago”. */
export const againstWeekAgo = ({ count, weekAgo }: PortfolioFigures['stuckNow']): string | null => {
  if (!weekAgo) return null;
  const by = count - weekAgo.count;
  if (by === 0) return 'as many as a week ago';
  return `${formatNumber(Math.abs(by))} ${by > 0 ? 'more' : 'fewer'} than a week ago`;
};

const areOrIs = (count: number): string =>
  `${counted(count, 'customer', 'customers')} ${count === 1 ? 'is' : 'are'}`;

/** Three sentences for somebody who doesn’t have the page: whose customers, when, and how many. */
export const portfolioSummary = (
  figures: PortfolioFigures,
  { whose, days }: { whose: string; days: string },
): string => {
  const { stuckNow, atRisk } = figures;
  const compared = againstWeekAgo(stuckNow);
  return [
    `${whose}, ${days}: ${whatHappened(figures)}.`,
    `${areOrIs(stuckNow.count)} stuck now${compared ? `, ${compared}` : ''}.`,
    `${areOrIs(atRisk.count)} at risk of getting stuck within 3 days.`,
  ].join(' ');
};
