import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricAnswer } from '../../src/api/metrics/routes.ts';
import { ingest } from '../../src/database/ingest.ts';
import {
  type CLOSE_REASONS,
  type EventType,
  event,
  type JourneyEvent,
} from '../../src/journey/events.ts';
import { REASONS, type ReportedReason } from '../../src/journey/failure-reasons.ts';
import { addHours } from '../../src/journey/instant.ts';
import { rate, wilson } from '../../src/journey/metrics/rate.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';

const daysAgo = (days: number) => addHours(NOW, -24 * days);
const LAST_28_DAYS = { from: daysAgo(28), to: NOW };

/** An event of a customer, with their one connection. */
const happened = <T extends EventType>(
  customerId: string,
  days: number,
  type: T,
  data: JourneyEvent<T>['data'],
): JourneyEvent<T> =>
  event(
    type,
    { customerId, occurredAt: daysAgo(days), source: 'codat', sourceId: `${type} ${days}` },
    data,
  );

const on = (customerId: string, software = 'gbol') => ({
  connectionId: `${customerId}-connection`,
  software,
});
const SENT = { channel: 'email', kind: 'company' } as const;
const FAILURE = { text: '' };

const several = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Invited and approved, and perhaps lost and approved again. */
const connected = (id: string, days: number, again?: { lost: number; back: number }) => [
  happened(id, days + 1, 'link.sent', SENT),
  happened(id, days, 'connection.authorized', on(id)),
  ...(again
    ? [
        happened(id, again.lost, 'connection.disconnected', on(id)),
        happened(id, again.back, 'connection.authorized', on(id)),
      ]
    : []),
];

describe.each(DRIVERS)('metrics of histories on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'metrics_history');
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  /** The numbers of an account manager whose customers have these events. */
  const metricsAfter = async (manager: string, events: JourneyEvent[]) => {
    const ids = [...new Set(events.map(({ customerId }) => customerId))];
    const managed = ids.map((id) =>
      happened(id, 100, 'customer.updated', { customer: { accountManagerId: manager } }),
    );
    await ingest(test.database, [...events, ...managed], NOW);
    return async (
      name: 'overview' | 'funnel' | 'weekly' | 'software' | 'actions',
      period = LAST_28_DAYS,
    ) =>
      test.json(
        `/api/metrics/${name}?${new URLSearchParams({ ...period, accountManagerId: manager })}`,
      );
  };

  it('count a reconnection neither as a new connection nor as an invitation', async () => {
    const ask = await metricsAfter('reconnecting', [
      ...several(28, (index) => connected(`new-${index}`, 10)).flat(),
      ...several(18, (index) => connected(`older-${index}`, 40)).flat(),
      ...several(20, (index) => connected(`reconnected-${index}`, 40, { lost: 6, back: 5 })).flat(),
    ]);
    const overview = await ask('overview');
    expect(overview.connected).toEqual({ count: 28, deleted: 0, previous: 38 });
    expect(overview.conversion).toEqual({ now: rate(28, 28), previous: rate(38, 38) });
    expect(overview.hoursToConnect).toMatchObject({ sample: 28, previous: { sample: 38 } });
    expect((await ask('funnel')).sample).toBe(28);
    const weeks: { begun: number }[] = (await ask('weekly')).weeks;
    expect(weeks.reduce((sum, { begun }) => sum + begun, 0)).toBe(28);
  });

  it('let a journey enter the funnel at its first signal, a failure included', async () => {
    const id = 'failed-first';
    const ask = await metricsAfter('failing', [
      happened(id, 40, 'customer.created', {}),
      happened(id, 10, 'connection.failed', { ...on(id), ...FAILURE }),
    ]);
    expect((await ask('funnel')).sample).toBe(1);
    expect((await ask('funnel', { from: daysAgo(56), to: daysAgo(28) })).sample).toBe(0);
    expect(await test.json(`/api/customers/${id}`)).toMatchObject({ enteredAt: daysAgo(10) });
  });

  it('of an ended period stay the same when a company is deleted, and the present ones don’t', async () => {
    const failing = (id: string) => [
      happened(id, 12, 'link.sent', SENT),
      happened(id, 11, 'connection.failed', { ...on(id), ...FAILURE }),
    ];
    const ask = await metricsAfter('deleting', [...connected('leaves', 9), ...failing('gives-up')]);
    const period = { from: daysAgo(28), to: daysAgo(7) };
    const names = ['overview', 'funnel', 'weekly', 'software'] as const;
    const before = await Promise.all(names.map((name) => ask(name, period)));
    await ingest(
      test.database,
      ['leaves', 'gives-up'].map((id) => happened(id, 1, 'customer.deleted', {})),
      NOW,
    );
    const after = await Promise.all(names.map((name) => ask(name, period)));
    const [overview, funnel, , software] = after;
    expect(overview).toEqual({
      ...before[0],
      stuckNow: { count: 0 },
      stuckByReason: [],
      connected: { count: 1, deleted: 1, previous: 0 },
    });
    for (const [index, stage] of funnel.stages.entries())
      expect(stage).toEqual({ ...before[1].stages[index], stopped: stage.stopped });
    expect(after[2]).toEqual(before[2]);
    const lasting = software.software.filter(
      ({ inProgress }: { inProgress: number }) => !inProgress,
    );
    expect(lasting).toMatchObject([{ id: 'gbol', failed: 1, authorized: 1 }]);
    const listed = await test.list('customers', { filter: { accountManagerId: 'deleting' } });
    expect(await listed.json()).toEqual([]);
    for (const resource of ['journeys', 'attempts']) {
      const rows: { customerId: string }[] = await (
        await test.list(resource, { range: [0, 999] })
      ).json();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ customerId }) => customerId === 'leaves')).toEqual([]);
      const own = await test.list(resource, { filter: { customerId: 'leaves' } });
      expect(await own.json()).toHaveLength(1);
    }
  });

  it('tell the action that helps from the one that only seems to, at a landmark', async () => {
    const invited = (id: string) => happened(id, 24, 'link.sent', SENT);
    const called = (id: string) => happened(id, 20.5, 'call.made', { outcome: 'reached' });
    const opened = (id: string) => happened(id, 15, 'link.opened', {});
    const several40 = (prefix: string, make: (id: string, index: number) => JourneyEvent[]) =>
      several(40, (index) => make(`${prefix}-${index}`, index)).flat();
    const remindedLate = (id: string, days: number) =>
      happened(id, days, 'link.sent', { ...SENT, template: 'reminder' });
    const ask = await metricsAfter('helping', [
      // Half of those who were called open the link, and one in ten of the others.
      ...several40('called', (id, at) => [
        invited(id),
        called(id),
        ...(at % 2 ? [opened(id)] : []),
      ]),
      ...several40('left', (id, at) => [invited(id), ...(at % 10 ? [] : [opened(id)])]),
      // Whoever opens it by themselves is gone before anybody reminds them.
      ...several40('gone', (id) => [invited(id), happened(id, 20.9, 'link.opened', {})]),
      ...several40('reminded', (id) => [invited(id), remindedLate(id, 18)]),
    ]);
    const answer = await ask('actions');
    expect(answer).toMatchObject({ landmark: 1, sample: 160, pending: 0, leftOut: 0 });
    const [call, ...others] = answer.actions;
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      action: 'call',
      taken: rate(20, 40),
      notTaken: rate(4, 80),
      tooFew: false,
    });
    expect(call.difference.difference).toBeCloseTo(20 / 40 - 4 / 80, 10);
    expect(call.difference.low).toBeGreaterThan(0.2);
    const { evidence } = await test.json('/api/metrics/evidence');
    expect(evidence).toContainEqual({
      ...{ action: 'call', stuckReason: 'link_unopened', complexity: 'moderate' },
      moved: rate(20, 40),
    });
  });

  describe('of software', () => {
    type Numbers = MetricAnswer<'software'>['software'][number];
    const failing = (id: string, days: number, reason: ReportedReason = 'cancelled') => {
      const [statusCode, text] = REASONS[reason].example;
      return happened(id, days, 'connection.failed', { ...on(id), statusCode, text });
    };
    const approving = (id: string, days: number, software?: string) =>
      happened(id, days, 'connection.authorized', on(id, software));
    const numbersAfter = async (manager: string, events: JourneyEvent[]) => {
      const answer: MetricAnswer<'software'> = await (await metricsAfter(manager, events))(
        'software',
      );
      return answer.software;
    };
    const numbersOf = async (manager: string, events: JourneyEvent[]) => {
      const [numbers] = await numbersAfter(manager, events);
      return numbers;
    };
    const ranks = (all: Numbers[]) => all.map(({ id }) => id);

    it('count one customer who tries thirty times once, and rank the software as before', async () => {
      const many = (prefix: string, software: string, failures: number) =>
        several(60, (index) => {
          const id = `${prefix}-${index}`;
          const failed = { ...on(id, software), ...FAILURE };
          return index < failures
            ? happened(id, 10, 'connection.failed', failed)
            : approving(id, 10, software);
        });
      const before = await numbersAfter('retrying', [
        ...many('usual', 'gbol', 6),
        ...many('worse', 'hbql', 9),
      ]);
      expect(before).toMatchObject([
        { id: 'hbql', customers: { failedFirst: 9, of: 60 } },
        { id: 'gbol', customers: { failedFirst: 6, of: 60 } },
      ]);
      const after = await numbersAfter(
        'retrying',
        several(30, (index) => failing('thirty-times', 5 - index / 100)),
      );
      expect(ranks(after)).toEqual(ranks(before));
      const { failedFirst, of, low, high } = after[1]?.customers ?? {};
      expect({ failedFirst, of }).toEqual({ failedFirst: 7, of: 61 });
      expect({ low, high }).toEqual(wilson(7, 61));
      expect(Math.round((100 * 7) / 61)).toBe(11);
      expect(after[1]?.failure).toEqual(rate(36, 90));
      expect(rate(36, 90).rate).toBe(0.4);
    });

    it('skip failures that are ours, Codat’s or the vendor’s, and count the attempt after them', async () => {
      const numbers = await numbersOf('not-theirs', [
        failing('then-approved', 9, 'software_error'),
        approving('then-approved', 8),
        failing('then-failed', 9, 'link_expired'),
        failing('then-failed', 8, 'cancelled'),
        failing('nothing-else', 9, 'unsupported'),
        failing('nothing-else', 8, 'software_error'),
        failing('unknown-why', 9, 'unknown'),
      ]);
      expect(numbers).toMatchObject({
        customers: { failedFirst: 2, of: 3 },
        notTheirs: { count: 3, attempts: 4 },
        failed: 6,
      });
    });

    it('count a first attempt that ended before the period in none, and skip one that was given up', async () => {
      const numbers = await numbersOf('earlier', [
        failing('failed-before', 40),
        failing('failed-before', 10),
        happened('gave-up', 30, 'software.selected', on('gave-up')),
        approving('gave-up', 5),
      ]);
      expect(numbers).toMatchObject({
        customers: { failedFirst: 0, of: 1 },
        gaveUp: { count: 1, of: 2 },
        failed: 1,
      });
    });

    it('leave out those closed as duplicate or not our customer, and say how many', async () => {
      const closed = (id: string, reason: (typeof CLOSE_REASONS)[number]) => [
        failing(id, 9),
        happened(id, 8, 'journey.closed', { reason }),
      ];
      const numbers = await numbersOf('closing', [
        ...closed('twice', 'duplicate'),
        ...closed('stranger', 'not_our_customer'),
        ...closed('refuses', 'declined'),
      ]);
      expect(numbers).toMatchObject({
        customers: { failedFirst: 1, of: 1 },
        notConnected: { of: 1, open: 1 },
        leftOut: { count: 2 },
        failed: 1,
      });
    });

    it('of an ended period stay the same as time passes', async () => {
      const events = several(12, (index) =>
        index % 3 === 0 ? failing(`ripe-${index}`, 50) : approving(`ripe-${index}`, 50 - index),
      );
      const ask = await metricsAfter('ripening', [
        ...several(12, (index) =>
          happened(`ripe-${index}`, 51, 'software.selected', on(`ripe-${index}`)),
        ),
        ...events,
      ]);
      const period = { from: daysAgo(56), to: daysAgo(28) };
      const before = await ask('software', period);
      test.clock.now = addHours(NOW, 14 * 24);
      const after = await ask('software', period);
      test.clock.now = NOW;
      expect(after).toEqual({ ...before, computedAt: after.computedAt });
      const [{ notConnected }] = before.software;
      expect(notConnected).toMatchObject({ days: 14, of: 12, ripe: 12, open: 4 });
      expect(notConnected.share).toBeCloseTo(4 / 12);
    });
  });
});
