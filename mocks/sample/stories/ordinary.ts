import type { Instant } from '../../../src/journey/instant.ts';
import { CHANGES, OPENS } from '../behaviour/changes.ts';
import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';
import { connect, type Ending } from './connecting.ts';
import { proceeds } from './outreach.ts';
import { stream } from './streaming.ts';

const OPEN_AT_ONCE = 0.5;
const FORGOTTEN = 0.02;
const REOPENED = 0.08;

/** An ordinary customer: created, invited, and connected as far as they get. */
export function* ordinary(play: Play, begins: Instant): Story {
  const { time, random, portfolio, customer, team } = play;
  yield begins;
  customer.create();
  yield time.later(minutes(random.within(5, 60)));
  team.recordContacts();
  yield time.laterAtWork(random.within(...portfolio.invites));
  if (random.chance(FORGOTTEN)) yield time.laterAtWork(days(random.within(2, 5)));
  yield* invite(play);
}

function* invite(play: Play): Story {
  play.team.send();
  const ending = yield* followLink(play);
  if (ending === 'connected') yield* stream(play);
  else yield* giveUp(play, ending);
}

/** From the Link URL to an approved connection, as far as the customer gets. */
function* followLink(play: Play): Story<Ending> {
  const { time, random, customer } = play;
  const prompt = time.now() < time.ago(days(CHANGES.invitation)) ? OPENS.before : OPENS.after;
  if (!(yield* proceeds(play, { prompt, patience: 72 }))) return 'silent';
  if (random.chance(OPEN_AT_ONCE)) yield time.later(minutes(random.within(2, 90)));
  else yield time.laterAtWork(random.within(1.5, 60));
  customer.open();
  if (!(yield* proceeds(play, { prompt: 0.92, patience: 24 }))) return 'silent';
  return yield* connect(play, play.software);
}

/** Closes a journey that led nowhere, so that it doesn't stay in the queue. Some are reopened later. */
function* giveUp(play: Play, ending: Exclude<Ending, 'connected'>): Story {
  const { time, random, portfolio, team } = play;
  yield time.laterAtWork(48 + random.within(...portfolio.responds));
  team.close(
    ending === 'unsupported'
      ? 'files_instead'
      : random.weighted({ declined: 5, files_instead: 3, not_our_customer: 1 }),
  );
  if (!random.chance(REOPENED)) return;
  yield time.laterAtWork(days(random.within(5, 20)));
  team.reopen();
  yield time.later(minutes(random.within(2, 30)));
  yield* invite(play);
}
