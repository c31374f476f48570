import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyEvent } from '../events.ts';
import { fold, inOrder } from '../fold.ts';
import type { CustomerState } from '../journey.ts';
import { eventLists } from '../testing/arbitraries.ts';
import { type Checkpoint, checkpointOf, resume } from './checkpoint.ts';
import { atHand, excerptOf, LeftOut, listOf } from './excerpt.ts';

/** As the database returns it, with the fields of each record in another order. */
const stored = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (key, item) =>
    item && typeof item === 'object' && !Array.isArray(item) && key !== 'connections'
      ? Object.fromEntries(Object.entries(item).reverse())
      : item,
  );

const NUMBERS = Array.from({ length: 10 }, (_, number) => number);

describe('the list of an excerpt', () => {
  const list = () => listOf(stored(excerptOf(NUMBERS, 3)));

  it('has the length, the first and the last items of the whole list', () => {
    expect([list().length, list()[0], list().at(-1), list().slice(-3)]).toEqual([
      10,
      0,
      9,
      [7, 8, 9],
    ]);
    expect(atHand(list())).toEqual([0, 7, 8, 9].map((number) => [number, number]));
  });

  it('can be searched from the end and added to', () => {
    const longer = list();
    longer.push(10);
    expect(longer.findLast((number) => number < 9)).toBe(8);
    expect(longer.lastIndexOf(7)).toBe(7);
    expect(atHand(longer).map(([index]) => index)).toEqual([0, 7, 8, 9, 10]);
    expect(excerptOf(longer, 3)).toEqual(excerptOf([...NUMBERS, 10], 3));
  });

  it.each<[string, (numbers: number[]) => unknown]>([
    ['an item by its index', (numbers) => numbers[1]],
    ['all items', (numbers) => numbers.map(String)],
    ['a copy', (numbers) => [...numbers]],
    ['a search from the start', (numbers) => numbers.includes(9)],
    ['a search from the end for what is not at hand', (numbers) => numbers.lastIndexOf(5)],
    ['an insertion at the start', (numbers) => numbers.unshift(-1)],
    ['a longer excerpt', (numbers) => excerptOf(numbers, 4)],
    ['a change', (numbers) => numbers.fill(0)],
    ['text', (numbers) => JSON.stringify(numbers)],
  ])('throws where something is needed that was left out: %s', (_, look) => {
    expect(() => look([...NUMBERS])).not.toThrow();
    expect(() => look(list())).toThrow(LeftOut);
  });

  it('is the whole list if nothing was left out', () => {
    for (const most of [9, 10, 11]) expect(listOf(excerptOf(NUMBERS, most))).toEqual(NUMBERS);
    expect(listOf(excerptOf([], 3))).toEqual([]);
  });
});

/** What is at hand of a state, in plain lists. */
const plain = (state: CustomerState) => ({
  ...state,
  journeys: atHand(state.journeys).map(([ordinal, { attempts, spells, ...journey }]) => [
    ordinal,
    { ...journey, attempts: atHand(attempts), spells: atHand(spells) },
  ]),
});

/** The parts of a whole state that are at hand in another. */
const matching = (whole: CustomerState, part: CustomerState) => ({
  ...whole,
  journeys: atHand(part.journeys).map(([ordinal, { attempts, spells }]) => {
    const journey = whole.journeys[ordinal];
    return [
      ordinal,
      {
        ...journey,
        attempts: atHand(attempts).map(([index]) => [index, journey?.attempts[index]]),
        spells: atHand(spells).map(([index]) => [index, journey?.spells[index]]),
      },
    ];
  }),
});

const resumed = (checkpoint: Checkpoint, further: readonly JourneyEvent[]) => {
  try {
    return resume(checkpoint, further);
  } catch (error) {
    if (error instanceof LeftOut) return 'left out' as const;
    throw error;
  }
};

/** Two parts of a list of events in order, neither empty, and how much a checkpoint between them has at hand. */
const cuts = fc
  .tuple(eventLists, fc.nat(40), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .filter(([list]) => list.length > 1)
  .map(([list, position, journeys, attempts]) => {
    const sorted = inOrder(list);
    const cut = 1 + (position % (sorted.length - 1));
    return {
      first: sorted.slice(0, cut),
      rest: sorted.slice(cut),
      most: { journeys, attempts, spells: attempts },
    };
  });

const checkpointAfter = (
  events: readonly JourneyEvent[],
  most?: { journeys: number; attempts: number; spells: number },
) => {
  const newest = inOrder(events).at(-1);
  if (!newest) throw new Error('There are no events.');
  return stored(checkpointOf(fold(events), newest, most));
};

describe('a fold resumed from a checkpoint', () => {
  it('yields what folding all events does, or reports that it lacks a part', () => {
    const outcomes = { equal: 0, 'left out': 0 };
    fc.assert(
      fc.property(cuts, ({ first, rest, most }) => {
        const state = resumed(checkpointAfter(first, most), rest);
        if (state === 'left out') {
          outcomes[state] += 1;
          return;
        }
        const whole = fold([...first, ...rest]);
        expect(state && plain(state)).toEqual(state && matching(whole, state));
        expect(state?.journeys).toHaveLength(whole.journeys.length);
        outcomes.equal += 1;
      }),
      { numRuns: 1000 },
    );
    expect(outcomes.equal).toBeGreaterThan(outcomes['left out']);
  });

  it('yields the same checkpoint one event at a time as all at once', () => {
    fc.assert(
      fc.property(cuts, ({ first, rest }) => {
        let checkpoint = checkpointAfter(first);
        for (const event of rest) {
          const state = resumed(checkpoint, [event]);
          if (state === 'left out' || state === null) return;
          checkpoint = stored(checkpointOf(state, event));
        }
        expect(checkpoint).toEqual(checkpointAfter([...first, ...rest]));
      }),
      { numRuns: 200 },
    );
  });

  it('refuses events that are not newer than all before', () => {
    fc.assert(
      fc.property(cuts, ({ first, rest }) => {
        expect(resumed(checkpointAfter(rest), first)).toBeNull();
        const [early] = first;
        if (early) expect(resumed(checkpointAfter(rest), [...rest.slice(-1), early])).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('does not change the checkpoint', () => {
    fc.assert(
      fc.property(cuts, ({ first, rest, most }) => {
        const checkpoint = checkpointAfter(first, most);
        const before = structuredClone(checkpoint);
        resumed(checkpoint, rest);
        expect(checkpoint).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
