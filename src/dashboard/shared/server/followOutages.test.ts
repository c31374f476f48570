import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { HttpError } from 'react-admin';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followOutages } from './followOutages.ts';

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const read = vi.fn<() => Promise<string>>();
const ask = vi.fn<typeof fetch>();
let stop: () => void;

const show = (key: string) => {
  const observer = new QueryObserver(client, { queryKey: [key], queryFn: read });
  observer.subscribe(() => {});
  return observer;
};
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(1000 * seconds);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', ask);
  stop = followOutages(client);
});
afterEach(() => {
  stop();
  client.clear();
  vi.resetAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it.each([0, 502, 503, 504])(
  'what failed with %i is loaded again by itself once the server answers',
  async (status) => {
    read.mockRejectedValue(new HttpError('down', status));
    ask.mockRejectedValue(new TypeError('fetch failed'));
    const shown = [show('a'), show('b')];
    await pass(30);
    expect([read.mock.calls.length, ask.mock.calls.length]).toEqual([2, 10]);
    ask.mockImplementation(async () => Response.json(null));
    read.mockResolvedValue('read');
    await pass(3);
    expect(shown.map((one) => one.getCurrentResult().data)).toEqual(['read', 'read']);
    await pass(60);
    expect(read).toHaveBeenCalledTimes(4);
  },
);

it('what fails although the server answers is tried again later each time', async () => {
  read.mockRejectedValue(new HttpError('Codat is down', 503));
  ask.mockImplementation(async () => Response.json(null));
  show('a');
  await pass(3 + 6 + 12 + 24);
  expect(read).toHaveBeenCalledTimes(5);
});

it('what the server refused is not tried again', async () => {
  read.mockRejectedValue(new HttpError('Not found', 404));
  show('a');
  await pass(60);
  expect([read.mock.calls.length, ask.mock.calls.length]).toEqual([1, 0]);
});
