import { addHours, type Instant } from '../../src/journey/instant.ts';
import type { Outcome } from '../../src/journey/metrics/incidents/outcomes.ts';
import { REMEMBERED_HOURS, replay } from '../../src/journey/metrics/incidents/replay.ts';
import { seeded } from '../../src/journey/testing/seeded.ts';

/** Customers who connect software at random: how often incidents are found where there are none, and how soon true ones. */

const WEEK_HOURS = 7 * 24;
const BEGIN = '2026-01-05T00:00:00.000Z';

type World = {
  software: number;
  /** How many customers a week try any of it. */
  customers: number;
  weeks: number;
  /** Whether customers attempt it again after a failure. */
  retries: boolean;
  seed: number;
  /** Usual failure rates, which the software has in turn. */
  rates?: readonly number[];
};

const RATES = [0.05, 0.1, 0.16, 0.22, 0.3, 0.4];

/** The first takes the most customers, as in Zipf’s law. */
const sharesOf = (count: number): number[] => {
  const weights = Array.from({ length: count }, (_, index) => 1 / (index + 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
};

/** A failed customer tries again with this chance, after minutes to three days, and fails again with the other. */
const AGAIN = { tries: 0.7, fails: 0.6 };

const retriesOf = (first: Outcome, random: () => number): Outcome[] => {
  const all: Outcome[] = [];
  let last = first;
  while (last.failed && random() < AGAIN.tries) {
    const hours = 0.1 * 720 ** random();
    last = { ...first, at: addHours(last.at, hours), failed: random() < AGAIN.fails };
    all.push(last);
  }
  return all;
};

/** Outcomes in the order of time. `rateAt` says how often software fails at a moment: as usual if left out. */
const play = (
  { software, customers, weeks, retries, seed, rates = RATES }: World,
  rateAt: (index: number, at: Instant, usual: number) => number = (_, __, usual) => usual,
): Outcome[] => {
  const random = seeded(seed);
  const shares = sharesOf(software);
  const outcomes: Outcome[] = [];
  let [hours, next] = [0, 0];
  while (hours < weeks * WEEK_HOURS) {
    hours += (-Math.log(1 - random()) * WEEK_HOURS) / customers;
    const at = addHours(BEGIN, hours);
    let place = random();
    const found = shares.findIndex((share) => {
      place -= share;
      return place < 0;
    });
    const index = found === -1 ? 0 : found;
    const usual = rates[index % rates.length] ?? 0;
    const first: Outcome = {
      ...{ software: `software-${index}`, customerId: `customer-${next}`, at },
      failed: random() < rateAt(index, at, usual),
    };
    outcomes.push(first, ...(retries ? retriesOf(first, random) : []));
    next += 1;
  }
  return outcomes.sort((a, b) => (a.at < b.at ? -1 : 1));
};

/** The first weeks only tell what is usual. */
const LEARNING_WEEKS = 6;

/** How many weeks are looked at in one go. Less than a replay reaches back. */
const STRIDE_WEEKS = 3;

/** The incidents found in a world in which nothing changes, by week. */
export const falseAlarms = (world: World): number => {
  const outcomes = play(world);
  let found = 0;
  for (let week = LEARNING_WEEKS; week < world.weeks; week += STRIDE_WEEKS) {
    const from = addHours(BEGIN, week * WEEK_HOURS);
    const to = addHours(from, STRIDE_WEEKS * WEEK_HOURS);
    const remembered = addHours(to, -REMEMBERED_HOURS);
    const seen = outcomes.filter(({ at }) => at > remembered && at <= to);
    found += replay(seen, to).filter(({ detectedAt }) => detectedAt > from).length;
  }
  return found / (world.weeks - LEARNING_WEEKS);
};

/**
 * The hours until it is found, in the mean of many worlds, that the only software of a team fails three times as often.
 * Where that isn’t found within four weeks, it counts as four weeks.
 */
export const hoursToFind = (usual: number, customers: number, worlds: number): number => {
  const changed = addHours(BEGIN, 8 * WEEK_HOURS);
  const weeks = 12;
  const hours = Array.from({ length: worlds }, (_, seed) => {
    const world = { ...{ software: 1, customers, weeks, retries: false, seed }, rates: [usual] };
    const outcomes = play(world, (_, at, rate) => (at < changed ? rate : 3 * rate));
    const end = addHours(BEGIN, weeks * WEEK_HOURS);
    const found = replay(outcomes, end);
    const [first] = found.filter(({ detectedAt }) => detectedAt >= changed);
    const until = first?.detectedAt ?? end;
    return (Date.parse(until) - Date.parse(changed)) / 3_600_000;
  });
  return hours.reduce((sum, one) => sum + one, 0) / worlds;
};
