import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkpointOf } from '../checkpoint/checkpoint.ts';
import type { JourneyEvent } from '../events.ts';
import { fold, inOrder } from '../fold.ts';
import { type CustomerState, EMPTY_STATE } from '../journey.ts';
import { eventLists } from '../testing/arbitraries.ts';
import { event, FAILURE } from '../testing/example-events.ts';
import { redact } from './redact.ts';

const isCode = (text: string | null): boolean => /^\d{3}$/.test(text ?? '');

/** The state without its personal fields. */
const impersonal = (state: CustomerState): CustomerState => {
  const { createdAt, accountManagerId, ownerManagerId, assigneeId } = state.profile;
  const profile = { createdAt, accountManagerId, ownerManagerId, assigneeId };
  return {
    ...state,
    pause: state.pause && { ...state.pause, note: null },
    lastPause: state.lastPause && { ...state.lastPause, note: null },
    profile: JSON.parse(JSON.stringify(profile)),
    otherConnections: Object.fromEntries(
      Object.entries(state.otherConnections).map(([id, one]) => [id, { ...one, name: null }]),
    ),
    journeys: state.journeys.map((journey) => ({
      ...journey,
      attempts: journey.attempts.map((attempt) => ({
        ...attempt,
        statusCode: isCode(attempt.statusCode) ? attempt.statusCode : null,
        failureText: attempt.failureText === null ? null : '',
      })),
    })),
  };
};

/** Software that reads data once, of those in the generated events. */
const ONE_TIME = [[], ['gbol']];

const PLANTED = 'Ada Lovelace';

/** The event with a name in every text that may be personal. */
const planted = (original: JourneyEvent): JourneyEvent => {
  const text = JSON.stringify(original, (key, value) =>
    /^(name|description|email|phone|text|softwareName|contactName|contactEmail|contactPhone|waitingNote)$/.test(
      key,
    ) && typeof value === 'string'
      ? `${value} ${PLANTED}`
      : value,
  );
  return JSON.parse(text);
};

describe('a redacted history', () => {
  it.each(ONE_TIME)('folds to the same journeys, attempts and reasons', (...oneTime: string[]) => {
    const software = new Set(oneTime);
    fc.assert(
      fc.property(eventLists, (events) => {
        const before = fold(events, EMPTY_STATE, software);
        const after = fold(events.map(redact), EMPTY_STATE, software);
        expect(impersonal(after)).toEqual(impersonal(before));
      }),
      { numRuns: 1000 },
    );
  });

  it('contains no text that someone wrote, and neither does its checkpoint', () => {
    fc.assert(
      fc.property(eventLists, (events) => {
        const redacted = events.map(planted).map(redact);
        const newest = inOrder(redacted).at(-1);
        const checkpoint = newest && checkpointOf(fold(redacted), newest);
        expect(JSON.stringify([redacted, checkpoint])).not.toMatch(
          /Lovelace|Ada|Acme|Wholesale|example|7946|north|Books|lending/,
        );
      }),
    );
  });

  it('stays as it is when it is redacted again', () => {
    fc.assert(
      fc.property(eventLists, (events) => {
        const once = events.map(redact);
        expect(once.map(redact)).toEqual(once);
      }),
    );
  });

  it('keeps the reason of a failure, but neither its text nor a status code made of text', () => {
    const failed = event(1, 'connection.failed', {
      ...FAILURE,
      connectionId: 'a',
      statusCode: PLANTED,
    });
    expect(redact(failed).data).toEqual({
      connectionId: 'a',
      text: '',
      recognized: { onPremise: 'cancelled', online: 'cancelled', unknown: 'cancelled' },
    });
  });

  it('keeps what depends on whether the software is on-premise', () => {
    const text = 'The connector is offline';
    const failed = event(1, 'connection.failed', { connectionId: 'a', text });
    expect(redact(failed).data).toMatchObject({
      recognized: {
        onPremise: 'connector_blocked',
        online: 'unknown',
        unknown: 'connector_blocked',
      },
    });
  });
});
