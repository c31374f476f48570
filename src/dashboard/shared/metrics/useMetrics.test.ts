import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { metricOptions } from './useMetrics.ts';

const asked = vi.fn<(cacheControl: string | null) => Promise<Response>>();

beforeEach(() => {
  vi.stubGlobal('fetch', (_url: string, { headers }: RequestInit) =>
    asked(new Headers(headers).get('cache-control')),
  );
});
afterEach(() => {
  asked.mockReset();
  vi.unstubAllGlobals();
});

const answer = (of: number, headers?: HeadersInit) => Response.json({ of }, { headers });

/** Follows a metric on a page, and returns what the page showed so far. */
const openMetric = () => {
  const client = new QueryClient();
  const observer = new QueryObserver(client, metricOptions('actions', { period: undefined }));
  const shown: unknown[] = [];
  const leave = observer.subscribe(({ data, isFetching, error }) =>
    shown.push([data, isFetching ? 'updating' : (error?.message ?? 'done')]),
  );
  return { shown, leave, refetch: () => observer.refetch() };
};

describe('a metric', () => {
  it('shows the last numbers while new ones are found, which others may share', async () => {
    const newer = Promise.withResolvers<Response>();
    asked.mockResolvedValueOnce(answer(1, { age: '600' })).mockReturnValueOnce(newer.promise);
    const { shown, leave } = openMetric();
    await expect.poll(() => shown.at(-1)).toEqual([{ of: 1 }, 'updating']);
    newer.resolve(answer(2));
    await expect.poll(() => shown.at(-1)).toEqual([{ of: 2 }, 'done']);
    expect(asked.mock.calls).toEqual([['max-stale=3600'], ['max-age=1']]);
    leave();
  });

  it('is asked for once if its numbers are new, and from then on takes only new ones', async () => {
    asked.mockResolvedValueOnce(answer(1)).mockResolvedValueOnce(answer(2));
    const { shown, leave, refetch } = openMetric();
    await expect.poll(() => shown.at(-1)).toEqual([{ of: 1 }, 'done']);
    await refetch();
    await expect.poll(() => shown.at(-1)).toEqual([{ of: 2 }, 'done']);
    expect(asked.mock.calls).toEqual([['max-stale=3600'], [null]]);
    leave();
  });

  it('keeps the last numbers if new ones can’t be found', async () => {
    asked
      .mockResolvedValueOnce(answer(1, { age: '600' }))
      .mockResolvedValueOnce(Response.json({ message: 'The database is away.' }, { status: 503 }));
    const { shown, leave } = openMetric();
    await expect.poll(() => shown.at(-1)).toEqual([{ of: 1 }, 'The database is away.']);
    leave();
  });
});
