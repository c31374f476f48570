import type { Failure } from '../../codat/world/failures.ts';
import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';
import { connected, failed, selected } from './beginnings.ts';
import { stream } from './streaming.ts';
import type { Scene } from './stuck.ts';

/** What was said in the call that helped. `*` stands for the contact. */
const WHAT_HELPED: Record<Exclude<Failure, 'unsupported'>, string> = {
  cancelled:
    '* closed the window at “allow access to your data”. Went through what is read: fine now.',
  not_administrator:
    '* is no administrator. Their finance director has the role and does it tomorrow.',
  credentials_rejected: 'Stayed on the line while * found the phone with the second factor.',
  session_expired: 'The page had been open since the morning. * starts afresh today.',
  setup_incomplete: 'Their administrator switches the feature on first. Sent * the checklist.',
  connector_blocked: 'Their IT put the connector on the allow-list. * tries again today.',
  connector_offline: 'The computer was off. * leaves it on overnight from now on.',
  link_expired: 'The link was a week old. Sent * a fresh one while on the phone.',
  wrong_entity: '* had picked the dormant company of the two. The other one it is.',
  software_error: 'An outage on their side, gone by now. * tries again after lunch.',
  unknown: 'Raised it with Codat. * is to try once more in the meantime.',
};

/** Failed, was helped over the phone, and has been connected since. */
export const recovered = (failure: keyof typeof WHAT_HELPED, daysAgo: number): Scene =>
  function* (play) {
    const { time, random, team, contact } = play;
    yield* failed(play, days(daysAgo), [failure]);
    yield time.laterAtWork(random.within(1, 8));
    team.call(WHAT_HELPED[failure].replace('*', contact));
    yield time.later(minutes(3));
    team.send('connection');
    yield time.laterAtWork(random.within(0.5, 20));
    yield* succeeds(play);
  };

function* succeeds(play: Play): Story {
  const { time, random, customer } = play;
  customer.initiate();
  yield time.later(minutes(random.within(3, 20)));
  customer.approve();
  yield* stream(play);
}

/** Selected software, was silent for more than a week, and then came back. */
export const cameBack = (daysAgo: number): Scene =>
  function* (play) {
    const { time, random } = play;
    yield* selected(play, days(daysAgo));
    yield time.laterAtWork(days(random.within(8, 12)));
    yield* succeeds(play);
  };

/** Picked the wrong software first. */
export const switchedSoftware = (wrong: string, daysAgo: number): Scene =>
  function* (play) {
    const { time, customer, software } = play;
    yield* selected({ ...play, software: wrong }, days(daysAgo));
    yield time.later(minutes(2));
    customer.initiate();
    yield time.later(minutes(2));
    customer.fail('cancelled');
    yield time.later(minutes(1));
    customer.select(software);
    yield time.later(minutes(3));
    customer.initiate();
    yield time.later(minutes(6));
    customer.approve();
    yield time.later(days(1));
    customer.removeOtherConnections();
    yield* stream(play);
  };

/** Lost access, and gave it again two days later. */
export const reconnected = (status: 'Deauthorized' | 'Unlinked', daysAgo: number): Scene =>
  function* (play) {
    const { time, customer, team, contact } = play;
    yield* connected(play, days(daysAgo + 45), days(daysAgo));
    yield time.ago(days(daysAgo));
    customer.disconnect(status);
    yield time.laterAtWork(3);
    team.call(`${contact} tidied up and did not know what the app was for. Gives access again.`);
    yield time.later(minutes(3));
    team.send('connection');
    yield time.laterAtWork(days(2));
    customer.open();
    yield time.later(minutes(5));
    yield* succeeds(play);
  };
