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

/** The team writes, and in later rounds calls, once the customer has been silent for the given hours. */
function* getInTouch(play: Play, hoursSilent: number, round: number): Story {
  const { time, random, portfolio, customer, team } = play;
  const patience = round === 0 ? hoursSilent : Math.max(hoursSilent, days(SNOOZED_DAYS));
  yield time.laterAtWork(patience + random.within(...portfolio.responds));
  if (random.chance(ASSIGNED)) {
    team.assignToAgent();
    yield time.later(minutes(random.within(1, 20)));
  }
  if (round === 0) team.send(customer.hasSelected() ? 'connection' : 'company');
  else team.call(...callNote(play));
  yield time.later(minutes(random.within(1, 5)));
  team.snooze(time.later(days(SNOOZED_DAYS)));
}

type Step = {
  /** The chance that the customer takes the step without help. */
  prompt: number;
  /** Hours of silence before we get in touch. */
  patience: number;
};

/** Whether the customer takes the next step, without help or after we get in touch. */
export function* proceeds(play: Play, { prompt, patience }: Step): Story<boolean> {
  const { time, random, portfolio } = play;
  if (random.chance(prompt)) return true;
  for (let round = 0; round < portfolio.rounds; round += 1) {
    yield* getInTouch(play, patience, round);
    if (random.chance(portfolio.persuades)) {
      yield time.laterAtWork(random.within(0.2, 20));
      return true;
    }
  }
  return false;
}
