import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchCsv } from './fetchCsv.ts';

const TEXT = 'Name,Note\r\nAda,"one\r\ntwo, ""three"""\r\nBo,"a\nb"';

const answer = (parts: string[], total: number, end: 'whole' | 'broken' = 'whole') => {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const part = parts.shift();
      if (part !== undefined) controller.enqueue(encoder.encode(part));
      else if (end === 'whole') controller.close();
      else controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { headers: { 'content-range': `customers 0-${total - 1}/${total}` } });
};

describe('a CSV file from the API', () => {
  const ask = vi.fn<typeof fetch>();
  const onProgress = vi.fn();
  const fetchFile = (signal = new AbortController().signal) =>
    fetchCsv('/api/customers.csv', { signal, onProgress });

  beforeEach(() => {
    vi.stubGlobal('fetch', ask);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetAllMocks();
  });

  it.each([1, 3, 7, 100])(
    'counts its rows as they arrive, in parts of %i characters',
    async (size) => {
      const parts = TEXT.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      ask.mockResolvedValue(answer(parts, 2));
      expect(await fetchFile()).toBe(`\ufeff${TEXT}`);
      expect(onProgress).toHaveBeenLastCalledWith({ rows: 2, total: 2 });
    },
  );

  it('is refused when it breaks off, or has fewer rows than announced', async () => {
    ask.mockResolvedValueOnce(answer([TEXT], 2, 'broken'));
    await expect(fetchFile()).rejects.toThrow('The export broke off before its end. Try again.');
    ask.mockResolvedValueOnce(answer([TEXT], 3));
    await expect(fetchFile()).rejects.toThrow('The export broke off before its end. Try again.');
  });

  it('fails with what the API says', async () => {
    const message = 'Unknown sort field “x”.';
    ask.mockResolvedValueOnce(Response.json({ message }, { status: 400 }));
    await expect(fetchFile()).rejects.toMatchObject({ message, status: 400 });
    ask.mockRejectedValueOnce(new TypeError('fetch failed'));
    await expect(fetchFile()).rejects.toMatchObject({ status: 0 });
  });
});
