import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../common/event-types.ts';
import { DEFAULT_CALENDAR } from './clock/working-time.ts';
import type { JourneyEvent } from './events.ts';
import { fold } from './fold.ts';
import type { Attempt, CustomerState, Journey } from './journey.ts';
import { hasReached, isConnected, STAGES, stageNumber } from './stages.ts';
import { DEFAULT_THRESHOLDS, stuckState } from './stuck.ts';
import { eventLists, inOrder, shuffled } from './testing/arbitraries.ts';

const RUNS = { numRuns: 400 };

/** The states after each further event, beginning with the first. */
const statesOf = (events: readonly JourneyEvent[]): CustomerState[] => {
  const sorted = inOrder(events);
  return sorted.map((_, index) => fold(sorted.slice(0, index + 1)));
};

const expectValidAttempt = (attempt: Attempt) => {
  const isOpen = attempt.outcome === null;
  if (isOpen) expect(attempt.endedAt).toBeNull();
  else if (attempt.outcome !== 'authorized') expect(attempt.endedAt).not.toBeNull();
  expect(attempt.abandonsAt !== null).toBe(isOpen);
  const end = attempt.endedAt ?? attempt.abandonsAt;
  if (end) expect(end >= attempt.startedAt).toBe(true);
  expect(attempt.failureReason !== null).toBe(attempt.outcome === 'failed');
  expect(attempt.failureText !== null).toBe(attempt.outcome === 'failed');
};

const expectOneOpenAttemptPerConnection = (attempts: readonly Attempt[]) => {
  const open = attempts.filter(({ outcome }) => !outcome).map(({ connectionId }) => connectionId);
  expect(open).toEqual([...new Set(open)]);
};

/** Times were seen, so they follow each other as the stages do, and stop at the furthest. */
const expectValidStages = (journey: Journey) => {
  expect(hasReached(journey.furthestStage, journey.stage)).toBe(true);
  expect(journey.stageEnteredAt >= journey.startedAt).toBe(true);
  const times = STAGES.flatMap((stage) => journey.reachedAt[stage] ?? []);
  expect(times).toEqual([...times].sort());
  for (const stage of STAGES)
    if (journey.reachedAt[stage]) expect(hasReached(journey.furthestStage, stage)).toBe(true);
};

const expectValidJourney = (journey: Journey) => {
  expectValidStages(journey);
  journey.attempts.forEach(expectValidAttempt);
  const failed = journey.attempts.filter(({ outcome }) => outcome === 'failed').length;
  expect(journey.failedAttempts).toBeGreaterThanOrEqual(0);
  expect(journey.failedAttempts).toBeLessThanOrEqual(failed);
  // While a connected customer’s data is missing, the reason is why it couldn’t be read.
  const awaitsData = isConnected(journey.stage) && journey.stage !== 'streaming';
  if (!awaitsData || journey.failedAttempts > 0)
    expect(journey.failureReason !== null).toBe(journey.failedAttempts > 0);
  expect(journey.closedReason !== null).toBe(journey.closedAt !== null);
  if (isConnected(journey.stage)) {
    expect(journey.stage).toBe(journey.furthestStage);
    expect(journey).toMatchObject({ failedAttempts: 0, lastSignalFailed: false });
  }
};

/** One journey at a time: the next begins only when the one before it was connected or closed. */
const expectValidSuccession = (journeys: readonly Journey[]) => {
  journeys.forEach((journey, index) => {
    const previous = journeys[index - 1];
    expect(journey.kind === 'first').toBe(previous === undefined);
    if (journey.kind === 'reconnect')
      expect(isConnected(previous?.furthestStage ?? 'created')).toBe(true);
    if (journey.kind === 'reopened') expect(previous?.closedAt).toEqual(expect.any(String));
    if (previous) expect(journey.startedAt >= previous.startedAt).toBe(true);
  });
};

const expectValid = (state: CustomerState) => {
  expect(state.journeys.length).toBeGreaterThan(0);
  state.journeys.forEach(expectValidJourney);
  expectValidSuccession(state.journeys);
  expectOneOpenAttemptPerConnection(state.journeys.flatMap(({ attempts }) => attempts));
  const isLive = Object.values(state.connections).some(({ status }) => status === 'linked');
  if (isLive) expect(isConnected(state.journeys.at(-1)?.stage ?? 'created')).toBe(true);
};

describe('the generated event lists', () => {
  it('contain events of every type, and ties', () => {
    const lists = fc.sample(eventLists, { numRuns: 100, seed: 1 });
    const types = new Set(lists.flat().map(({ type }) => type));
    expect([...types].sort()).toEqual([...EVENT_TYPES].sort());
    const withTies = lists.filter(
      (list) => new Set(list.map(({ occurredAt }) => occurredAt)).size < list.length,
    );
    expect(withTies.length).toBeGreaterThan(50);
  });
});

describe('the fold', () => {
  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(shuffled(eventLists), ([list, other]) => {
        expect(fold(other)).toEqual(fold(list));
      }),
      RUNS,
    );
  });

  it('ignores repeated events', () => {
    const listsWithRepeats = eventLists.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list), fc.shuffledSubarray(list)),
    );
    fc.assert(
      fc.property(listsWithRepeats, ([list, again, andAgain]) => {
        expect(fold([...again, ...list, ...andAgain])).toEqual(fold(list));
      }),
      RUNS,
    );
  });

  it('does not change its arguments', () => {
    fc.assert(
      fc.property(eventLists, fc.nat(40), (list, cut) => {
        const sorted = inOrder(list);
        const from = fold(sorted.slice(0, cut));
        const before = structuredClone({ sorted, from });
        fold(sorted.slice(cut), from);
        expect({ sorted, from }).toEqual(before);
      }),
      RUNS,
    );
  });

  it('continues from an earlier state as if it had folded all events', () => {
    fc.assert(
      fc.property(eventLists, fc.nat(40), (list, cut) => {
        const sorted = inOrder(list);
        expect(fold(sorted.slice(cut), fold(sorted.slice(0, cut)))).toEqual(fold(list));
      }),
      RUNS,
    );
  });

  it('yields a valid state after every event', () => {
    fc.assert(
      fc.property(eventLists, (list) => {
        statesOf(list).forEach(expectValid);
      }),
      RUNS,
    );
  });

  it('never lowers the furthest stage of a journey, and never loses a journey', () => {
    fc.assert(
      fc.property(eventLists, (list) => {
        let previous: Journey[] = [];
        for (const { journeys } of statesOf(list)) {
          expect(journeys.length).toBeGreaterThanOrEqual(previous.length);
          previous.forEach(({ furthestStage }, index) => {
            const now = stageNumber(journeys[index]?.furthestStage ?? 'created');
            expect(now).toBeGreaterThanOrEqual(stageNumber(furthestStage));
          });
          previous = journeys;
        }
      }),
      RUNS,
    );
  });

  it('watches every customer who is not streaming, closed or deleted, and no other', () => {
    const settings = { thresholds: DEFAULT_THRESHOLDS, software: {}, calendar: DEFAULT_CALENDAR };
    fc.assert(
      fc.property(eventLists, (list) => {
        for (const state of statesOf(list)) {
          const journey = state.journeys.at(-1);
          const isDone = journey?.stage === 'streaming' || journey?.closedAt || state.deletedAt;
          const { stuckReason, stuckAt } = stuckState(state, settings);
          expect(stuckReason === null).toBe(Boolean(isDone));
          // While somebody waits without a date, nobody knows when.
          if (!isDone && state.pause?.until !== null) expect(stuckAt).not.toBeNull();
        }
      }),
      RUNS,
    );
  });
});
