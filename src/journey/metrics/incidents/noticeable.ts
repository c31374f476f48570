import { addHours, type Instant } from '../../instant.ts';
import { failuresNeeded } from './cusum.ts';
import type { Outcome } from './outcomes.ts';
import { REPLAYED_HOURS } from './replay.ts';
import { followUsual } from './usual.ts';

export type Noticeable = {
  software: string;
  /** How many customers must fail in four weeks. Null while too little is known to tell what is usual. */
  needed: number | null;
  /** Whether as many tried in the last four weeks, so that an incident had been noticed. */
  enough: boolean;
};

/** By software, whether enough customers use it for an incident to be noticed, by the outcomes that count. */
export const noticeable = (
  counted: readonly Outcome[],
  software: readonly string[],
  now: Instant,
): Noticeable[] => {
  const usualAt = followUsual(counted);
  const recent = counted.filter(({ at }) => at > addHours(now, -REPLAYED_HOURS));
  const bySoftware = Map.groupBy(recent, (outcome) => outcome.software);
  return software.map((id) => {
    const usual = usualAt(id, now);
    const needed = usual && failuresNeeded(usual.share, usual.h);
    const customers = new Set(bySoftware.get(id)?.map(({ customerId }) => customerId));
    return { software: id, needed, enough: needed !== null && customers.size >= needed };
  });
};
