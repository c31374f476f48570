import { describe, expect, it } from 'vitest';
import { addHours } from '../instant.ts';
import type { Action } from '../spells/actions.ts';
import { START } from '../testing/arbitraries.ts';
import { seeded } from '../testing/seeded.ts';
import { type SlowSpell, slowLandmark } from '../testing/slow-landmark.ts';
import { compareActions, evidenceOf, type LandmarkCell } from './landmark.ts';
import { rate } from './rate.ts';
import { riskDifference } from './risk-difference.ts';

const cell = (
  action: Action,
  taken: boolean,
  [count, of]: [number, number],
  of_: Partial<LandmarkCell> = {},
): LandmarkCell => ({
  ...{ stuckReason: 'link_unopened', complexity: 'moderate', priority: 'low' },
  ...{ action, taken, count, of },
  ...of_,
});

describe('a comparison of actions', () => {
  it('compares like with like', () => {
    const complex = { complexity: 'complex' } as const;
    const [call] = compareActions([
      cell('call', true, [36, 40]),
      cell('call', false, [9, 10]),
      cell('call', true, [1, 10], complex),
      cell('call', false, [4, 40], complex),
    ]);
    expect(call).toMatchObject({ taken: rate(37, 50), notTaken: rate(13, 50), tooFew: false });
    expect(call?.difference?.difference).toBeCloseTo(0, 12);
    expect(call?.strata).toHaveLength(2);
  });

  it('says nothing of an action with too few like cases on either side, and leaves out those never taken', () => {
    const apart = { stuckReason: 'no_data', priority: 'high' } as const;
    const compared = compareActions([
      cell('call', true, [20, 29]),
      cell('call', true, [10, 10], apart),
      cell('call', false, [20, 90]),
      cell('guide', false, [40, 129]),
    ]);
    expect(compared).toMatchObject([
      {
        action: 'call',
        taken: rate(20, 29),
        notTaken: rate(20, 90),
        tooFew: true,
        difference: null,
      },
    ]);
  });

  it('is evidence from thirty customers in a position on, whatever their priority', () => {
    const cells = [
      cell('call', true, [20, 28]),
      cell('call', true, [14, 20], { priority: 'medium' }),
      cell('call', false, [9, 99]),
      cell('guide', true, [20, 29]),
    ];
    expect(evidenceOf(cells)).toEqual([
      {
        ...{ action: 'call', stuckReason: 'link_unopened', complexity: 'moderate' },
        moved: rate(34, 48),
      },
    ]);
  });
});

/** A team’s way to choose who to call, and what a call does to how fast they move on. */
type Choice = {
  /** In hours since they got stuck; null for never. */
  calledAfter: (isEasy: boolean, random: () => number) => number | null;
  faster: number;
};

/** Stuck customers, half of them easy, who move on by chance: the easy ones four times as fast. */
const simulate = ({ calledAfter, faster }: Choice, random: () => number): SlowSpell[] =>
  Array.from({ length: 600 }, (_, index) => {
    const isEasy = index % 2 === 0;
    const days = isEasy ? 10 : 40;
    const exponential = -Math.log(1 - random()) * days * 24;
    const called = calledAfter(isEasy, random);
    const moved =
      called === null || exponential < called
        ? exponential
        : called + (exponential - called) / faster;
    return {
      customer: String(index),
      stuckAt: START,
      endedAt: addHours(START, moved),
      movedOnAt: addHours(START, moved),
      position: isEasy ? 'easy' : 'hard',
      acts:
        called === null || called > moved
          ? []
          : [{ action: 'call' as const, at: addHours(START, called) }],
      mistake: false,
    };
  });

const LATER = addHours(START, 60 * 24);

const intervalOf = (spells: SlowSpell[]) => {
  const period = { from: START, to: LATER, days: 1, now: LATER };
  return riskDifference(Object.values(slowLandmark(spells, period).strata));
};

const RUNS = 250;

const shareOfRuns = (choice: Choice, has: (interval: { low: number; high: number }) => boolean) => {
  const random = seeded(7);
  const found = Array.from({ length: RUNS }, () => intervalOf(simulate(choice, random)));
  return found.filter((interval) => interval && has(interval)).length / RUNS;
};

const containsZero = ({ low, high }: { low: number; high: number }) => low <= 0 && high >= 0;

describe('an action that does nothing has an interval over 0 in 95% of runs, if it is taken', () => {
  it.each<[string, Choice['calledAfter']]>([
    ['the longer a case is stuck', (_, random) => (random() < 0.6 ? 48 * random() ** 0.5 : null)],
    ['on the easy cases', (isEasy, random) => (random() < (isEasy ? 0.8 : 0.1) ? 12 : null)],
  ])('%s', (_, calledAfter) => {
    const share = shareOfRuns({ calledAfter, faster: 1 }, containsZero);
    expect(share).toBeGreaterThan(0.925);
    expect(share).toBeLessThan(0.98);
  });
});

describe('an action that makes customers move on twice as fast', () => {
  it('is found in most runs, even if it is taken on the hard cases', () => {
    const calledAfter: Choice['calledAfter'] = (isEasy, random) =>
      random() < (isEasy ? 0.2 : 0.7) ? 12 : null;
    expect(shareOfRuns({ calledAfter, faster: 2 }, ({ low }) => low > 0)).toBeGreaterThan(0.8);
  });
});
