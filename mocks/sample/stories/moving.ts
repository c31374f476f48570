import type { Range } from '../difficulty.ts';
import type { Play } from '../play.ts';
import { minutes, type Story } from '../story.ts';
import { approved, created, initiated, invited, opened, selected } from './so-far.ts';
import type { Scene } from './stuck.ts';

/** Came so far a short while ago: under way, and nobody has to worry. */
const lately =
  (soFar: (play: Play, hoursAgo: number) => Story, [least, most]: Range): Scene =>
  (play) =>
    soFar(play, play.random.within(least, most));

export const isNew = lately(created, [0.3, 8]);
export const wasInvitedLately = lately(invited, [0.5, 40]);
export const openedLately = lately(opened, [0.2, 10]);
export const selectedLately = lately(selected, [0.2, 10]);
export const initiatedLately = lately(initiated, [0.05, 1]);
export const approvedLately = lately(approved, [0.05, 0.2]);

/** Left the flow a few minutes ago; the first data is being read. */
export function* finishedLately(play: Play): Story {
  yield* approved(play, play.random.within(0.15, 0.2));
  yield play.time.later(minutes(2));
  play.customer.finish();
}

/** Asked us to wait, so nobody has to see to it until then. */
export const isSnoozed = (soFar: Scene, days: number, said: string): Scene =>
  function* (play) {
    const { time, team } = play;
    yield* soFar(play);
    yield time.ago(0.15);
    team.call(said);
    yield time.ago(0.1);
    team.snooze(time.later(24 * days));
  };
