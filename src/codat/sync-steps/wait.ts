import type { Instant } from '../../journey/instant.ts';

/** How often a wait looks whether it is over. */
const LOOK_EVERY_MS = 2000;

/** Waits until a time in short steps, because what it waits for can end earlier: on this server or on another. */
export const waitBy =
  (sleep: (milliseconds: number) => Promise<unknown>, now: () => Instant) =>
  async (time: Instant, isOver: () => Promise<boolean>): Promise<void> => {
    for (;;) {
      const left = Date.parse(time) - Date.parse(now());
      if (left <= 0) return;
      await sleep(Math.min(left, LOOK_EVERY_MS));
      if (await isOver()) return;
    }
  };
