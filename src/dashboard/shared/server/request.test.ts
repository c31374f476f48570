import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readInBackground } from './background.ts';
import { requestJson, withoutReads } from './request.ts';

const fetched = vi.fn(async (_url: string, { signal }: RequestInit): Promise<Response> => {
  signal?.throwIfAborted();
  return Response.json({});
});

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  fetched.mockClear();
  vi.unstubAllGlobals();
});

const asksOf = () => fetched.mock.calls.map(([url]) => url);

describe('requests', () => {
  it('in the background take an answer of a second ago', async () => {
    await readInBackground(() => requestJson('/api/a'));
    await requestJson('/api/b');
    const headers = fetched.mock.calls.map(([, options]) => new Headers(options.headers));
    expect(headers.map((all) => all.get('cache-control'))).toEqual(['max-age=1', null]);
  });

  it('that read are never made while the session ends or after it, others at once', async () => {
    const ended = Promise.withResolvers<void>();
    const over = withoutReads(() => ended.promise);
    const read = expect(requestJson('/api/a')).rejects.toThrow(/abort/i);
    await requestJson('/api/b', { method: 'POST' });
    expect(asksOf()).toEqual(['/api/b']);
    ended.resolve();
    await Promise.all([over, read]);
    await requestJson('/api/c');
    expect(fetched.mock.lastCall?.[0]).toBe('/api/c');
  });

  it('that read go on when the session couldn’t be ended', async () => {
    const over = expect(withoutReads(() => Promise.reject(new Error('away')))).rejects.toThrow(
      'away',
    );
    await requestJson('/api/a');
    await over;
    expect(asksOf()).toEqual(['/api/a']);
  });
});
