import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustomerRecord } from '../../src/api/customers/resource.ts';
import { ingest } from '../../src/database/ingest.ts';
import { software } from '../../src/database/schema/index.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { PRIORITIES, type StuckSettings } from '../../src/journey/stuck.ts';
import { START } from '../../src/journey/testing/arbitraries.ts';
import { EMBEDDED, openOn, type TestApi } from '../support/api.ts';
import { pausedHistories, teams } from '../support/paused-histories.ts';
import { currentOf, type History, historiesOf } from '../support/slow-history.ts';
import { isPausedIn, stuckness, type Team } from '../support/slow-queue.ts';

const CUSTOMERS = 50;
const EVENTS = fc
  .sample(pausedHistories, { seed: 3, numRuns: CUSTOMERS })
  .flatMap(({ events }, index) =>
    events.map((event) => ({ ...event, customerId: `customer-${index}` })),
  )
  .filter(({ type }, index) => type !== 'customer.deleted' || index % 5 === 0);

/** Around and after the weeks in which clocks are put back. */
const NOWS = [240, 247, 259, 280].map((days) => addHours(START, days * 24 + 0.5));
const KNOWN = addHours(START, 400 * 24);

/** The stuck, most urgent first: of those with a high priority, who gave a signal within a day, the newest first. */
const queueByHand = (histories: readonly History[], team: Team, now: Instant) =>
  histories
    .flatMap((history) => {
      const found = stuckness(history, team, now);
      if (!found?.at || found.at > now || isPausedIn(history, now)) return [];
      const signal = currentOf(history).lastSignal ?? '';
      const atDesk = found.priority === 'high' && signal > addHours(now, -24);
      const order = atDesk ? -Date.parse(signal) : Date.parse(found.at);
      const rank = [PRIORITIES.indexOf(found.priority), order] as const;
      return [{ id: history.id, stuckAt: found.at, stuckReason: found.reason, rank }];
    })
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || (a.id < b.id ? -1 : 1))
    .map(({ rank: _, ...shown }) => shown);

let test: TestApi;
beforeAll(async () => {
  test = await openOn(EMBEDDED, 'queue_by_hand');
  await ingest(test.database, EVENTS, KNOWN);
});
afterAll(async () => {
  await test.close();
  expect(test.faults).toEqual([]);
});

const set = async (path: string, body: object) =>
  expect((await test.send('PUT', `/api/${path}`, body, 'admin')).status).toBe(200);

const adopt = async ({ thresholds, software, calendar }: StuckSettings) => {
  await set('workspace-settings/workspace', calendar);
  for (const [reason, threshold] of Object.entries(thresholds))
    await set(`stuck-rules/${reason}`, threshold);
  for (const [key, { complexity }] of Object.entries(software))
    await set(`software/${key}`, { complexity });
  // Last, so that what was counted by another calendar is counted again.
  await set('workspace-settings/workspace', { holidays: [...calendar.holidays, '2026-11-11'] });
  await test.recalculate();
  return { thresholds, calendar: { ...calendar, holidays: [...calendar.holidays, '2026-11-11'] } };
};

const shown = async (filter: object): Promise<CustomerRecord[]> =>
  (
    await test.list('customers', { filter, sort: ['priority', 'ASC'], range: [0, CUSTOMERS] })
  ).json();

it('the queue equals one made by hand, row by row, whatever the team set and when clocks change', async () => {
  const histories = historiesOf(EVENTS, KNOWN);
  let rows = 0;
  for (const settings of fc.sample(teams, { seed: 5, numRuns: 2 })) {
    const set = await adopt(settings);
    const known = await test.database.select().from(software);
    const team = { ...set, software: new Map(known.map((one) => [one.id, one])) };
    for (const now of NOWS) {
      test.clock.now = now;
      const expected = queueByHand(histories, team, now);
      const queue = await shown({ stuck: true });
      expect(queue.map(({ id, stuckAt, stuckReason }) => ({ id, stuckAt, stuckReason }))).toEqual(
        expected,
      );
      const waiting = histories.filter(
        (one) => !one.deleted && !currentOf(one).closed && isPausedIn(one, now),
      );
      const ids = (await shown({ waiting: true })).map(({ id }) => id);
      expect(ids.sort()).toEqual(waiting.map(({ id }) => id).sort());
      rows += queue.length;
    }
  }
  expect(rows).toBeGreaterThan(50);
});
