import type { PortfolioAnswer } from '../../api/metrics/portfolio.ts';
import { intervalOf } from '../../journey/metrics/period.ts';
import type { CustomersFilter } from '../shared/metrics/CustomersLink.tsx';

/** The groups of customers that have a list, in the order of the page. */
export const GROUPS = ['connected', 'becameStuck', 'lost', 'wentQuiet', 'atRisk'] as const;
export type Group = (typeof GROUPS)[number];

type Words = {
  title: string;
  /** What the customers of the group have in common. */
  note: string;
  /** What the page says if there are none. */
  none: string;
  /** What became of a customer once it is over. */
  over: string;
};

export const WORDS: Record<Group, Words> = {
  connected: {
    title: 'Connected',
    note: 'Approved their first connection',
    none: 'No one connected in this period',
    over: '',
  },
  becameStuck: {
    title: 'Became stuck',
    note: 'Ran out of time to move on by themselves',
    none: 'No one got stuck in this period',
    over: 'Stuck until',
  },
  lost: {
    title: 'Lost',
    note: 'Their connection ended',
    none: 'No one lost their connection in this period',
    over: 'Won back',
  },
  wentQuiet: {
    title: 'Went quiet',
    note: 'Under way, without doing anything for 7 days',
    none: 'No one went quiet in this period',
    over: 'Quiet until',
  },
  atRisk: {
    title: 'At risk',
    note: 'Get stuck within 3 days unless something happens',
    none: 'No one is at risk now',
    over: '',
  },
};

/** The filter of the list with exactly the customers of a group. */
export const filterOf = (
  group: Group | 'slipped',
  { period, computedAt, atRisk }: Pick<PortfolioAnswer, 'period' | 'computedAt' | 'atRisk'>,
): CustomersFilter => {
  if (group === 'connected') return { authorizedAt_gte: period.from, authorizedAt_lt: period.to };
  if (group === 'atRisk')
    return { standing: 'moving', stuckAt_gt: computedAt, stuckAt_lte: atRisk.until };
  return { [`${group}In`]: intervalOf(period) };
};

type Counted = { count: number; deleted?: number };

/** How many of a group are in its list: those whose company wasn’t deleted. */
export const listedIn = ({ count, deleted = 0 }: Counted): number => count - deleted;

/** The figures of the page in the form of its summary. */
export const summarized = (answer: PortfolioAnswer) => {
  const { connected, becameStuck, lost, wentQuiet, atRisk, stuckNow } = answer;
  return {
    connected: { count: listedIn(connected) },
    becameStuck: { count: listedIn(becameStuck), over: becameStuck.over },
    lost: { count: listedIn(lost) },
    wentQuiet: { count: listedIn(wentQuiet) },
    ...{ atRisk, stuckNow },
  };
};
