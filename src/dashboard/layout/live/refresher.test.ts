import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isInBackground } from '../../shared/server/background.ts';
import { createRefresher } from './refresher.ts';

describe('the refresher', () => {
  let client: QueryClient;
  let refresh: ReturnType<typeof createRefresher>['refresh'];
  let setPace: ReturnType<typeof createRefresher>['setPace'];
  const getMany = vi.fn();
  let answer: () => void;
  const list = { data: [], total: 0 };
  const read = vi.fn(() => new Promise<object>((resolve) => (answer = () => resolve(list))));
  const key = ['customers', 'getList', {}];
  const settle = async () => {
    answer();
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(async () => {
    vi.useFakeTimers();
    client = new QueryClient();
    ({ refresh, setPace } = createRefresher(client, { getMany }));
    new QueryObserver(client, { queryKey: key, queryFn: read }).subscribe(() => {});
    await settle();
    read.mockClear();
    getMany.mockReset();
  });
  afterEach(() => {
    client.clear();
    vi.useRealTimers();
  });

  it('reads only queries that a change concerns', async () => {
    refresh({ resources: ['notes'] });
    expect(read).not.toHaveBeenCalled();
    refresh({ resources: ['customers'] });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledOnce();
  });

  it('reads once more for everything that changed during a read', async () => {
    refresh({ resources: ['customers'] });
    await vi.advanceTimersByTimeAsync(0);
    for (let i = 0; i < 5; i += 1) refresh({ resources: ['customers'] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(1);
    await settle();
    expect(read).toHaveBeenCalledTimes(2);
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a second', 0, ['customers', 'getList', { page: 1 }], 1],
    ['as long as the server asks for', 5, ['customers', 'getList', { page: 1 }], 5],
    ['twice as long for counts', 5, ['customers', 'counts', {}], 10],
    ['five times as long for metrics', 5, ['customers', 'metrics', {}], 25],
  ])(
    'waits between reads of what many customers are in while changes keep coming: %s',
    async (_, pace, queryKey, seconds) => {
      const readAt: number[] = [];
      const queryFn = async () => readAt.push(Date.now());
      new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});
      await vi.advanceTimersByTimeAsync(0);
      readAt.length = 0;
      setPace(pace);
      for (let change = 0; change < 400; change += 1) {
        refresh({ resources: ['customers'], customerId: 'elsewhere' });
        await vi.advanceTimersByTimeAsync(250);
      }
      const pauses = readAt.slice(1).map((at, index) => at - (readAt[index] ?? 0));
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1000 * seconds);
      expect(Math.max(...pauses)).toBeLessThanOrEqual(1000 * seconds + 1300);
    },
  );

  it('asks for answers that other pages got too, unlike people', async () => {
    const asked: boolean[] = [];
    const queryFn = async () => asked.push(isInBackground());
    new QueryObserver(client, { queryKey: ['notes', 'getList', {}], queryFn }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(0);
    refresh({ resources: ['notes'] });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([false, true]);
  });

  it('reads a row by itself while its list waits, and drops it once it no longer belongs', async () => {
    const queryKey = ['customers', 'getList', { filter: { stuck: true } }];
    const rows = ['a', 'b', 'c'].map((id) => ({ id, stuck: true }));
    const queryFn = vi.fn(async () => ({ data: rows, total: 30 }));
    new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(0);
    setPace(5);
    refresh({ resources: ['customers'] });
    await vi.advanceTimersByTimeAsync(1000);
    const changed = [
      { id: 'a', stuck: true, stage: 'opened' },
      { id: 'b', stuck: false },
    ];
    getMany.mockResolvedValue({ data: changed });
    queryFn.mockClear();
    for (const customerId of ['a', 'b', 'elsewhere'])
      refresh({ resources: ['customers'], customerId });
    await vi.advanceTimersByTimeAsync(1500);
    expect(getMany.mock.calls).toEqual([['customers', { ids: ['a', 'b'] }]]);
    expect(queryFn).not.toHaveBeenCalled();
    expect(client.getQueryData(queryKey)).toEqual({ data: [changed[0], rows[2]], total: 29 });
    await vi.advanceTimersByTimeAsync(5000);
    expect(queryFn).toHaveBeenCalledOnce();
  });

  it('reads a customer at once, whatever the pace', async () => {
    setPace(0);
    const queryFn = vi.fn(async () => ({ data: { id: 'a' } }));
    const queryKey = ['customers', 'getOne', { id: 'a' }];
    new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(0);
    for (let change = 0; change < 3; change += 1) {
      refresh({ resources: ['customers'], customerId: 'a' });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(queryFn).toHaveBeenCalledTimes(4);
  });

  it('keeps an edit that can still be undone, and reads afterwards', async () => {
    client.setQueryData(key, 'optimistic', { updatedAt: Date.now() + 5000 });
    refresh({ resources: ['customers'] });
    await vi.advanceTimersByTimeAsync(4900);
    expect(read).not.toHaveBeenCalled();
    expect(client.getQueryData(key)).toBe('optimistic');
    await vi.advanceTimersByTimeAsync(100);
    expect(read).toHaveBeenCalledOnce();
  });
});
