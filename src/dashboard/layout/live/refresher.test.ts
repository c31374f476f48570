import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRefresher } from './refresher.ts';

describe('the refresher', () => {
  let client: QueryClient;
  let refresh: ReturnType<typeof createRefresher>;
  let answer: () => void;
  const read = vi.fn(() => new Promise<string>((resolve) => (answer = () => resolve('read'))));
  const key = ['customers', 'getList', {}];
  const settle = async () => {
    answer();
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(async () => {
    vi.useFakeTimers();
    client = new QueryClient();
    refresh = createRefresher(client);
    new QueryObserver(client, { queryKey: key, queryFn: read }).subscribe(() => {});
    await settle();
    read.mockClear();
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
    for (let i = 0; i < 5; i += 1) refresh({ resources: ['customers'] });
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledTimes(1);
    await settle();
    expect(read).toHaveBeenCalledTimes(2);
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(2);
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
