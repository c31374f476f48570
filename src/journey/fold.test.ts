import { describe, expect, it } from 'vitest';
import type { JourneyEvent } from './events.ts';
import { fold } from './fold.ts';
import type { Stage } from './stages.ts';
import { A, at, B, event, FAILURE, journeyAfter, SEND } from './testing/example-events.ts';

const CREATED = event(0, 'customer.created', {});
const INVITED = event(1, 'link.sent', SEND);
const OPENED = event(2, 'link.opened', {});
const SELECTED = event(3, 'software.selected', A);
const INITIATED = event(4, 'connection.initiated', A);
const FAILED = event(5, 'connection.failed', { ...A, ...FAILURE });
const AUTHORIZED = event(6, 'connection.authorized', A);
const COMPLETED = event(7, 'journey.completed', {});
const STREAMING = event(8, 'data.received', A);
const DISCONNECTED = event(9, 'connection.disconnected', A);

describe('a single signal', () => {
  const ROWS: [JourneyEvent, Stage, Stage, Stage[]][] = [
    [CREATED, 'created', 'created', ['created']],
    [event(1, 'customer.updated', {}), 'created', 'created', ['created']],
    [event(1, 'customer.deleted', {}), 'created', 'created', ['created']],
    [INVITED, 'invited', 'invited', ['created', 'invited']],
    [OPENED, 'opened', 'opened', ['created', 'opened']],
    [SELECTED, 'selected', 'selected', ['created', 'selected']],
    [INITIATED, 'initiated', 'initiated', ['created', 'initiated']],
    [FAILED, 'initiated', 'initiated', ['created']],
    [AUTHORIZED, 'authorized', 'authorized', ['created', 'authorized']],
    [COMPLETED, 'opened', 'opened', ['created']],
    [STREAMING, 'streaming', 'streaming', ['created', 'streaming']],
    [event(1, 'report.ready', {}), 'created', 'created', ['created']],
    [event(1, 'report.failed', {}), 'created', 'created', ['created']],
    [event(1, 'connection.deleted', A), 'opened', 'selected', ['created']],
    [event(1, 'journey.closed', { reason: 'declined' }), 'created', 'created', ['created']],
    [event(1, 'journey.reopened', {}), 'created', 'created', ['created']],
  ];

  it.each(ROWS.map(([signal, ...expected]) => [signal.type, signal, ...expected] as const))(
    '%s leads to its stage and gives a time to no implied stage',
    (_, signal, stage, furthestStage, seen) => {
      const journey = journeyAfter(signal);
      expect(journey).toMatchObject({ kind: 'first', stage, furthestStage });
      expect(journey.reachedAt).toEqual(
        Object.fromEntries(seen.map((name) => [name, signal.occurredAt])),
      );
    },
  );

  it('connection.disconnected implies earlier access and starts a reconnect journey', () => {
    const [first, second, ...others] = fold([DISCONNECTED]).journeys;
    expect(first).toMatchObject({ stage: 'authorized', reachedAt: { created: at(9) } });
    expect(first?.reachedAt).not.toHaveProperty('authorized');
    expect(second).toMatchObject({ kind: 'reconnect', stage: 'created', startedAt: at(9) });
    expect(others).toEqual([]);
  });
});

describe('a whole journey', () => {
  const all = [CREATED, INVITED, OPENED, SELECTED, INITIATED, AUTHORIZED, COMPLETED, STREAMING];

  it('keeps the time at which each stage was reached', () => {
    expect(journeyAfter(...all).reachedAt).toEqual({
      created: at(0),
      invited: at(1),
      opened: at(2),
      selected: at(3),
      initiated: at(4),
      authorized: at(6),
      completed: at(7),
      streaming: at(8),
    });
  });

  it('is the same when its webhooks arrive in reverse order', () => {
    expect(fold(all.toReversed())).toEqual(fold(all));
  });

  it('keeps the first time when a stage is reached again', () => {
    const journey = journeyAfter(OPENED, event(5, 'link.opened', {}), SELECTED);
    expect(journey.reachedAt).toEqual({ created: at(2), opened: at(2), selected: at(3) });
  });

  it('starts when Codat created the company, however late we learn of it', () => {
    const late = event(5, 'customer.created', { customer: { createdAt: at(-24) } });
    expect(journeyAfter(late).startedAt).toBe(at(-24));
  });

  it('does not go back when the link is sent or opened again', () => {
    const again = [event(4, 'link.sent', SEND), event(5, 'link.opened', {})];
    expect(journeyAfter(SELECTED, ...again)).toMatchObject({
      stage: 'selected',
      stageEnteredAt: at(3),
      lastSentAt: at(4),
    });
  });

  it('has no time for stages whose webhooks were missed', () => {
    const journey = journeyAfter(CREATED, AUTHORIZED, STREAMING, event(9, 'link.sent', SEND));
    expect(journey.reachedAt).toEqual({ created: at(0), authorized: at(6), streaming: at(8) });
  });

  it('has the time of a stage whose webhook came late', () => {
    expect(journeyAfter(AUTHORIZED, SELECTED).reachedAt).toMatchObject({ selected: at(3) });
  });
});

describe('the first signal of a journey', () => {
  it.each([
    ['an opening', OPENED],
    ['a selection', SELECTED],
    ['a failure', FAILED],
    ['an approval', AUTHORIZED],
    ['received data', STREAMING],
    ['a lost connection', DISCONNECTED],
    ['a deleted connection', event(9, 'connection.deleted', A)],
  ])('is %s, and no later one', (_, signal) => {
    const later = event(20, 'link.opened', {});
    const [journey] = fold([CREATED, signal, later]).journeys;
    expect(journey?.firstSignalAt).toBe(signal.occurredAt);
  });

  it('is nothing that we or Codat did', () => {
    const ours = [CREATED, INVITED, event(2, 'call.made', { outcome: 'reached' })];
    const codats = [event(3, 'report.failed', {}), event(4, 'customer.updated', {})];
    expect(journeyAfter(...ours, ...codats).firstSignalAt).toBeNull();
  });

  it('is in a reconnect journey what follows the loss', () => {
    expect(journeyAfter(STREAMING, DISCONNECTED).firstSignalAt).toBeNull();
    const opened = event(12, 'link.opened', {});
    expect(journeyAfter(STREAMING, DISCONNECTED, opened).firstSignalAt).toBe(at(12));
  });
});

describe('finishing', () => {
  const noticed = event(9, 'connection.authorized', { ...A, noticedLater: true });

  it.each<[string, JourneyEvent[], Stage]>([
    ['without a connection', [CREATED, INVITED], 'opened'],
    ['with one that isn’t approved', [SELECTED, INITIATED], 'initiated'],
  ])('%s is a sign of life and completes nothing', (_, before, stage) => {
    const snoozed = event(6, 'customer.updated', { customer: { snoozedUntil: at(99) } });
    const state = fold([...before, snoozed, COMPLETED]);
    expect(state.journeys).toMatchObject([{ stage, lastSignalAt: at(7) }]);
    expect(state.journeys[0]?.reachedAt).not.toHaveProperty('completed');
    expect(state.pause).toBeNull();
  });

  it('after a failure leaves the customer failed', () => {
    expect(journeyAfter(SELECTED, FAILED, COMPLETED)).toMatchObject({
      failedAttempts: 1,
      failureReason: 'cancelled',
      lastSignalFailed: false,
      isStopped: true,
      lastSignalAt: at(7),
    });
  });

  it('counts once the approval is known, at the time of the approval', () => {
    const approved = event(8, 'connection.authorized', A);
    expect(journeyAfter(SELECTED, COMPLETED, approved)).toMatchObject({
      stage: 'completed',
      reachedAt: { authorized: at(8), completed: at(8) },
    });
    const { stage, reachedAt } = journeyAfter(SELECTED, COMPLETED, noticed);
    expect([stage, Object.keys(reachedAt)]).toEqual(['completed', ['created', 'selected']]);
  });

  it('without approval does not count after the customer has gone on', () => {
    const again = event(7.5, 'link.opened', {});
    expect(journeyAfter(SELECTED, COMPLETED, again, noticed).stage).toBe('authorized');
  });
});

describe('selecting again', () => {
  it('after a failure resets the stage to selected, but not the furthest stage', () => {
    const journey = journeyAfter(SELECTED, FAILED, event(6, 'software.selected', B));
    expect(journey).toMatchObject({
      stage: 'selected',
      stageEnteredAt: at(6),
      furthestStage: 'initiated',
      software: 'akxx',
      connectionId: 'b',
    });
  });

  it('after connecting changes neither stage nor software', () => {
    const journey = journeyAfter(AUTHORIZED, event(7, 'software.selected', B));
    expect(journey).toMatchObject({ stage: 'authorized', software: 'gbol', connectionId: 'a' });
  });
});

describe('a connection deleted before it was live', () => {
  it('returns a customer who was on it to software selection', () => {
    const journey = journeyAfter(INITIATED, event(5, 'connection.deleted', A));
    expect(journey).toMatchObject({ stage: 'opened', furthestStage: 'initiated' });
  });

  it('leaves a customer who is on another one where they are', () => {
    const other = event(4, 'connection.initiated', B);
    const journey = journeyAfter(SELECTED, other, event(5, 'connection.deleted', A));
    expect(journey).toMatchObject({ stage: 'initiated', connectionId: 'b', software: 'akxx' });
  });
});

describe('the customer', () => {
  it('is deleted until created again', () => {
    const deleted = event(2, 'customer.deleted', {});
    expect(fold([CREATED, deleted]).deletedAt).toBe(at(2));
    expect(fold([CREATED, deleted, event(3, 'customer.created', {})]).deletedAt).toBeNull();
  });

  it('has the latest value of each profile field, whatever arrives last', () => {
    const older = event(1, 'customer.updated', { customer: { name: 'Old', contactName: 'Ada' } });
    const newer = event(2, 'software.selected', { ...A, customer: { name: 'New' } });
    expect(fold([newer, older]).profile).toMatchObject({ name: 'New', contactName: 'Ada' });
  });

  it('stays snoozed until they do something, not until we do', () => {
    const snoozed = event(1, 'customer.updated', { customer: { snoozedUntil: at(48) } });
    const ours = [event(2, 'link.sent', SEND), event(3, 'report.failed', {})];
    expect(fold([snoozed, ...ours]).pause?.until).toBe(at(48));
    expect(fold([snoozed, ...ours, INITIATED]).pause).toBeNull();
  });

  it('counts signals and actions as activity, but not profile changes', () => {
    expect(fold([OPENED, event(9, 'customer.updated', {})]).lastActivityAt).toBe(at(2));
    expect(fold([OPENED, event(9, 'link.sent', SEND)]).lastActivityAt).toBe(at(9));
  });
});
