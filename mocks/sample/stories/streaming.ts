import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';
import { proceeds } from './outreach.ts';

const LOSING_A_MONTH = 0.04;

/** The customer approved access a moment ago: they finish, and from then on their data is read each month. */
export function* stream(play: Play): Story {
  const { time, random, customer } = play;
  yield time.later(minutes(random.within(1, 6)));
  if (random.chance(0.94)) customer.finish();
  for (;;) {
    yield time.later(days(30));
    if (!random.chance(LOSING_A_MONTH)) customer.read();
    else if (!(yield* loseAndReturn(play))) return;
  }
}

/** Access ends, mostly because somebody removed an app that they did not know. Whether the customer comes back. */
function* loseAndReturn(play: Play): Story<boolean> {
  const { time, random, customer, team } = play;
  customer.disconnect(random.chance(0.7) ? 'Deauthorized' : 'Unlinked');
  if (!(yield* proceeds(play, { prompt: 0.25, patience: 0.5 }))) {
    yield time.laterAtWork(days(3));
    team.close('declined');
    return false;
  }
  yield time.laterAtWork(random.within(0.5, 8));
  customer.open();
  yield time.later(minutes(random.within(2, 15)));
  customer.approve();
  return true;
}
