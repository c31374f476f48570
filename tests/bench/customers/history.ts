import type { Random } from '../../../mocks/sample/random.ts';
import type { JourneyEvent } from '../../../src/journey/events.ts';
import { addHours, type Instant } from '../../../src/journey/instant.ts';
import { connect, keepTrying, stream } from './connecting.ts';
import { type Diary, openDiary } from './diary.ts';
import { inventProfile, randomOf } from './profile.ts';

const DAY = 24;
const TWO_YEARS = 730 * DAY;

/** How many events the first customers have, whose histories are long. The others have eight or so. */
export const LONG: ReadonlyMap<number, number> = new Map([
  [1, 1000],
  [2, 10_000],
]);

const beginning = (number: number, now: Instant, random: Random): Instant =>
  addHours(now, LONG.has(number) ? -TWO_YEARS : -1 - TWO_YEARS * random.within(0, 1) ** 1.2);

/** What the team does about a customer who got stuck. In the end it closes most cases. */
const pursue = (diary: Diary, random: Random, managerId: string | null): void => {
  const agent = (least: number, most: number) => {
    diary.wait(least, most);
    return ['agent', managerId] as const;
  };
  const reminder = { channel: 'email', kind: 'company', template: 'reminder', to: 'main' } as const;
  diary.note('link.sent', reminder, ...agent(2 * DAY, 6 * DAY));
  if (random.chance(0.3)) diary.note('call.made', { outcome: 'reached' }, ...agent(DAY, 5 * DAY));
  if (random.chance(0.3))
    diary.note('customer.updated', { customer: { assigneeId: managerId } }, ...agent(1, DAY));
  if (random.chance(0.15)) {
    const at = agent(1, 20);
    const snoozedUntil = addHours(diary.now(), 7 * DAY);
    diary.note('customer.updated', { customer: { snoozedUntil } }, ...at);
  }
  if (random.chance(0.08)) return;
  const reason = random.weighted({ declined: 5, files_instead: 3, not_our_customer: 1 });
  diary.note('journey.closed', { reason }, ...agent(10 * DAY, 60 * DAY));
};

/** From the first link to the connection, as far as the customer gets. Returns the connection. */
const follow = (diary: Diary, random: Random): string | null => {
  if (!random.chance(0.9)) return null;
  diary.wait(0.1, 4 * DAY);
  diary.note('link.opened', {}, 'link');
  return random.chance(0.94) ? connect(diary, random) : null;
};

/** The events of the customer with the given number, the same for the same `now`. */
export const historyOf = (number: number, now: Instant): JourneyEvent[] => {
  const random = randomOf(number);
  const { id, company, team } = inventProfile(number, random);
  const begins = beginning(number, now, random);
  const diary = openDiary({ customerId: id, begins, now, random });
  const managerId = team.accountManagerId;
  diary.note('customer.created', { customer: { ...company, createdAt: begins } });
  diary.wait(0.05, 1);
  diary.note('customer.updated', { customer: team }, 'agent', managerId);
  diary.wait(0.2, 2 * DAY);
  if (!random.chance(0.985)) return diary.events;
  const invitation = { channel: 'email', kind: 'company', template: 'link', to: 'main' } as const;
  diary.note('link.sent', invitation, 'agent', managerId);
  const connectionId = follow(diary, random);
  const events = LONG.get(number);
  if (events) keepTrying(diary, random, events);
  else if (connectionId) stream(diary, random, connectionId);
  else pursue(diary, random, managerId);
  diary.wait(20 * DAY, 300 * DAY);
  if (random.chance(0.02)) diary.note('customer.deleted', {});
  return diary.events;
};
