import type { Instant } from '../instant.ts';
import type { Rest, Spell } from '../journey.ts';
import type { Stage } from '../stages.ts';
import { type StuckSettings, stuckAtOf } from '../stuck.ts';
import type { Action } from './actions.ts';

/** A spell in which a customer got stuck, or will if nothing happens. */
export type StuckSpell = Pick<Rest, 'stuckReason' | 'priority' | 'software'> & {
  /** Since when they did nothing, and where they stood then. */
  silentSince: Instant;
  stage: Stage;
  stuckAt: Instant;
  endedAt: Instant | null;
  movedOnAt: Instant | null;
  /** When we took each action first since they got stuck. */
  actions: Partial<Record<Action, Instant>>;
};

/**
 * When and why a customer got stuck in a spell. Null if they didn’t. What we did afterwards puts nothing off: a reminder
 * lets the rule wait again, but they haven’t moved.
 */
export const stuckSpell = (spell: Spell, settings: StuckSettings): StuckSpell | null => {
  for (const [index, rest] of spell.rests.entries()) {
    const due = stuckAtOf(rest, settings);
    const until = spell.rests[index + 1]?.from ?? spell.to;
    if (due === null || (until !== null && due > until)) continue;
    const stuckAt = due > rest.from ? due : rest.from;
    const { stuckReason, priority, software } = rest;
    const since = spell.actions.filter(({ at }) => at >= stuckAt).toReversed();
    return {
      ...{ stuckReason, priority, software, stuckAt },
      ...{ silentSince: spell.from, stage: spell.stage },
      endedAt: spell.to,
      movedOnAt: spell.movedOnAt,
      // The first one of each wins.
      actions: Object.fromEntries(since.map(({ action, at }) => [action, at])),
    };
  }
  return null;
};
