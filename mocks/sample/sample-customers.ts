import { CLOSE_REASONS, type JourneyEvent } from '../../src/journey/events.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { DIFFICULTY, type Failure } from '../codat/failures.ts';
import { inventIdentity } from './names.ts';
import { createRandom, type Random } from './random.ts';
import { type Story, tellStory } from './story.ts';

export type SampleOptions = {
  count: number;
  now: Instant;
  /** The people who look after the customers, by user id. */
  manager: string | null;
  colleague: string | null;
};

export type SampleCustomer = { id: string; events: JourneyEvent[] };

const SEED = 20_240_808;

/** A Codat company id made from a number: looks like one, and is the same at every start. */
const companyId = (index: number): string =>
  `5a3c${index.toString(16).padStart(4, '0')}-0000-4000-8000-${(index * 7919).toString(16).padStart(12, '0')}`;

const chooseSoftware = (random: Random): string =>
  random.weighted(
    Object.fromEntries(Object.entries(DIFFICULTY).map(([key, { share }]) => [key, share])),
  );

/** One try at authorizing: the customer reviews the data, goes to the software, and succeeds or fails. */
const attempt = (story: Story, software: string, random: Random): boolean => {
  const { failing, reasons } = DIFFICULTY[software] ?? { failing: 0, reasons: {} };
  story.wait(random.between(2, 20) / 60);
  if (random.next() < 0.12) return false;
  story.happens('connection.initiated', { connectionId: story.connectionId(), software });
  story.wait(random.between(3, 40) / 60);
  if (random.next() < 0.06) return false;
  if (random.next() < failing) {
    story.fails(software, random.weighted(reasons as Record<Failure, number>));
    return false;
  }
  story.happens('connection.authorized', { connectionId: story.connectionId(), software });
  return true;
};

const finish = (story: Story, software: string, random: Random): void => {
  const connection = { connectionId: story.connectionId(), software };
  story.wait(random.between(1, 6) / 60);
  if (random.next() < 0.9) story.happens('journey.completed', {});
  // The first data mostly comes within hours; now and then it takes days, and a few wait for it.
  story.wait(random.next() < 0.9 ? random.between(1, 10) : random.between(30, 200));
  if (random.next() < 0.99) story.happens('data.received', connection);
  if (random.next() < 0.9) return;
  story.wait(random.between(24, 1000));
  story.happens('connection.disconnected', { ...connection, status: 'Deauthorized' });
  story.wait(random.between(10, 200));
  if (random.next() < 0.1) return;
  story.happens('connection.authorized', connection);
  story.wait(random.between(1, 10));
  story.happens('data.received', connection);
};

const connect = (story: Story, random: Random): void => {
  const software = chooseSoftware(random);
  story.happens('software.selected', { connectionId: story.connectionId(), software });
  for (let tries = 0; tries < 4; tries += 1) {
    if (attempt(story, software, random)) {
      finish(story, software, random);
      return;
    }
    if (random.next() < 0.4) return;
    story.wait(random.between(1, 30));
  }
};

const beInvited = (story: Story, random: Random, sender: string | null): boolean => {
  if (random.next() < 0.05) return false;
  story.wait(random.between(1, 30));
  story.happens('link.sent', { channel: 'email', kind: 'company' }, sender);
  for (let reminders = 0; reminders < 2; reminders += 1) {
    if (random.next() < 0.75) return true;
    story.wait(random.between(70, 120));
    story.happens('link.sent', { channel: 'email', kind: 'company' }, sender);
  }
  return random.next() < 0.5;
};

/** Journeys that came to nothing don't wait in the queue for ever: after some weeks someone closes them. */
const giveUp = (story: Story, random: Random, closer: string | null): void => {
  if (story.events.some(({ type }) => type === 'connection.authorized')) return;
  story.wait(random.between(150, 700));
  if (random.next() < 0.97)
    story.happens('journey.closed', { reason: random.pick(CLOSE_REASONS) }, closer);
};

const play = (
  index: number,
  random: Random,
  { now, manager, colleague }: SampleOptions,
): SampleCustomer => {
  const id = companyId(index);
  // More journeys began lately than long ago: the desk looks alive on any day.
  const begins = addHours(now, -24 * 120 * random.next() ** 1.6 - 0.5);
  const story = tellStory(id, begins, now);
  const { contactName, contactEmail, name } = inventIdentity(index, random);
  const accountManagerId = random.next() < 0.55 ? manager : colleague;
  story.happens('customer.created', {
    customer: {
      name,
      createdAt: begins,
      linkUrl: `https://link.codat.io/company/${id}`,
      tags: { region: random.pick(['uk', 'us', 'eu', 'apac']) },
    },
  });
  story.happens('customer.updated', { customer: { contactName, contactEmail, accountManagerId } });
  if (beInvited(story, random, accountManagerId)) {
    story.wait(random.between(1, 48));
    story.happens('link.opened', {});
    story.wait(random.between(1, 15) / 60);
    if (random.next() < 0.9) connect(story, random);
  }
  giveUp(story, random, accountManagerId);
  return { id, events: story.events };
};

/** Customers with histories that could have happened, seeded, and relative to `now`. */
export function* sampleCustomers(options: SampleOptions): Generator<SampleCustomer> {
  const random = createRandom(SEED);
  for (let index = 0; index < options.count; index += 1) yield play(index, random, options);
}
