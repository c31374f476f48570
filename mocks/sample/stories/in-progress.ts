import type { Range } from '../behaviour/difficulty.ts';
import type { Play } from '../play/play.ts';
import { minutes, type Story } from '../play/story.ts';
import { approved, created, initiated, invited, opened, selected } from './beginnings.ts';
import type { Scene } from './stuck.ts';

/** Reached a stage a short while ago, so still in progress. */
const recently =
  (beginning: (play: Play, hoursAgo: number) => Story, [least, most]: Range): Scene =>
  (play) =>
    beginning(play, play.random.within(least, most));

export const isNew = recently(created, [0.3, 8]);
export const invitedRecently = recently(invited, [0.5, 40]);
export const openedRecently = recently(opened, [0.2, 10]);
export const selectedRecently = recently(selected, [0.2, 10]);
export const initiatedRecently = recently(initiated, [0.05, 1]);
export const approvedRecently = recently(approved, [0.05, 0.2]);

/** Finished a few minutes ago. The first data is being read. */
export function* finishedRecently(play: Play): Story {
  yield* approved(play, play.random.within(0.15, 0.2));
  yield play.time.later(minutes(2));
  play.customer.finish();
}

/** Asked us to wait, so the case is snoozed. */
export const isSnoozed = (beginning: Scene, days: number, note: string): Scene =>
  function* (play) {
    const { time, team } = play;
    yield* beginning(play);
    yield time.ago(0.15);
    team.call(note);
    yield time.ago(0.1);
    team.snooze(time.later(24 * days));
  };
