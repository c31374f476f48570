import type { Software } from '../../src/database/schema/index.ts';
import type { Instant } from '../../src/journey/instant.ts';
import type { Silence } from './slow-actions.ts';
import { APPROVED, currentOf, type History, INITIATED, later, OPENED } from './slow-history.ts';
import { type Filters, isManagedBy, isWithin, stuckOf, type World } from './slow-metrics.ts';
import { AT_FIRST, isPausedIn, stuckness, type Team } from './slow-queue.ts';

/** Test support: who connected and who slipped, counted a second time by looking at each customer before each event. */

const WEEK_HOURS = 7 * 24;
const SOON_HOURS = 72;
const LEFT_OUT = ['duplicate', 'not_our_customer'];

const teamOf = (software: Software[]): Team => ({
  ...AT_FIRST,
  software: new Map(software.map((one) => [one.id, one])),
});

/** Since when a customer was stuck in a silence. One that ended within a day is not kept. */
const stuckSince = ({ from, stuck, ended }: Silence, now: Instant): Instant | null =>
  stuck && stuck.at <= now && (!ended || later(from, 24) <= ended) ? stuck.at : null;

const quietSince = ({ from, stage, stuck, ended }: Silence, now: Instant): Instant | null => {
  const at = later(from, WEEK_HOURS);
  const isUnderWay = stage >= OPENED && stage <= INITIATED;
  return stuck && isUnderWay && at <= now && (!ended || ended > at) ? at : null;
};

/** When it happened last, and whether it is over. */
type Happened = { history: History; at: Instant; over: boolean };

/** The last of a customer’s silences for which a moment lies in the period. */
const lastOf = (
  history: History,
  silences: readonly Silence[],
  momentOf: (silence: Silence) => Instant | null,
  filters: Filters,
): Happened[] => {
  const found = silences.flatMap((silence) => {
    const at = momentOf(silence);
    return at && isWithin(at, filters) ? [{ history, at, over: silence.ended !== null }] : [];
  });
  return found.slice(-1);
};

const totals = (found: Happened[], now: Instant) => ({
  count: found.length,
  deleted: found.filter(({ history }) => history.deleted).length,
  over: found.filter(({ over }) => over).length,
  hidden: found.filter(
    ({ history, over }) =>
      !over && !history.deleted && !currentOf(history).closed && isPausedIn(history, now),
  ).length,
  times: new Map(
    found.filter(({ history }) => !history.deleted).map(({ history, at }) => [history.id, at]),
  ),
});

export const slowPortfolio = (
  world: World,
  silences: ReadonlyMap<string, readonly Silence[]>,
  { software: _, ...filters }: Filters,
  now: Instant,
) => {
  const team = teamOf(world.software);
  const own = world.histories.filter((history) => isManagedBy(filters, history));
  const last = (momentOf: typeof stuckSince) =>
    own.flatMap((history) =>
      lastOf(history, silences.get(history.id) ?? [], (one) => momentOf(one, now), filters),
    );
  const [becameStuck, wentQuiet] = [last(stuckSince), last(quietSince)];
  const lost = own.flatMap((history): Happened[] => {
    const back = history.journeys.filter(
      ({ kind, begun, closed }) =>
        kind === 'reconnect' && !LEFT_OUT.includes(closed ?? '') && isWithin(begun, filters),
    );
    const last = back.at(-1);
    return last ? [{ history, at: last.begun, over: Boolean(last.times[APPROVED]) }] : [];
  });
  const first = own.flatMap((history): Happened[] => {
    const at = history.journeys[0]?.times[APPROVED];
    return at && isWithin(at, filters) ? [{ history, at, over: false }] : [];
  });
  const slipped = new Set([...becameStuck, ...wentQuiet, ...lost].map(({ history }) => history));
  const atRisk = own.flatMap((history) => {
    const at = stuckness(history, team, later(now, SOON_HOURS))?.at;
    const comes = at && at > now && at <= later(now, SOON_HOURS) && !isPausedIn(history, now);
    return comes ? [{ id: history.id, at }] : [];
  });
  return {
    groups: {
      connected: totals(first, now),
      becameStuck: totals(becameStuck, now),
      wentQuiet: totals(wentQuiet, now),
      lost: totals(lost, now),
    },
    slipped: {
      count: slipped.size,
      deleted: [...slipped].filter(({ deleted }) => deleted).length,
    },
    atRisk: new Map(atRisk.map(({ id, at }) => [id, at])),
    stuckNow: stuckOf(world, filters, now).length,
  };
};
