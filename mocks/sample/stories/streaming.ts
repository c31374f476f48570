import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';
import { proceeds } from './outreach.ts';

const MONTHLY_LOSS = 0.04;

/** After the approval: the customer finishes, and their data is read monthly. */
export function* stream(play: Play): Story {
  const { time, random, customer } = play;
  yield time.later(minutes(random.within(1, 6)));
  if (random.chance(0.94)) customer.finish();
  for (;;) {
    yield time.later(days(30));
    if (!random.chance(MONTHLY_LOSS)) customer.read();
    else if (!(yield* loseAndReturn(play))) return;
  }
}

/** Access ends, mostly because someone removed an app they didn't recognize. Returns whether the customer comes back. */
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
