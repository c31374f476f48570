import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricAnswer } from '../../src/api/metrics/routes.ts';
import type { CLOSE_REASONS, EventType } from '../../src/common/event-types.ts';
import { ingest } from '../../src/database/ingest.ts';
import { event, type JourneyEvent } from '../../src/journey/events.ts';
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

type CloseReason = JourneyEvent<'journey.closed'>['data']['reason'];
type Group = { id: string; stages: { stage: string; reached: number }[] };

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
      name: 'overview' | 'curve' | 'funnel' | 'weekly' | 'software' | 'actions',
      query: Record<string, string> = LAST_28_DAYS,
    ) =>
      test.json(
        `/api/metrics/${name}?${new URLSearchParams({ ...query, accountManagerId: manager })}`,
      );
  };

  it('count a reconnection neither as a new connection nor as an invitation', async () => {
    const ask = await metricsAfter('reconnecting', [
      ...several(28, (index) => connected(`new-${index}`, 10)).flat(),
      ...several(18, (index) => connected(`older-${index}`, 40)).flat(),
      ...several(20, (index) => connected(`reconnected-${index}`, 40, { lost: 6, back: 5 })).flat(),
    ]);
    const overview = await ask('overview');
    expect(overview.newConnections).toMatchObject({ count: 28, previous: 38 });
    expect(overview.conversion).toMatchObject({ share: 1, of: 28, previous: { share: 1, of: 38 } });
    expect(overview.timeToConnect).toMatchObject({ of: 28, previous: { of: 38 } });
    expect(overview.lost).toMatchObject({ count: 20, previous: 0 });
    expect(overview.wonBack).toMatchObject({ share: 1, of: 20, connected: 20 });
    expect(overview.connectedNow).toEqual({ count: 66 });
    expect((await ask('funnel')).sample).toBe(28);
    const weeks: { of: number }[] = (await ask('weekly')).weeks;
    expect(weeks.reduce((sum, { of }) => sum + of, 0)).toBe(28);
  });

  it('show no change when one customer a day is approved after ten days', async () => {
    const daily = several(56, (index) => {
      const id = `daily-${index}`;
      const [invited, approved] = [index + 0.5, index - 9.5];
      return [
        happened(id, invited, 'link.sent', SENT),
        ...(approved < 0 ? [] : [happened(id, approved, 'connection.authorized', on(id))]),
      ];
    });
    const ask = await metricsAfter('steady', daily.flat());
    const { conversion, newConnections, timeToConnect } = await ask('overview');
    expect(conversion).toMatchObject({ share: 1, of: 28, ripe: 14, open: 10, clear: false });
    expect(conversion.previous).toMatchObject({ share: 1, of: 28, ripe: 28 });
    expect(newConnections).toMatchObject({ count: 28, previous: 18, clear: false });
    expect(timeToConnect.median.hours).toBe(240);
    expect(timeToConnect.clear).toBe(false);
  });

  it('leave duplicates and companies that aren’t customers out, and say how many', async () => {
    const closed = (id: string, reason: CloseReason) => [
      happened(id, 20, 'link.sent', SENT),
      happened(id, 15, 'journey.closed', { reason }),
    ];
    const ask = await metricsAfter('closing', [
      ...connected('stays', 19),
      ...(['declined', 'files_instead', 'duplicate', 'not_our_customer'] as const).flatMap(
        (reason) => closed(`closed-${reason}`, reason),
      ),
    ]);
    const counts = { of: 3, connected: 1, ripe: 3, open: 0, leftOut: 2 };
    const { conversion } = await ask('overview');
    expect(conversion).toMatchObject(counts);
    expect(conversion.share).toBeCloseTo(1 / 3, 9);
    expect(await ask('curve')).toMatchObject({ of: 3, leftOut: 2 });
    expect(await ask('funnel')).toMatchObject({ sample: 3, leftOut: 2 });
  });

  it('count a parent once, connected with its first subsidiary and partial until the last', async () => {
    const subsidiary = (id: string) =>
      happened(id, 30, 'customer.updated', { customer: { parentId: 'parent' } });
    const approve = (id: string, days: number) =>
      happened(id, days, 'connection.authorized', on(id));
    const ids = ['north', 'south'];
    const ask = await metricsAfter('family', [
      happened('parent', 29, 'customer.created', {}),
      ...ids.map(subsidiary),
      ...ids.map((id, index) => happened(id, 20 - index, 'link.sent', SENT)),
      approve('south', 16),
    ]);
    const { conversion, timeToConnect } = await ask('overview');
    expect(conversion).toMatchObject({ share: 1, of: 1, connected: 1, partial: 1, open: 0 });
    expect(timeToConnect.median.hours).toBe(4 * 24);
    expect((await ask('funnel')).sample).toBe(1);
    await ingest(
      test.database,
      [
        approve('north', 2),
        happened('parent', 1, 'journey.closed', { reason: 'not_our_customer' }),
      ],
      NOW,
    );
    expect((await ask('overview')).conversion).toMatchObject({ of: 1, connected: 1, partial: 0 });
  });

  it('count a customer with all software they tried, and how far they got with it', async () => {
    const id = 'changes-software';
    const [a, b] = [on(id, 'gbol'), { connectionId: `${id}-other`, software: 'akxx' }];
    const ask = await metricsAfter('trying', [
      happened(id, 10, 'software.selected', a),
      happened(id, 9, 'connection.failed', { ...a, ...FAILURE }),
      happened(id, 8, 'software.selected', b),
      happened(id, 7, 'connection.authorized', b),
    ]);
    const { groups } = await ask('funnel', { ...LAST_28_DAYS, by: 'software' });
    const reached = new Map(
      groups.map(({ id, stages }: Group) => [
        id,
        Object.fromEntries(stages.map(({ stage, reached }) => [stage, reached])),
      ]),
    );
    expect(reached).toEqual(
      new Map([
        ['akxx', { selected: 1, authorized: 1, completed: 0, streaming: 0 }],
        ['gbol', { selected: 1, authorized: 0, completed: 0, streaming: 0 }],
      ]),
    );
    const gbol = await ask('funnel', { ...LAST_28_DAYS, software: 'gbol' });
    expect(gbol.stages[0]).toMatchObject({ stage: 'selected', stopped: { elsewhere: 1 } });
  });

  it('of a period that ended long enough ago stay the same as time passes', async () => {
    const ask = await metricsAfter('waiting', [
      ...several(12, (index) => connected(`early-${index}`, 60 + index)).flat(),
      ...several(8, (index) =>
        connected(`lost-${index}`, 58, { lost: 50, back: 49 - index * 4 }),
      ).flat(),
      ...several(9, (index) => happened(`open-${index}`, 55 + index, 'link.sent', SENT)),
    ]);
    const period = { from: daysAgo(80), to: daysAgo(45) };
    const steady = async () => {
      const { stuckNow, stuckByReason, timeToConnect, computedAt, ...overview } = await ask(
        'overview',
        period,
      );
      const { weeks } = await ask('weekly', period);
      const { days, previous } = await ask('curve', { ...period, days: '30' });
      const { stages } = await ask('funnel', period);
      const reached = stages.map(({ reached }: { reached: number }) => reached);
      return { ...overview, weeks, days, previousDays: previous, reached };
    };
    const before = await steady();
    expect(before.conversion.of).toBe(29);
    test.clock.now = addHours(NOW, 14 * 24);
    const after = await steady();
    test.clock.now = NOW;
    expect(after).toEqual(before);
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
    const [overview, funnel, weekly, software] = after;
    expect(overview).toEqual({
      ...before[0],
      stuckNow: { count: 0 },
      stuckByReason: [],
      connectedNow: { count: 0 },
      newConnections: { ...before[0].newConnections, deleted: 1 },
      conversion: {
        ...before[0].conversion,
        open: 0,
        deleted: { of: 2, connected: 1, ripe: 0, leftOut: 0 },
      },
    });
    for (const [index, { stopped, open, deleted, ...stage }] of funnel.stages.entries())
      expect(before[1].stages[index]).toMatchObject(stage);
    for (const [index, { open, deleted, ...week }] of weekly.weeks.entries())
      expect(before[2].weeks[index]).toMatchObject(week);
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
      // Those who open it by themselves are gone before anybody reminds them.
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
      const numbers = await numbersOf('leaving-out', [
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
