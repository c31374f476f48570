import type { Asked } from './agents.ts';

type Door = Asked | 'webhook';

/** What was seen in one part of a run. */
export type Part = {
  /** In milliseconds. */
  times: Record<Door, number[]>;
  /** In MiB. */
  memory: number[];
  /** How many answers were no success. */
  refused: number;
  acknowledged: string[];
};

const emptyPart = (): Part => ({
  times: { webhook: [], queue: [], page: [], change: [], report: [] },
  memory: [],
  refused: 0,
  acknowledged: [],
});

/** The smallest value that so many percent don’t exceed (nearest rank). NaN without values. */
export const percentile = (values: readonly number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((values.length * percent) / 100) - 1)] ??
  Number.NaN;

type Options = {
  /** The server’s memory. */
  memory: () => number;
  parts: number;
  partMs: number;
};

/** Collects answers, and the server’s memory, by the part of the run in which they came. */
export const startRecord = ({ memory, parts: count, partMs }: Options) => {
  const last = emptyPart();
  const parts = [...Array.from({ length: count - 1 }, emptyPart), last];
  const statuses: Record<Door, Set<number>> = {
    ...{ webhook: new Set(), queue: new Set(), page: new Set() },
    ...{ change: new Set(), report: new Set() },
  };
  const startedAt = performance.now();
  const now = (): Part => parts[Math.floor((performance.now() - startedAt) / partMs)] ?? last;
  const watching = setInterval(() => now().memory.push(memory()), Math.min(partMs / 4, 5000));
  return {
    parts,
    /** Which statuses were seen at each door. */
    statuses,
    answered: (door: Door, status: number, milliseconds: number): void => {
      const part = now();
      part.times[door].push(milliseconds);
      statuses[door].add(status);
      if (status < 200 || status > 299) part.refused += 1;
    },
    acknowledged: (id: string): void => void now().acknowledged.push(id),
    stop: (): void => clearInterval(watching),
  };
};

/** The typical part of the first third and of the last, by some measure of a part. */
export const firstAndLast = (parts: readonly Part[], measure: (part: Part) => number) => {
  const third = Math.floor(parts.length / 3);
  const typical = (some: readonly Part[]) => percentile(some.map(measure), 50);
  return { first: typical(parts.slice(0, third)), last: typical(parts.slice(-third)) };
};

export const inWords = ({ times, memory, refused }: Part): string => {
  const doors = (['webhook', 'queue', 'page', 'report'] as const).map((door) => {
    const [half, slowest] = [50, 99].map((percent) => Math.round(percentile(times[door], percent)));
    return `${door} ${half}/${slowest}`;
  });
  return `p50/p99 in ms: ${doors.join(', ')}; ${Math.round(percentile(memory, 50))} MiB; ${refused} refused`;
};
