import type { Failure } from '../../codat/world/failures.ts';
import type { Range } from '../behaviour/difficulty.ts';
import type { Play } from '../play/play.ts';
import { minutes, type Story } from '../play/story.ts';
import {
  approved,
  connected,
  created,
  failed,
  initiated,
  invited,
  opened,
  selected,
} from './beginnings.ts';

/** A complete story, from a customer's creation to the present. */
export type Scene = (play: Play) => Story;

type Beginning = (play: Play, hoursAgo: number) => Story;

/** Often someone was assigned to the case since then, and called the customer. */
function* maybeAssigned({ time, random, team, contact }: Play, hoursAgo: number): Story {
  if (random.chance(0.4)) return;
  yield time.ago(hoursAgo * random.within(0.1, 0.8));
  if (random.chance(0.7)) team.assignToAgent();
  else team.assignToManager();
  if (random.chance(0.5)) return;
  yield time.later(minutes(random.within(1, 3)));
  team.call(`Called ${contact}. Will try again later.`, 'no_answer');
}

/** Reached a stage a number of hours ago, with no activity since. */
const silentSince = (beginning: Beginning, [least, most]: Range): Scene =>
  function* (play) {
    const hoursAgo = play.random.within(least, most);
    yield* beginning(play, hoursAgo);
    yield* maybeAssigned(play, hoursAgo);
  };

export const isNotInvited = silentSince(created, [52, 140]);
export const hasNotOpened = (...hours: Range): Scene => silentSince(invited, hours);
export const hasNotSelected = (...hours: Range): Scene => silentSince(opened, hours);
export const hasNotStarted = (...hours: Range): Scene => silentSince(selected, hours);
export const hasNotApproved = (...hours: Range): Scene => silentSince(initiated, hours);

/** Approved, but no data can be read. */
export const waitsForData = (...hours: Range): Scene =>
  silentSince(function* (play, hoursAgo) {
    play.customer.blockReads();
    yield* approved(play, hoursAgo);
  }, hours);

/** Failed once or more, the last time a number of hours ago. */
export const hasFailed = (failures: Failure[], ...hours: Range): Scene =>
  silentSince((play, hoursAgo) => failed(play, hoursAgo, failures), hours);

/** Was connected, until access ended hours ago. */
export const hasLostAccess = (status: 'Deauthorized' | 'Unlinked'): Scene =>
  silentSince(
    function* (play, hoursAgo) {
      yield* connected(play, play.random.within(500, 2200), hoursAgo);
      yield play.time.ago(hoursAgo);
      play.customer.disconnect(status);
    },
    [2, 40],
  );
