import { softwareOf } from '../../../src/journey/content/software.ts';
import { COMPLEXITY_FACTOR } from '../../../src/journey/stuck.ts';
import type { Failure } from '../../codat/world/failures.ts';
import { chooseSoftware, difficultyOf, tileOf } from '../behaviour/difficulty.ts';
import { chooseFailure } from '../behaviour/incident.ts';
import type { Play } from '../play/play.ts';
import { minutes, type Story } from '../play/story.ts';
import { proceeds } from './outreach.ts';

/** How a journey to the connection ends. `unsupported` means the software can't be connected at all. */
export type Ending = 'connected' | 'silent' | 'unsupported';

const MAX_ATTEMPTS = 5;

/** The chance that the Link SDK's callback reaches us. */
const REPORTED = 0.93;

/** The chance that a customer tries again without our help. */
const RETRY_CHANCE: Partial<Record<Failure, number>> = {
  credentials_rejected: 0.65,
  session_expired: 0.7,
  connector_blocked: 0.35,
  connector_offline: 0.4,
  setup_incomplete: 0.3,
  wrong_entity: 0.3,
  not_administrator: 0.2,
  link_expired: 0,
  unsupported: 0,
};

const USUAL_RETRY_CHANCE = 0.5;

/** Customers know more, or got help, after a failure. */
const EASE_AFTER_FAILURE = 0.6;

const patienceFactor = (software: string): number =>
  COMPLEXITY_FACTOR[softwareOf(software)?.complexity ?? 'simple'];

/** One attempt: reviews the shared data, goes to the software, and succeeds or fails. Null if the customer goes silent. */
function* attempt(play: Play, software: string, ease: number): Story<'approved' | Failure | null> {
  const { time, random, customer } = play;
  const factor = patienceFactor(software);
  if (!(yield* proceeds(play, { prompt: 0.93, patience: 24 * factor }))) return null;
  yield time.later(minutes(random.within(1, 6)));
  if (random.chance(REPORTED)) customer.initiate();
  if (!(yield* proceeds(play, { prompt: 0.95, patience: 4 * factor }))) return null;
  yield time.later(minutes(random.within(...difficultyOf(software).minutes)));
  const { now, present } = time;
  const failure = chooseFailure({ software, at: now(), now: present, ease }, random);
  if (!failure) {
    customer.approve();
    return 'approved';
  }
  customer.fail(failure);
  return failure;
}

/** Whether the customer tries again after a failure. */
function* retries(play: Play, failure: Failure): Story<boolean> {
  const { time, random } = play;
  if (!random.chance(RETRY_CHANCE[failure] ?? USUAL_RETRY_CHANCE))
    return yield* proceeds(play, { prompt: 0, patience: 1 });
  yield time.later(minutes(random.within(3, failure === 'software_error' ? 300 : 40)));
  return true;
}

/** The customer, with the Link URL open, selects software and tries to connect it. */
export function* connect(play: Play, software: string): Story<Ending> {
  const { time, random, customer } = play;
  yield time.later(minutes(random.within(1, 12)));
  customer.select(tileOf(software, random));
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
    const outcome = yield* attempt(play, software, attempts === 0 ? 1 : EASE_AFTER_FAILURE);
    if (outcome === 'approved') return 'connected';
    if (outcome === 'unsupported') return yield* triesOtherSoftware(play);
    if (!outcome || !(yield* retries(play, outcome))) return 'silent';
  }
  return 'silent';
}

/** Some customers whose software can't be connected use a second package. */
function* triesOtherSoftware(play: Play): Story<Ending> {
  const { random } = play;
  if (!random.chance(0.25)) return 'unsupported';
  return yield* connect(play, chooseSoftware(random));
}
