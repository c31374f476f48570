import type { Failure } from '../../codat/world/failures.ts';
import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';
import { approved, connected, failed } from './beginnings.ts';
import { hasFailed, type Scene } from './stuck.ts';

const OUTAGE: Failure = 'software_error';

/** Failed because of the outage, once or more. */
export const ranIntoOutage = (times: number): Scene =>
  hasFailed(Array<Failure>(times).fill(OUTAGE), 1.3, 17);

/** Connected despite the outage. */
export function* gotThrough(play: Play): Story {
  yield* approved(play, play.random.within(1, 18));
  yield play.time.later(minutes(3));
  play.customer.finish();
}

/** Failed, tried again without help, and connected. */
export function* gotThroughEventually(play: Play): Story {
  const { time, random, customer } = play;
  yield* failed(play, random.within(3, 17), [OUTAGE]);
  yield time.later(minutes(random.within(20, 80)));
  customer.initiate();
  yield time.later(minutes(5));
  customer.approve();
  yield time.later(minutes(2));
  customer.finish();
}

/** Connected without problems before the outage. */
export const wasConnected = (daysAgo: number): Scene =>
  function* (play) {
    yield* connected(play, days(daysAgo), 0);
  };
