import { DEFAULT_CALENDAR } from '../../src/journey/clock/working-time.ts';
import { SOFTWARE } from '../../src/journey/content/software.ts';
import { fold } from '../../src/journey/fold.ts';
import type { Instant } from '../../src/journey/instant.ts';
import type { Attempt, CustomerState, Journey } from '../../src/journey/journey.ts';
import { DEFAULT_THRESHOLDS, type StuckState, stuckState } from '../../src/journey/stuck.ts';
import { type SampleCustomer, type SampleOptions, sampleCustomers } from './sample-customers.ts';

/** Test support: the sample customers on a given day, with their folded state. */

export const TUESDAY: Instant = '2026-03-10T10:00:00.000Z';
export const SUNDAY: Instant = '2026-03-15T16:30:00.000Z';

const SETTINGS = {
  calendar: DEFAULT_CALENDAR,
  thresholds: DEFAULT_THRESHOLDS,
  software: Object.fromEntries(SOFTWARE.map((software) => [software.key, software])),
};

export type Folded = SampleCustomer & {
  state: CustomerState;
  journey: Journey;
  stuck: StuckState;
};

const LINKS = {
  company: (id: string) => `https://link.example/company/${id}`,
  connection: (id: string) => `https://link.example/connection/${id}`,
};

export const collect = async (options: Partial<SampleOptions> = {}): Promise<SampleCustomer[]> => {
  const desk = { manager: 'manager', colleague: 'colleague', agent: 'agent' };
  const samples: SampleCustomer[] = [];
  for await (const sample of sampleCustomers({
    count: 400,
    now: TUESDAY,
    links: LINKS,
    ...desk,
    ...options,
  }))
    samples.push(sample);
  return samples;
};

export const folded = (sample: SampleCustomer): Folded => {
  const state = fold(sample.events);
  const journey = state.journeys.at(-1);
  if (!journey) throw new Error(`${sample.id} has no journey.`);
  return { ...sample, state, journey, stuck: stuckState(state, SETTINGS) };
};

/** Whether the customer is stuck at the given time and not snoozed. */
export const isStuck = ({ stuck, state }: Folded, now: Instant): boolean =>
  stuck.stuckAt !== null && stuck.stuckAt <= now && (state.pause?.until ?? now) <= now;

/** All attempts. Those silent for a week by the given time count as abandoned. */
export const attemptsOf = ({ state }: Folded, now: Instant): Attempt[] =>
  state.journeys
    .flatMap(({ attempts }) => attempts)
    .map((attempt) =>
      attempt.abandonsAt && attempt.abandonsAt <= now
        ? { ...attempt, outcome: 'abandoned', endedAt: attempt.abandonsAt }
        : attempt,
    );

export const shareOf = <T>(all: readonly T[], applies: (item: T) => boolean): number =>
  all.filter(applies).length / all.length;
