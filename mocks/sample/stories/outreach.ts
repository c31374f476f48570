import type { CallOutcome } from '../../../src/journey/outreach.ts';
import type { Play } from '../play/play.ts';
import { days, minutes, type Story } from '../play/story.ts';

const TAKEN = 0.4;
const SNOOZED_DAYS = 3;

const callNote = ({ random, contact }: Play) =>
  random.pick<[said: string, outcome: CallOutcome]>([
    [`Rang ${contact}: wants to do it this week.`, 'reached'],
    [`Left ${contact} a message.`, 'voicemail'],
    [`${contact} asked whether we can see their bank login. We can’t, told them so.`, 'reached'],
    [`${contact} is away; a colleague takes over and rings us.`, 'call_back'],
    [`Month end is in the way. ${contact} gets to it afterwards.`, 'reached'],
    [`${contact} asked what we read and why. Went through the list together.`, 'reached'],
  ]);

/** Someone of ours writes, and later rings, once the customer has been silent for so many hours. */
function* getInTouch(play: Play, hoursSilent: number, round: number): Story {
  const { time, random, portfolio, customer, team } = play;
  const patience = round === 0 ? hoursSilent : Math.max(hoursSilent, days(SNOOZED_DAYS));
  yield time.laterAtWork(patience + random.within(...portfolio.responds));
  if (random.chance(TAKEN)) {
    team.assignToAgent();
    yield time.later(minutes(random.within(1, 20)));
  }
  if (round === 0) team.send(customer.hasSelected() ? 'connection' : 'company');
  else team.call(...callNote(play));
  yield time.later(minutes(random.within(1, 5)));
  team.snooze(time.later(days(SNOOZED_DAYS)));
}

type Step = {
  /** The chance that the customer takes it of their own accord. */
  prompt: number;
  /** For how many hours of silence we wait before we get in touch. */
  patience: number;
};

/** Whether the customer comes to the next step, by themselves or because someone got in touch. */
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
