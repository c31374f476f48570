import { afterEach, describe, expect, it, vi } from 'vitest';
import { isUnavailable } from '../errors.ts';
import { createGate } from './gate.ts';

const settled = () => vi.advanceTimersByTimeAsync(0);

describe('a gate', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('runs at most `atOnce` works at a time, and the others in order of arrival', async () => {
    vi.useFakeTimers();
    const through = createGate({ atOnce: 2, patienceMs: 1000 });
    const started: number[] = [];
    const doors = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
    const works = doors.map(({ promise }, index) =>
      through(async () => {
        started.push(index);
        await promise;
        return index;
      }),
    );
    await settled();
    expect(started).toEqual([0, 1]);
    doors[1]?.resolve();
    await settled();
    expect(started).toEqual([0, 1, 2]);
    for (const { resolve } of doors) resolve();
    await settled();
    expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
  });

  it('rejects work that has waited too long, and still serves later work', async () => {
    vi.useFakeTimers();
    const through = createGate({ atOnce: 1, patienceMs: 1000 });
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = through(() => promise);
    const second = through(async () => 'served').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1000);
    expect(isUnavailable(await second)).toBe(true);
    resolve();
    await first;
    await settled();
    expect(await through(async () => 'served')).toBe('served');
  });

  it('lets timers run between one work and the next that never leave the event loop', async () => {
    const through = createGate({ atOnce: 1, patienceMs: 1000 });
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    const work = async () => {
      const end = performance.now() + 2;
      while (performance.now() < end);
    };
    await Promise.all(Array.from({ length: 20 }, () => through(work)));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it('makes room when work fails', async () => {
    const through = createGate({ atOnce: 1, patienceMs: 1000 });
    const failing = through(() => Promise.reject(new Error('No.')));
    await expect(failing).rejects.toThrow('No.');
    expect(await through(async () => 'served')).toBe('served');
  });
});
