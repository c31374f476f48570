import { type Happening, hasHappened } from '../../database/metrics/portfolio/happenings.ts';
import type { Instant } from '../../journey/instant.ts';
import { interval } from '../../journey/metrics/interval.ts';
import { ownFilter } from '../kit/conditions.ts';

/** Filters by what happened in a period, such as `2026-11-16T00:00:00Z/2026-11-23T00:00:00Z`. */
export const happenedIn = (now: Instant) => {
  const by = (key: string, happening: Happening) =>
    ownFilter(key, interval, (period) => hasHappened(happening, { period, now }));
  return {
    becameStuckIn: by('becameStuckIn', 'becameStuck'),
    lostIn: by('lostIn', 'lost'),
    wentQuietIn: by('wentQuietIn', 'wentQuiet'),
    slippedIn: by('slippedIn', 'slipped'),
  };
};
