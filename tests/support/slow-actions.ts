import type { Software } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import type { Instant } from '../../src/journey/instant.ts';
import type { SlowSpell } from '../../src/journey/testing/slow-landmark.ts';
import {
  currentOf,
  type History,
  historiesOf,
  INVITED,
  type Journey,
  later,
} from './slow-history.ts';
import { AT_FIRST, stuckness } from './slow-queue.ts';

/** Test support: when customers were stuck and what was done meanwhile, worked out a second time, event by event. */

type Acts = SlowSpell['acts'][number];

/** What was done to a customer, if it was something that could help. */
const actOf = (event: JourneyEvent): Acts['action'] | null => {
  if (event.type === 'case.raised') return 'raised';
  if (event.type === 'call.made') return 'call';
  if (event.type === 'email.sent') return event.data.template;
  if (event.type !== 'link.sent') return null;
  if (event.data.template) return event.data.template;
  return event.data.channel === 'shared' ? 'shared' : 'link';
};

export type Silence = {
  from: Instant;
  journey: Journey;
  stage: number;
  stuck: { at: Instant; reason: string; priority: string; software: string | null } | null;
  acts: Acts[];
  ended: Instant | null;
  movedOn: Instant | null;
};

const A_WEEK = 7 * 24;

/** Walks through the history of one customer. */
const watcher = (team: Parameters<typeof stuckness>[1], now: Instant) => {
  const silences: Silence[] = [];
  let silence: Silence | null = null;
  let due: ReturnType<typeof stuckness> = null;
  let since = '';
  let software: string | null = null;
  /** Whether the patience ran out by a moment, with what was known since the event before. */
  const runOut = (by: Instant | null) => {
    if (!silence || silence.stuck || !due?.at || (by !== null && due.at > by)) return;
    const { reason, priority } = due;
    silence.stuck = { at: due.at > since ? due.at : since, reason, priority, software };
  };
  const see = (event: JourneyEvent, history: History, isNews: boolean) => {
    const at = event.occurredAt;
    const journey = currentOf(history);
    runOut(at);
    const action = actOf(event);
    if (silence && action) silence.acts.push({ action, at });
    const wasUninvited = due?.reason === 'not_invited';
    due = stuckness(history, team, now);
    const isInvited = wasUninvited && due?.reason !== 'not_invited';
    if (silence && (isNews || isInvited || !due || silence.journey !== journey)) {
      silence.ended = at;
      silence = null;
    }
    for (const one of silences)
      if (
        one.ended &&
        one.journey.now > Math.max(one.stage, INVITED) &&
        at <= later(one.ended, A_WEEK)
      )
        one.movedOn ??= at;
    since = at;
    software = journey.software;
    if (!due || silence) return;
    silence = {
      from: at,
      journey,
      stage: journey.now,
      stuck: null,
      acts: [],
      ended: null,
      movedOn: null,
    };
    silences.push(silence);
  };
  return { see, runOut, silences };
};

/** The times in which each customer did nothing, by the rules a team starts with. */
export const slowSilences = (
  events: readonly JourneyEvent[],
  known: readonly Software[],
  now: Instant,
): Map<string, Silence[]> => {
  const team = { ...AT_FIRST, software: new Map(known.map((one) => [one.id, one])) };
  return new Map(
    [...Map.groupBy(events, ({ customerId }) => customerId)].map(([customer, own]) => {
      const { see, runOut, silences } = watcher(team, now);
      historiesOf(own, now, see);
      runOut(null);
      return [customer, silences];
    }),
  );
};

/** All spells of being stuck of all customers, by the rules a team starts with. */
export const slowSpells = (
  events: readonly JourneyEvent[],
  known: readonly Software[],
  now: Instant,
): (SlowSpell & { software: string | null; accountManager: string | null })[] => {
  const team = { ...AT_FIRST, software: new Map(known.map((one) => [one.id, one])) };
  return [...Map.groupBy(events, ({ customerId }) => customerId)].flatMap(([customer, own]) => {
    const { see, runOut, silences } = watcher(team, now);
    const [history] = historiesOf(own, now, see);
    runOut(null);
    return silences.flatMap(({ journey, stuck, acts, ended, movedOn }) => {
      if (!stuck || stuck.reason === 'not_invited') return [];
      const complexity = team.software.get(stuck.software ?? '')?.complexity ?? 'moderate';
      return [
        {
          ...{ customer, stuckAt: stuck.at, endedAt: ended, movedOnAt: movedOn, acts },
          position: `${stuck.reason} ${complexity} ${stuck.priority}`,
          mistake: ['duplicate', 'not_our_customer'].includes(journey.closed ?? ''),
          software: stuck.software,
          accountManager: history?.accountManager ?? null,
        },
      ];
    });
  });
};
