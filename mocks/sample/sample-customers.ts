import type { JourneyEvent } from '../../src/journey/events.ts';
import type { Instant } from '../../src/journey/instant.ts';
import type { SandboxCompany } from '../codat/world/companies.ts';
import type { LinkUrls } from '../codat/world/representations.ts';
import type { Desk } from './behaviour/portfolios.ts';
import { castCustomer } from './play/casting.ts';
import { createPlay } from './play/play.ts';
import { runStory } from './play/story.ts';
import type { SampleNote } from './play/team-actions.ts';

export type SampleOptions = Desk & { count: number; now: Instant; links: LinkUrls };

export type SampleCustomer = {
  id: string;
  /** The company as the sandbox has it at the end; null if deleted. */
  company: SandboxCompany | null;
  /** In the order they happened. */
  events: JourneyEvent[];
  /** In the order they were written. */
  notes: SampleNote[];
};

/**
 * Customers with realistic histories up to `now`. Each number gives the same customer at every start, and the same `now`
 * gives the same histories.
 */
export async function* sampleCustomers(options: SampleOptions): AsyncGenerator<SampleCustomer> {
  const { count, now, links } = options;
  for (let index = 0; index < count; index += 1) {
    const { story, ...cast } = castCustomer(index, now);
    const play = createPlay({ ...cast, now, links, desk: options });
    await runStory(story(play), play.time);
    yield { id: cast.id, ...play.outcome() };
  }
}
