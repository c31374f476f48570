import { afterEach, describe, expect, it, vi } from 'vitest';
import { csvStream, linesOf } from './csv-stream.ts';

const textOf = (file: ReadableStream<Uint8Array>): Promise<string> => new Response(file).text();

describe('a file that streams', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has a line of names and one for each row, guarded against formulas', async () => {
    async function* batches() {
      yield [{ name: '=1+1' }, { name: 'O’Neill, "Bo"' }];
      yield [{ name: null }];
    }
    const columns = { Name: ({ name }: { name: string | null }) => name, Length: () => 3 };
    const file = csvStream(async (send) => {
      for await (const lines of linesOf(columns, batches())) await send(lines);
    });
    expect(await textOf(file)).toBe('Name,Length\r\n"\'=1+1",3\r\n"O’Neill, ""Bo""",3\r\n,3');
  });

  it('breaks when not all of it can be written', async () => {
    const file = csvStream(async (send) => {
      await send('half');
      throw new Error('The database is away.');
    });
    await expect(textOf(file)).rejects.toThrow('The database is away.');
  });

  it('is written no faster than it is read, and stops with the reader', async () => {
    let sent = 0;
    const ended = Promise.withResolvers<unknown>();
    const file = csvStream(async (send) => {
      try {
        for (;;) {
          await send('line');
          sent += 1;
        }
      } catch (error) {
        ended.resolve(error);
        throw error;
      }
    });
    const reader = file.getReader();
    for (let read = 0; read < 10; read += 1) await reader.read();
    expect(sent).toBeLessThan(15);
    await reader.cancel(new Error('The reader left.'));
    expect(await ended.promise).toEqual(new Error('The reader left.'));
  });

  it('gives up on a client that reads nothing for 15 seconds', async () => {
    vi.useFakeTimers();
    const ended = Promise.withResolvers<unknown>();
    const file = csvStream(async (send) => {
      try {
        for (;;) await send('line');
      } catch (error) {
        ended.resolve(error);
        throw error;
      }
    });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await ended.promise).toEqual(new Error('The client reads nothing.'));
    vi.useRealTimers();
    await expect(textOf(file)).rejects.toThrow('The client reads nothing.');
  });
});
