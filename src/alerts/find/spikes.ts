import { and } from 'drizzle-orm';
import { LOCALE } from '../../common/locale.ts';
import { isStuckAt } from '../../database/derived-columns.ts';
import { type Spike, spikes } from '../../database/metrics/spikes.ts';
import { customers } from '../../database/schema/index.ts';
import { customersPath } from '../paths.ts';
import { isOf } from '../scope.ts';
import type { Find } from './finding.ts';

const percent = new Intl.NumberFormat(LOCALE, { style: 'percent' });

const WINDOWS: Record<Spike['window'], string> = { '24h': '24 hours', '7d': '7 days' };

const reasonOf = ({ failed, ended, window, usual }: Spike): string => {
  const lately = `${failed} of ${ended} customers failed in the last ${WINDOWS[window]}`;
  return usual.rate === null ? lately : `${lately} (normally ${percent.format(usual.rate)})`;
};

/**
 * Software that fails for more customers than usual, of all that the recipient may see: one account manager’s are too few
 * to tell. An account manager hears of it if one of theirs is stuck with it.
 */
export const findSpikes: Find = async (database, _alert, scope, now) => {
  const { portfolio, software, accountManagerId } = scope;
  const concerns = async (spike: Spike): Promise<boolean> => {
    if (software !== undefined && spike.software !== software) return false;
    if (accountManagerId === undefined) return true;
    const stuck = and(isOf({ ...scope, software: spike.software }), isStuckAt(now));
    return (await database.$count(customers, stuck)) > 0;
  };
  const found = await spikes(database, { now, portfolio });
  const concerned = await Promise.all(found.map(concerns));
  return found
    .filter((_, index) => concerned[index])
    .map((spike) => ({
      ...{ subject: spike.software, customerId: null, label: spike.name },
      reason: reasonOf(spike),
      path: customersPath({
        ...{ stuck: true, software: spike.software },
        ...(accountManagerId !== undefined && { accountManagerId }),
      }),
    }));
};
