import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { queryClient } from '../server/queryClient.ts';
import { loadPatiently } from './lazyComponent.ts';

const ask = vi.fn<typeof fetch>();
const missing = new TypeError('Failed to fetch dynamically imported module');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', ask);
  queryClient.setQueryData(['session'], null);
});
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('the code of a page is loaded again until the server is back', async () => {
  ask.mockRejectedValue(new TypeError('fetch failed'));
  const load = vi.fn<() => Promise<string>>().mockRejectedValue(missing);
  const loaded = loadPatiently(load);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(21);
  load.mockResolvedValue('code');
  await vi.advanceTimersByTimeAsync(3000);
  expect(await loaded).toBe('code');
});

it('the code of a page that the server no longer has fails', async () => {
  ask.mockImplementation(async () => Response.json(null));
  const load = vi.fn<() => Promise<string>>().mockRejectedValue(missing);
  await expect(loadPatiently(load)).rejects.toBe(missing);
  expect(load).toHaveBeenCalledTimes(2);
});
