import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snapshot } from '../src/database/snapshot.ts';
import { fold } from '../src/journey/fold.ts';
import { isPaused, isStuck } from '../src/journey/stuck.ts';
import { CUSTOMER_ID } from '../src/journey/testing/arbitraries.ts';
import { pausedHistories, teams } from './support/paused-histories.ts';
import { historiesOf } from './support/slow-history.ts';
import { isPausedIn, stuckness } from './support/slow-queue.ts';

it('the fold and a count by hand agree who is stuck or waits, whatever the team set and when clocks change', () => {
  const seen = { stuck: 0, waiting: 0, neither: 0 };
  fc.assert(
    fc.property(pausedHistories, teams, ({ events, now }, team) => {
      const known = events.filter(({ occurredAt }) => occurredAt <= now);
      const [history] = historiesOf(known, now);
      if (!history) return;
      const { customer } = snapshot(CUSTOMER_ID, fold(known), team);
      const byHand = stuckness(
        history,
        { ...team, software: new Map(Object.entries(team.software)) },
        now,
      );
      const since = byHand?.at && byHand.at <= now ? byHand.at : null;
      const waits = isPausedIn(history, now);
      const at = Date.parse(now);
      expect({
        stuck: isStuck({ ...customer, stuck: false }, at),
        since: customer.stuckAt && customer.stuckAt <= now ? customer.stuckAt : null,
        reason: customer.stuckReason,
        priority: customer.priority,
        waits: isPaused(customer, at),
      }).toEqual({
        stuck: since !== null && !waits,
        since,
        reason: byHand?.reason ?? null,
        priority: byHand?.priority ?? null,
        waits,
      });
      seen[waits ? 'waiting' : since ? 'stuck' : 'neither'] += 1;
    }),
    { numRuns: 1000 },
  );
  for (const often of Object.values(seen)) expect(often).toBeGreaterThan(50);
}, 60_000);
