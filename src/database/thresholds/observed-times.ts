import type { Instant } from '../../journey/instant.ts';
import type { Watched } from '../../journey/metrics/kaplan-meier.ts';
import { type Observed, observe } from '../../journey/metrics/observed.ts';
import { type Complexity, UNKNOWN_SOFTWARE } from '../../journey/software-entry.ts';
import {
  COMPLEXITY_FACTOR,
  clockOf,
  isScaledByComplexity,
  type StuckReason,
  type StuckSettings,
} from '../../journey/stuck.ts';
import type { Database } from '../database.ts';
import { dwells } from '../metrics/dwell.ts';

const HOUR = 3_600_000;

/** How many times are worked out between two moments in which others have their turn: working time takes a while. */
const CHUNK = 5000;

const breathe = () => new Promise((resolve) => setTimeout(resolve));

type Timed = {
  software: string | null;
  complexity: Complexity;
  onPremise: boolean;
  watched: Watched;
};

export type ObservedTimes = {
  /** What the rule’s `hours` compare with. Where complexity multiplies them, each time is divided by its factor. */
  observed: Observed;
  /** What its `onPremiseHours` compare with. Null where it has none. */
  observedOnPremise: Observed | null;
  /** Null where complexity makes no difference. */
  byComplexity: Record<Complexity, Observed> | null;
  bySoftware: { software: string; observed: Observed }[];
};

/** How long journeys take to go on from where a rule applies, of all customers, in hours of the clock it counts on. */
export const observedTimes = async (
  database: Database,
  reason: StuckReason,
  settings: StuckSettings,
  now: Instant,
): Promise<ObservedTimes> => {
  const clock = clockOf(reason, settings);
  const rows = await dwells(database, reason, now);
  const all: Timed[] = [];
  for (const { software, from, to, wentOn } of rows) {
    if (all.length % CHUNK === CHUNK - 1) await breathe();
    const { complexity, onPremise } = settings.software[software ?? ''] ?? UNKNOWN_SOFTWARE;
    const watched = { time: clock.between(from, to) / HOUR, happened: wentOn };
    all.push({ software, complexity, onPremise, watched });
  }
  const observeThose = (
    condition: (one: Timed) => boolean,
    factor: (one: Timed) => number = () => 1,
  ) =>
    observe(
      all
        .filter(condition)
        .map((one) => ({ ...one.watched, time: one.watched.time / factor(one) })),
    );
  const scaled = isScaledByComplexity(reason);
  const apart = settings.thresholds[reason].onPremiseHours !== null;
  const bySoftware = Map.groupBy(all, ({ software }) => software);
  return {
    observed: observeThose(
      ({ onPremise }) => !(apart && onPremise),
      ({ complexity }) => (scaled ? COMPLEXITY_FACTOR[complexity] : 1),
    ),
    observedOnPremise: apart ? observeThose(({ onPremise }) => onPremise) : null,
    byComplexity: scaled
      ? {
          simple: observeThose(({ complexity }) => complexity === 'simple'),
          moderate: observeThose(({ complexity }) => complexity === 'moderate'),
          complex: observeThose(({ complexity }) => complexity === 'complex'),
        }
      : null,
    bySoftware: [...bySoftware].flatMap(([software, those]) =>
      software ? [{ software, observed: observe(those.map(({ watched }) => watched)) }] : [],
    ),
  };
};
