import type { Instant } from '../../src/journey/instant.ts';
import type { History, Journey } from './slow-history.ts';
import {
  APPROVED,
  entry,
  type Filters,
  firstOf,
  isLeftOut,
  isManagedBy,
  isOn,
  isWithin,
  type World,
} from './slow-metrics.ts';

/** Test support: parents with their subsidiaries, each of which counts once. */

type Company = { history: History; journey: Journey };

/** A journey that began at some time, with its customer, and the other companies of the same parent. */
export type Begun = Company & { at: Instant; others: Company[] };

/** When an approval was seen, or something that shows it. */
export const approvedAt = ({ furthest, times, since }: Journey): Instant | null => {
  if (furthest < APPROVED) return null;
  const [shown] = [times[6], times[7]].filter((at) => typeof at === 'string').sort();
  return times[APPROVED] ?? shown ?? since;
};

export const mayConnect = ({ journey, history }: Company): boolean =>
  journey.furthest < APPROVED && !journey.closed && !history.deleted;

const LAST = '9999';

/** In which order companies stand for their family: connected first, then those who may still connect, the furthest first. */
const rank = (one: Company): string =>
  [
    approvedAt(one.journey) ?? LAST,
    mayConnect(one) ? 0 : 1,
    9 - one.journey.furthest,
    entry(one.journey) ?? LAST,
    one.history.id,
  ].join(' ');

const familyOf = ({ history, journey }: Company): string =>
  isLeftOut(journey) ? `left out: ${history.id}` : (history.parent ?? history.id);

/** The first journeys of all families that began in the period. */
export const familiesIn = ({ histories }: World, filters: Filters): Begun[] => {
  const companies = histories.flatMap((history) => {
    const journey = firstOf(history);
    const counts = journey && isManagedBy(filters, history) && isOn(filters, journey.software);
    return counts ? [{ history, journey }] : [];
  });
  return [...Map.groupBy(companies, familyOf).values()].flatMap((family) => {
    const [first, ...others] = family.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    const [at] = family.flatMap(({ journey }) => entry(journey) ?? []).sort();
    return first && isWithin(at, filters) && at ? [{ ...first, at, others }] : [];
  });
};
