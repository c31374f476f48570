import { wait } from '../../shared/server/request.ts';

/**
 * Does work when it is asked to, one at a time and not before `due`, which may be put off meanwhile. What is asked for
 * before work begins is done together. All times are in milliseconds since 1970.
 */
export const paced = (
  work: () => Promise<unknown>,
  due: (startedAt: number) => number,
  spread: () => number,
) => {
  let startedAt = 0;
  let isAsked = false;
  let isWorking = false;
  const run = async () => {
    const earliest = Date.now() + spread();
    for (;;) {
      const pause = Math.max(earliest, due(startedAt)) - Date.now();
      if (pause <= 0) break;
      await wait(pause);
    }
    isAsked = false;
    isWorking = true;
    startedAt = Date.now();
    await work();
    isWorking = false;
    if (isAsked) run();
  };
  /** Returns when work is due. */
  return (): number => {
    if (!isAsked) {
      isAsked = true;
      if (!isWorking) run();
    }
    return due(startedAt);
  };
};
