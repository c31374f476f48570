import { compare, conversionWithin, DAY_HOURS } from '../../journey/metrics/conversion.ts';
import type { Cohort, Member } from './cohort.ts';

const countOf = (all: readonly Member[], condition: (one: Member) => boolean): number =>
  all.filter(condition).length;

const isWithin = (days: number, { reachedAfter }: Member): boolean =>
  reachedAfter !== null && reachedAfter <= days * DAY_HOURS;

/** The share of a cohort that connected within a number of days, and the counts behind it. */
export const conversionOf = (days: number, { members, leftOut }: Cohort) => {
  const conversion = conversionWithin(days, members);
  const gone = members.filter(({ deleted }) => deleted);
  const { of, connected, ripe } = conversionWithin(days, gone);
  return {
    ...conversion,
    partial: countOf(members, (one) => one.partial && isWithin(days, one)),
    open: countOf(members, ({ open }) => open),
    leftOut: leftOut.length,
    deleted: { of, connected, ripe, leftOut: countOf(leftOut, ({ deleted }) => deleted) },
  };
};

/** The same, compared with an earlier cohort. */
export const compareConversion = (days: number, cohort: Cohort, before: Cohort) => {
  const now = conversionOf(days, cohort);
  const previous = conversionOf(days, before);
  return { ...now, previous, ...compare(now, previous) };
};
