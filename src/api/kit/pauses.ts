/** In milliseconds: how long one piece of work may keep all others waiting. */
const LONGEST_STRETCH = 20;

/**
 * Pauses for work that takes long: while `due()`, let the others go first with `await pause()`. A worker thread would
 * need a second build for the browser and copies of all data; the database would keep the others waiting all the same.
 */
export const takePauses = () => {
  let since = performance.now();
  return {
    due: (): boolean => performance.now() - since > LONGEST_STRETCH,
    pause: async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    },
  };
};

/** As `items.map(work)`, with pauses. */
export const mapWithPauses = async <T, R>(
  items: readonly T[],
  work: (item: T) => R,
): Promise<R[]> => {
  const { due, pause } = takePauses();
  const results: R[] = [];
  for (const item of items) {
    results.push(work(item));
    if (due()) await pause();
  }
  return results;
};
