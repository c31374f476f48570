import { days, minutes } from '../play/story.ts';
import { connected, created, failed, invited, opened, selected } from './beginnings.ts';
import { stream } from './streaming.ts';
import type { Scene } from './stuck.ts';

/** Their software can't be connected, so they send files. */
export const sendsFiles = (daysAgo: number): Scene =>
  function* (play) {
    const { time, team, contact } = play;
    yield* failed(play, days(daysAgo), ['unsupported']);
    yield time.laterAtWork(4);
    team.call(
      `Their edition isn’t supported. ${contact} will upload accounts every quarter instead.`,
    );
    yield time.later(minutes(2));
    team.close('files_instead');
  };

export const declined = (daysAgo: number): Scene =>
  function* (play) {
    const { time, team, contact } = play;
    yield* selected(play, days(daysAgo));
    yield time.laterAtWork(days(3));
    team.call(`${contact} says the board won’t share ledger data with third parties.`);
    yield time.later(minutes(2));
    team.close('declined');
  };

/** The same business as the customer before. */
export const isDuplicate = (daysAgo: number): Scene =>
  function* (play) {
    const { time, team } = play;
    yield* created(play, days(daysAgo));
    yield time.laterAtWork(2);
    team.note('Duplicate entry for the same business. Use the other one.');
    yield time.later(minutes(2));
    team.close('duplicate');
  };

export const isNotOurs = (daysAgo: number): Scene =>
  function* (play) {
    const { time, team, contact } = play;
    yield* invited(play, days(daysAgo));
    yield time.laterAtWork(days(4));
    team.call(`${contact} says they moved to another bank in spring.`);
    yield time.later(minutes(2));
    team.close('not_our_customer');
  };

/** Declined, then changed their mind two weeks later. */
export const changedTheirMind = (daysAgo: number): Scene =>
  function* (play) {
    const { time, team, customer } = play;
    yield* declined(daysAgo + 18)(play);
    yield time.ago(days(daysAgo));
    team.reopen();
    yield time.later(minutes(4));
    team.send('connection');
    yield time.laterAtWork(1);
    customer.open();
    yield time.later(minutes(4));
    customer.initiate();
    yield time.later(minutes(9));
    customer.approve();
    yield* stream(play);
  };

/** Closed too soon, so reopened a few hours ago and invited again. */
export function* reopenedRecently(play: Parameters<Scene>[0]) {
  const { time, team } = play;
  yield* opened(play, days(25));
  yield time.laterAtWork(days(5));
  team.close('declined');
  yield time.ago(6);
  team.reopen();
  yield time.later(minutes(3));
  team.send();
}

/** Was connected, then left and was deleted from Codat. */
export const left = (daysAgo: number): Scene =>
  function* (play) {
    const { time, customer } = play;
    yield* connected(play, days(daysAgo + 50), days(daysAgo));
    yield time.ago(days(daysAgo));
    customer.remove();
  };
