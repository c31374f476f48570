import { softwareOf } from '../../../src/journey/content/software.ts';
import type { CallOutcome } from '../../../src/journey/outreach.ts';
import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';

const ASSIGNED = 0.4;
const SNOOZED_DAYS = 3;

const callNote = ({ random, contact }: Play) =>
  random.pick<[said: string, outcome: CallOutcome]>([
    [`${contact} plans to connect this week.`, 'reached'],
    [`Asked ${contact} to call back.`, 'voicemail'],
    [`${contact} asked if we can see their bank login. Confirmed that we can’t.`, 'reached'],
    [`${contact} is away. A colleague is taking over and will call us back.`, 'call_back'],
    [`Busy with month end. ${contact} will connect afterwards.`, 'reached'],
    [`${contact} asked what data we read and why. Went through the list together.`, 'reached'],
  ]);

type Approach = 'call' | 'remind' | 'wait';

/**
 * What the team does first about a silent customer, and how likely they then move on. Those with simple software are
 * reminded more often, and move on by themselves more often: a reminder only seems to help.
 */
const FIRST: Record<'simple' | 'other', { approaches: Record<Approach, number>; movesOn: number }> =
  {
    simple: { approaches: { remind: 6, call: 2, wait: 2 }, movesOn: 0.4 },
    other: { approaches: { remind: 2, call: 4, wait: 4 }, movesOn: 0.15 },
  };

/** Writes to the customer or calls them. */
function* approach(play: Play, how: 'call' | 'remind'): Story {
  const { time, random, customer, team } = play;
  if (random.chance(ASSIGNED)) {
    team.assignToAgent();
    yield time.later(minutes(random.within(1, 20)));
  }
  if (how === 'remind') team.send(customer.hasSelected() ? 'connection' : 'company');
  else team.call(...callNote(play));
  yield time.later(minutes(random.within(1, 5)));
  team.snooze(time.later(days(SNOOZED_DAYS)));
}

type Step = {
  /** The chance that the customer takes the step at once. */
  prompt: number;
  /** Hours of silence before we get in touch. */
  patience: number;
};

/** Whether the customer takes the next step: at once, after a while, or after we get in touch. */
export function* proceeds(play: Play, { prompt, patience }: Step): Story<boolean> {
  const { time, random, portfolio, software } = play;
  if (random.chance(prompt)) return true;
  const isSimple = softwareOf(software)?.complexity === 'simple';
  const { approaches, movesOn } = FIRST[isSimple ? 'simple' : 'other'];
  const first = random.weighted(approaches);
  yield time.laterAtWork(patience + random.within(...portfolio.responds));
  if (first !== 'wait') yield* approach(play, first);
  if (random.chance(movesOn + (first === 'call' ? portfolio.persuades : 0))) {
    yield time.laterAtWork(random.within(20, 100));
    return true;
  }
  for (let round = 1; round < portfolio.rounds; round += 1) {
    yield time.laterAtWork(days(SNOOZED_DAYS) + random.within(...portfolio.responds));
    yield* approach(play, 'call');
    if (!random.chance(portfolio.persuades)) continue;
    yield time.laterAtWork(random.within(0.2, 20));
    return true;
  }
  return false;
}
