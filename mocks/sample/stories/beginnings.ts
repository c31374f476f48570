import type { Failure } from '../../codat/world/failures.ts';
import { tileOf } from '../behaviour/difficulty.ts';
import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';

// How customers reach a stage, a given number of hours before the present. Each story continues the one before.

const HOURS_BETWEEN_FAILURES = 1.5;

/** Created, not invited yet. */
export function* created(play: Play, hoursAgo: number): Story {
  const { time, random, customer, team } = play;
  yield time.ago(hoursAgo);
  customer.create();
  yield time.later(minutes(random.within(3, 12)));
  team.recordContacts();
}

/** Invited, but hasn't opened the link. */
export function* invited(play: Play, hoursAgo: number): Story {
  const { time, random, team } = play;
  yield* created(play, hoursAgo + random.within(0.5, 24));
  yield time.ago(hoursAgo);
  team.send();
}

/** Opened the link, but hasn't selected software. */
export function* opened(play: Play, hoursAgo: number): Story {
  const { time, random, customer } = play;
  yield* invited(play, hoursAgo + random.within(0.2, 20));
  yield time.ago(hoursAgo);
  customer.open();
}

/** Selected software, but hasn't started connecting. */
export function* selected(play: Play, hoursAgo: number): Story {
  const { time, random, customer, software } = play;
  yield* opened(play, hoursAgo + minutes(random.within(1, 8)));
  yield time.ago(hoursAgo);
  customer.select(tileOf(software, random));
}

/** Agreed to share data and went to the software, but hasn't approved. */
export function* initiated(play: Play, hoursAgo: number): Story {
  const { time, random, customer } = play;
  yield* selected(play, hoursAgo + minutes(random.within(1, 6)));
  yield time.ago(hoursAgo);
  customer.initiate();
}

/** Failed in each of these ways in turn, the last time `hoursAgo` hours before the present. */
export function* failed(play: Play, hoursAgo: number, failures: readonly Failure[]): Story {
  const { time, random, customer } = play;
  const first = hoursAgo + HOURS_BETWEEN_FAILURES * (failures.length - 1);
  yield* selected(play, first + minutes(random.within(25, 40)));
  for (const [index, failure] of failures.entries()) {
    const at = first - HOURS_BETWEEN_FAILURES * index;
    yield time.ago(at + minutes(random.within(5, 20)));
    customer.initiate();
    yield time.ago(at);
    customer.fail(failure);
  }
}

/** Approved, but hasn't finished. */
export function* approved(play: Play, hoursAgo: number): Story {
  const { time, random, customer } = play;
  yield* initiated(play, hoursAgo + minutes(random.within(3, 12)));
  yield time.ago(hoursAgo);
  customer.approve();
}

/** Approved and finished, with data read monthly up to `until` hours before the present. */
export function* connected(play: Play, hoursAgo: number, until: number): Story {
  const { time, customer } = play;
  yield* approved(play, hoursAgo);
  yield time.later(minutes(4));
  customer.finish();
  for (let at = hoursAgo - days(30); at > until; at -= days(30)) {
    yield time.ago(at);
    customer.read();
  }
}
