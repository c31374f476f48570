import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { describe, expect, it } from 'vitest';
import { associated, type Group } from './associated.ts';

/** Software with the share that connects, and the share of its customers with each tag. */
const SOFTWARE = [
  ['xero', 0.9, 0.2],
  ['sage', 0.7, 0.5],
  ['netsuite', 0.5, 0.8],
] as const;

const CUSTOMERS = 80;
const TAGS = 10;

/** Customers with random tags. Those with the first tag connect less often by `effect`. */
const drawGroups = (generator: ReturnType<typeof mersenne>, effect: number): Group[] => {
  const chance = (share: number) => uniformInt(generator, 1, 1000) <= 1000 * share;
  return SOFTWARE.flatMap(([software, share, tagged]) => {
    const customers = Array.from({ length: CUSTOMERS }, () => {
      const tags = Array.from({ length: TAGS }, () => chance(tagged));
      return { tags, connected: chance(share - (tags[0] ? effect : 0)) };
    });
    const group = (some: typeof customers) => ({
      software,
      of: some.length,
      count: some.filter(({ connected }) => connected).length,
    });
    return [
      { name: 'software' as const, value: software, ...group(customers) },
      ...Array.from({ length: TAGS }, (_, tag) => ({
        name: 'label' as const,
        value: `tag-${tag}`,
        ...group(customers.filter(({ tags }) => tags[tag])),
      })),
    ];
  });
};

describe('of 200 samples with ten tags that are more frequent with software that is hard to connect', () => {
  const generator = mersenne(3);
  const tagsFound = (effect: number) =>
    Array.from({ length: 200 }, () =>
      associated(drawGroups(generator, effect)).found.filter(({ name }) => name === 'label'),
    );

  it('at most 15% find one of them to matter, though none does, beside the software that does', () => {
    expect(tagsFound(0).filter((found) => found.length > 0).length / 200).toBeLessThanOrEqual(0.15);
  });

  it('at least 80% find the one that goes with drop-off', () => {
    const found = tagsFound(0.25).filter((labels) =>
      labels.some(({ value, ratio }) => value === 'tag-0' && ratio < 1),
    );
    expect(found.length / 200).toBeGreaterThanOrEqual(0.8);
  });
});

it('software is compared as it is, and other attributes with the same software only', () => {
  const { all, tested, found } = associated(drawGroups(mersenne(1), 0.4));
  expect(all.of).toBe(3 * CUSTOMERS);
  expect(tested).toBe(3 + TAGS);
  for (const { name, adjusted } of found) expect(adjusted).toBe(name === 'label');
});

it('an attribute that fewer than 20 have, or lack, isn’t tested', () => {
  const group = { software: 'xero', count: 10 };
  const groups: Group[] = [
    { name: 'software', value: 'xero', ...group, of: 100 },
    { name: 'label', value: 'few', ...group, of: 19 },
    { name: 'label', value: 'most', ...group, of: 81 },
  ];
  expect(associated(groups)).toEqual({ all: { count: 10, of: 100 }, tested: 0, found: [] });
});
