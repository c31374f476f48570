import { expect, it } from 'vitest';
import { mapWithPauses } from './pauses.ts';

it('lets others go first during long work, and keeps the order', async () => {
  const busy = (item: number) => {
    const end = performance.now() + 5;
    while (performance.now() < end);
    return item * 2;
  };
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  }, 1);
  expect(await mapWithPauses([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], busy)).toEqual([
    2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24,
  ]);
  clearInterval(timer);
  expect(others).toBeGreaterThan(0);
});
