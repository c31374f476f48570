import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Change, type Changes, followChanges } from './changes.ts';

describe('followChanges', () => {
  let receive: (payload: string) => void;
  let changes: Changes;
  let received: Change[];
  const announce = (change: Change) => receive(JSON.stringify(change));
  const onEnd = vi.fn();

  beforeEach(async () => {
    vi.useFakeTimers();
    received = [];
    changes = await followChanges(async (_, onPayload) => {
      receive = onPayload;
      return async () => {};
    });
    changes.subscribe((all) => received.push(...all), onEnd);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('names the customer when all merged changes are theirs', () => {
    announce({ resources: ['events'], customerId: 'a' });
    announce({ resources: ['deliveries', 'events'], customerId: 'a' });
    vi.advanceTimersByTime(250);
    expect(received).toEqual([{ resources: ['events', 'deliveries'], customerId: 'a' }]);
  });

  it.each([{ resources: ['events'], customerId: 'b' }, { resources: ['events'] }])(
    'keeps the changes of a customer apart from others: %j',
    (other) => {
      announce({ resources: ['events'], customerId: 'a' });
      announce(other);
      announce({ resources: ['events'], customerId: 'a' });
      vi.advanceTimersByTime(250);
      expect(received).toEqual([{ resources: ['events'], customerId: 'a' }, other]);
    },
  );

  it('names no customers when there are very many', () => {
    for (let i = 0; i < 150; i += 1) announce({ resources: ['events'], customerId: `c-${i}` });
    vi.advanceTimersByTime(250);
    expect(received).toContainEqual({ resources: ['events'] });
    expect(received.length).toBeLessThan(100);
  });

  it('calls back at most four times a second and loses no change', () => {
    for (let i = 0; i < 100; i += 1) {
      announce({ resources: [`r-${i}`] });
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(250);
    expect(received.length).toBeLessThanOrEqual(4);
    expect(received.flatMap(({ resources }) => resources)).toHaveLength(100);
  });

  it.each(['', 'rubbish', '{"resources":[]}', '{"what":1}'])(
    'reports a change of everything for an unreadable payload: %j',
    (payload) => {
      receive(payload);
      vi.advanceTimersByTime(250);
      expect(received).toEqual([{ resources: ['*'] }]);
    },
  );

  it('calls onEnd of current and later subscribers when it stops', async () => {
    await changes.stop();
    expect(onEnd).toHaveBeenCalledOnce();
    const onLateEnd = vi.fn();
    changes.subscribe(() => {}, onLateEnd);
    expect(onLateEnd).toHaveBeenCalledOnce();
  });
});
