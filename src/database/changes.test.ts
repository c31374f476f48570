import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Change, type Changes, followChanges } from './changes.ts';

describe('following changes', () => {
  let hear: (payload: string) => void;
  let changes: Changes;
  let told: Change[];
  const tell = (change: Change) => hear(JSON.stringify(change));
  const onEnd = vi.fn();

  beforeEach(async () => {
    vi.useFakeTimers();
    told = [];
    changes = await followChanges(async (_, onPayload) => {
      hear = onPayload;
      return async () => {};
    });
    changes.subscribe((change) => told.push(change), onEnd);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps the customer when all that happened together is theirs', () => {
    tell({ resources: ['events'], customerId: 'a' });
    tell({ resources: ['deliveries', 'events'], customerId: 'a' });
    vi.advanceTimersByTime(250);
    expect(told).toEqual([{ resources: ['events', 'deliveries'], customerId: 'a' }]);
  });

  it.each([{ resources: ['events'], customerId: 'b' }, { resources: ['events'] }])(
    'names no customer when it is not only theirs: %j',
    (other) => {
      tell({ resources: ['events'], customerId: 'a' });
      tell(other);
      tell({ resources: ['events'], customerId: 'a' });
      vi.advanceTimersByTime(250);
      expect(told).toEqual([{ resources: ['events'] }]);
    },
  );

  it('calls back at most four times a second, and forgets nothing', () => {
    for (let i = 0; i < 100; i += 1) {
      tell({ resources: [`r-${i}`] });
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(250);
    expect(told.length).toBeLessThanOrEqual(4);
    expect(told.flatMap(({ resources }) => resources)).toHaveLength(100);
  });

  it.each(['', 'rubbish', '{"resources":[]}', '{"what":1}'])(
    'takes a payload that it can’t read for anything: %j',
    (payload) => {
      hear(payload);
      vi.advanceTimersByTime(250);
      expect(told).toEqual([{ resources: ['*'] }]);
    },
  );

  it('tells those who follow when there is nothing more to come, also those who come late', async () => {
    await changes.stop();
    expect(onEnd).toHaveBeenCalledOnce();
    const onLateEnd = vi.fn();
    changes.subscribe(() => {}, onLateEnd);
    expect(onLateEnd).toHaveBeenCalledOnce();
  });
});
