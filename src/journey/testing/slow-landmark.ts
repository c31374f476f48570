import { addHours, type Instant } from '../instant.ts';
import { ACTIONS, type Action } from '../spells/actions.ts';

/** Test support: the comparison at a landmark, worked out a second time and the obvious way from spells of being stuck. */

export type SlowSpell = {
  customer: string;
  stuckAt: Instant;
  endedAt: Instant | null;
  movedOnAt: Instant | null;
  /** What the case was like, in one text. */
  position: string;
  acts: readonly { action: Action; at: Instant }[];
  /** Closed as a duplicate or not our customer. */
  mistake: boolean;
};

const daysAfter = (at: Instant, days: number) => addHours(at, 24 * days);

export const slowLandmark = (
  spells: readonly SlowSpell[],
  { from, to, days, now }: { from: Instant; to: Instant; days: number; now: Instant },
) => {
  const firsts = new Map<string, SlowSpell>();
  for (const spell of spells.toSorted((a, b) => a.stuckAt.localeCompare(b.stuckAt))) {
    const landmark = daysAfter(spell.stuckAt, days);
    const isThen = from <= landmark && landmark < to && landmark <= now;
    const isStillStuck = spell.endedAt === null || spell.endedAt > landmark;
    if (isThen && isStillStuck && !firsts.has(spell.customer)) firsts.set(spell.customer, spell);
  }
  const all = [...firsts.values()];
  const isOver = ({ stuckAt }: SlowSpell) => daysAfter(stuckAt, days + 7) <= now;
  const sample = all.filter((spell) => isOver(spell) && !spell.mistake);
  const hasMovedOn = ({ stuckAt, movedOnAt }: SlowSpell) =>
    movedOnAt !== null && movedOnAt <= daysAfter(stuckAt, days + 7);
  const count = (some: readonly SlowSpell[]) => ({
    count: some.filter(hasMovedOn).length,
    of: some.length,
  });
  return {
    sample: sample.length,
    pending: all.filter((spell) => !isOver(spell) && !spell.mistake).length,
    leftOut: all.filter(({ mistake }) => mistake).length,
    /** By action and position, for all actions that were taken at all. */
    strata: Object.fromEntries(
      ACTIONS.flatMap((action) => {
        const isTaken = ({ acts, stuckAt }: SlowSpell) =>
          acts.some(
            (act) =>
              act.action === action && act.at >= stuckAt && act.at <= daysAfter(stuckAt, days),
          );
        if (!sample.some(isTaken)) return [];
        return [...Map.groupBy(sample, ({ position }) => position)].map(([position, own]) => [
          `${action} ${position}`,
          {
            treated: count(own.filter(isTaken)),
            untreated: count(own.filter((spell) => !isTaken(spell))),
          },
        ]);
      }),
    ),
  };
};
