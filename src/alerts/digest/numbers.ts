import type { Database } from '../../database/database.ts';
import { portfolio } from '../../database/metrics/portfolio/portfolio.ts';
import { loadWorkspace } from '../../database/settings.ts';
import type { Instant } from '../../journey/instant.ts';
import { intervalOf } from '../../journey/metrics/period.ts';
import { againstWeekAgo } from '../../journey/metrics/portfolio-summary.ts';
import { customersPath } from '../paths.ts';

/** Some of a person’s customers: how many, some of their names, and the list with exactly them. */
export type Group = { count: number; names: string[]; more: number; path: string };

/** How many are named. */
const NAMED = 5;

type Counted = { count: number; deleted?: number; customers?: { name: string }[] };

/** What a list of customers can show: without those whose company was deleted. */
const groupOf = ({ count: all, deleted = 0, customers = [] }: Counted, path: string): Group => {
  const count = all - deleted;
  const names = customers.slice(0, NAMED).map(({ name }) => name);
  return { count, names, more: names.length > 0 ? count - names.length : 0, path };
};

/** The portfolio of an account manager in a period up to `until`, as their page shows it, with the links to its lists. */
export const digestNumbers = async (
  database: Database,
  accountManagerId: string,
  { since, until }: { since: Instant; until: Instant },
) => {
  const period = { from: since, to: until };
  const { timeZone, conversionDays } = await loadWorkspace(database);
  const { connected, slipped, becameStuck, lost, wentQuiet, atRisk, stuckNow } = await portfolio(
    database,
    { period, now: until, timeZone, conversionDays, accountManagerId, portfolio: null },
  );
  const listOf = (filter: object) => customersPath({ accountManagerId, ...filter });
  const interval = intervalOf(period);
  return {
    connected: groupOf(connected, listOf({ authorizedAt_gte: since, authorizedAt_lt: until })),
    slipped: groupOf(slipped, listOf({ slippedIn: interval })),
    becameStuck: groupOf(becameStuck, listOf({ becameStuckIn: interval })),
    lost: groupOf(lost, listOf({ lostIn: interval })),
    wentQuiet: groupOf(wentQuiet, listOf({ wentQuietIn: interval })),
    atRisk: groupOf(
      atRisk,
      listOf({ standing: 'moving', stuckAt_gt: until, stuckAt_lte: atRisk.until }),
    ),
    stuck: groupOf(stuckNow, listOf({ stuck: true })),
    againstWeekAgo: againstWeekAgo(stuckNow),
  };
};

export type DigestNumbers = Awaited<ReturnType<typeof digestNumbers>>;

/** Whether there is nothing to tell: nothing happened, and nobody is stuck or will be soon. */
export const isEmpty = ({ connected, slipped, atRisk, stuck }: DigestNumbers): boolean =>
  [connected, slipped, atRisk, stuck].every(({ count }) => count === 0);
