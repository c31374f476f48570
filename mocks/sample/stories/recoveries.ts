import type { Failure } from '../../codat/world/failures.ts';
import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';
import { connected, failed, selected } from './beginnings.ts';
import { stream } from './streaming.ts';
import type { Scene } from './stuck.ts';

/** Notes of the calls that helped. `*` stands for the contact. */
const HELPFUL_CALLS: Partial<Record<Failure, string>> = {
  cancelled:
    '* closed the window at “allow access to your data”. Explained what we read. Happy to go ahead.',
  not_administrator: '* isn’t an admin. Their finance director is, and will approve tomorrow.',
  credentials_rejected: 'Stayed on the line while * found the phone for two-factor sign-in.',
  session_expired: 'The page had been open since this morning. * will start again today.',
  setup_incomplete: 'Their admin has to enable the feature first. Sent * the checklist.',
  connector_blocked: 'Their IT added the connector to the allowlist. * will try again today.',
  connector_offline: 'The computer was off. * will leave it on overnight.',
  link_expired: 'The link was a week old. Sent * a new one while on the call.',
  wrong_entity: '* picked the dormant company. Confirmed which one to connect.',
  software_error: 'The outage at the vendor is over. * will try again after lunch.',
  unknown: 'Raised it with Codat. Asked * to try again in the meantime.',
};

const HELPFUL_CALL = 'Talked it through with *, who will try again today.';

/** Failed, got help on the phone, and has been connected since. */
export const recovered = (failure: Failure, daysAgo: number): Scene =>
  function* (play) {
    const { time, random, team, contact } = play;
    yield* failed(play, days(daysAgo), [failure]);
    yield time.laterAtWork(random.within(1, 8));
    team.call((HELPFUL_CALLS[failure] ?? HELPFUL_CALL).replace('*', contact));
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

/** Selected software, went silent for over a week, then came back. */
export const cameBack = (daysAgo: number): Scene =>
  function* (play) {
    const { time, random } = play;
    yield* selected(play, days(daysAgo));
    yield time.laterAtWork(days(random.within(8, 12)));
    yield* succeeds(play);
  };

/** Selected the wrong software first. */
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

/** Access ended, and the customer approved again two days later. */
export const reconnected = (status: 'Deauthorized' | 'Unlinked', daysAgo: number): Scene =>
  function* (play) {
    const { time, customer, team, contact } = play;
    yield* connected(play, days(daysAgo + 45), days(daysAgo));
    yield time.ago(days(daysAgo));
    customer.disconnect(status);
    yield time.laterAtWork(3);
    team.call(
      `${contact} removed the app during a clean-up, not knowing what it was for. Will approve it again.`,
    );
    yield time.later(minutes(3));
    team.send('connection');
    yield time.laterAtWork(days(2));
    customer.open();
    yield time.later(minutes(5));
    yield* succeeds(play);
  };
