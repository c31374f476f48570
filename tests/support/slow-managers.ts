import type { Instant } from '../../src/journey/instant.ts';
import { ENOUGH_RIPE } from '../../src/journey/metrics/conversion.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { slowStandardize } from '../../src/journey/testing/slow-standardize.ts';
import { approvedAt } from './slow-families.ts';
import { later } from './slow-history.ts';
import {
  APPROVED,
  begun,
  type Entered,
  entry,
  type Filters,
  hours,
  isLeftOut,
  type World,
} from './slow-metrics.ts';
import { believable, pOf } from './slow-tests.ts';

/** Test support: account managers compared a second time, from the events. */

/** Whether a first journey began at least that number of days ago, and connected within as many. */
export const isRipe = ({ journey }: Entered, now: Instant, days: number) =>
  (entry(journey) ?? '') < later(now, -24 * days);
export const isConnected = ({ journey }: Entered, days: number) => {
  const approved = approvedAt(journey);
  return approved !== null && hours(entry(journey) ?? '', approved) <= 24 * days;
};

/** The complexity of some software, as the team has set it. Unknown software is moderate. */
export const complexityIn = ({ software }: World, id: string): string =>
  software.find((one) => one.id === id)?.complexity ?? 'moderate';

const countsOf = (entered: Entered[], now: Instant, days: number) => {
  const counted = entered.filter(({ journey }) => !isLeftOut(journey));
  const ripe = counted.filter((one) => isRipe(one, now, days));
  return {
    of: counted.length,
    raw: rate(ripe.filter((one) => isConnected(one, days)).length, ripe.length),
    open: counted.filter(
      ({ journey, history }) => journey.furthest < APPROVED && !journey.closed && !history.deleted,
    ).length,
    deleted: ripe.filter(({ history }) => history.deleted).length,
    leftOut: entered.length - counted.length,
  };
};

export const slowManagers = (world: World, filters: Filters, now: Instant, days: number) => {
  const entered = begun(world, filters);
  const ripe = entered.filter((one) => !isLeftOut(one.journey) && isRipe(one, now, days));
  const pair = (some: Entered[]) => ({
    count: some.filter((one) => isConnected(one, days)).length,
    of: some.length,
  });
  const standardized = (own: Entered[], rest: Entered[]) => {
    const names = new Set([...own, ...rest].flatMap(({ journey }) => journey.software ?? []));
    const on = (some: Entered[], name: string | null) =>
      pair(some.filter(({ journey }) => journey.software === name));
    const rows = [...names].map((name) => ({
      software: name,
      complexity: complexityIn(world, name),
      own: on(own, name),
      rest: on(rest, name),
    }));
    return slowStandardize(rows, on(own, null));
  };
  const ids = [...new Set(entered.map(({ history }) => history.accountManager))];
  const compared = ids.map((id) => {
    const isOwn = ({ history }: Entered) => history.accountManager === id;
    const [own, rest] = [ripe.filter(isOwn), ripe.filter((one) => !isOwn(one))];
    const [mine, theirs] = [standardized(own, rest), standardized(rest, own)];
    const isEnough = own.length >= ENOUGH_RIPE && rest.length >= ENOUGH_RIPE;
    if (mine.share === null || theirs.share === null)
      return { id, standardized: mine, difference: null, p: 1 };
    const share = mine.share - theirs.share;
    const [down, up] = [mine.share - mine.low, mine.high - mine.share];
    const [theirDown, theirUp] = [theirs.share - theirs.low, theirs.high - theirs.share];
    const below = 1.05 * Math.hypot(down, theirUp);
    const above = 1.05 * Math.hypot(up, theirDown);
    const p = pOf((1.959964 * Math.abs(share)) / (share > 0 ? below : above));
    const difference = { share, low: share - below, high: share + above };
    return { id, standardized: mine, difference, p: isEnough && share !== 0 ? p : 1 };
  });
  const clear = believable(compared.map(({ p }) => p));
  return {
    all: countsOf(entered, now, days),
    managers: new Map(
      compared.map(({ id, standardized, difference }, index) => {
        const own = entered.filter(({ history }) => history.accountManager === id);
        return [id, { ...countsOf(own, now, days), standardized, difference, clear: clear[index] }];
      }),
    ),
  };
};
