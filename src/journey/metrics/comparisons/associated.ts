import { type Rate, rate } from '../rate.ts';
import type { Attribute } from './attribute.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { type Counts, mantelHaenszel, type OddsRatio } from './mantel-haenszel.ts';

/** The customers with the same attribute and software, and how many of them connected. */
export type Group = Counts & { name: Attribute; value: string | null; software: string };

/** An attribute that goes with connecting more or less often. */
export type Associated = OddsRatio & {
  name: Attribute;
  value: string | null;
  /** Whether only customers with the same software were compared. */
  adjusted: boolean;
  with: Rate;
  without: Rate;
};

/** With fewer customers on either side, an attribute isn’t tested. */
export const ENOUGH_COMPARED = 20;

/** The share of attributes to expect among those shown that go with nothing. */
const FALSE_FINDINGS = 0.05;

/** They are the software, or follow from it. So customers with the same software can’t differ in them. */
const OF_SOFTWARE: readonly Attribute[] = ['software', 'complexity'];

const total = (all: readonly Counts[]): Counts => ({
  count: all.reduce((sum, { count }) => sum + count, 0),
  of: all.reduce((sum, { of }) => sum + of, 0),
});

const less = (all: Counts, some: Counts): Counts => ({
  count: all.count - some.count,
  of: all.of - some.of,
});

const NONE: Counts = { count: 0, of: 0 };

type BySoftware = ReadonlyMap<string, Counts>;

const compare = (groups: readonly Group[], everybody: BySoftware) => {
  const all = total([...everybody.values()]);
  const own = total(groups);
  if (Math.min(own.of, all.of - own.of) < ENOUGH_COMPARED) return [];
  const [first] = groups;
  if (!first) return [];
  const { name, value } = first;
  const adjusted = !OF_SOFTWARE.includes(name);
  const bySoftware = new Map(groups.map((group) => [group.software, group]));
  const strata = adjusted
    ? [...everybody].map(([software, both]) => {
        const mine = bySoftware.get(software) ?? NONE;
        return { with: mine, without: less(both, mine) };
      })
    : [{ with: own, without: less(all, own) }];
  const found = mantelHaenszel(strata);
  const without = less(all, own);
  return found
    ? [
        {
          name,
          value,
          adjusted,
          ...found,
          with: rate(own.count, own.of),
          without: rate(without.count, without.of),
        },
      ]
    : [];
};

/**
 * The attributes that go with connecting more or less often: for each, the odds ratio of those with it against those
 * without, adjusted for software. Of all that enough customers have and lack, only those that are believed although so
 * many were tested (Benjamini-Hochberg at 5%), and how many were. The lowest ratio comes first. `groups` must hold each
 * customer once by the attribute `software`.
 */
export const associated = (
  groups: readonly Group[],
): { all: Counts; tested: number; found: Associated[] } => {
  const everybody = new Map(
    groups.filter(({ name }) => name === 'software').map((group) => [group.software, group]),
  );
  const tested = [
    ...Map.groupBy(groups, ({ name, value }) => JSON.stringify([name, value])),
  ].flatMap(([, own]) => compare(own, everybody));
  const believed = benjaminiHochberg(
    tested.map(({ p }) => p),
    FALSE_FINDINGS,
  );
  return {
    all: total([...everybody.values()]),
    tested: tested.length,
    found: tested.filter((_, index) => believed[index]).sort((a, b) => a.ratio - b.ratio),
  };
};
