import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DropoffAnswer } from '../../src/api/metrics/dropoff.ts';
import type { ManagersAnswer } from '../../src/api/metrics/managers.ts';
import type { EventType } from '../../src/common/event-types.ts';
import { ingest } from '../../src/database/ingest.ts';
import { event, type JourneyEvent } from '../../src/journey/events.ts';
import { addHours } from '../../src/journey/instant.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { NOW, openOn, POSTGRESQL, type TestApi } from '../support/api.ts';

const daysAgo = (days: number) => addHours(NOW, -24 * days);
const DAYS = 14;

/** Simple, and complex. */
const [XERO, NETSUITE] = ['gbol', 'akxx'];

/** Customers who are alike, and how many of them connected. */
type Group = {
  prefix: string;
  days: number;
  of: number;
  connected: number;
  software: string;
  manager: string;
  channel: 'email' | 'shared';
  label: string;
};

/** What customers of a group did: invited that number of days ago, they chose their software, and some connected. */
const historyOf = (group: Group): JourneyEvent[] =>
  Array.from({ length: group.of }, (_, index) => {
    const customerId = `${group.prefix}-${index}`;
    const data = { connectionId: `${customerId}-connection`, software: group.software };
    const at = <T extends EventType>(type: T, hours: number, data: JourneyEvent<T>['data']) =>
      event(
        type,
        {
          customerId,
          occurredAt: addHours(daysAgo(group.days), hours),
          source: 'codat',
          sourceId: type,
        },
        data,
      );
    const customer = { accountManagerId: group.manager, labels: [group.label] };
    return [
      at('customer.created', -1, { customer }),
      at('link.sent', 0, { channel: group.channel, kind: 'company' }),
      at('software.selected', 1, data),
      ...(index < group.connected ? [at('connection.authorized', 2, data)] : []),
    ];
  }).flat();

// On one database, as the numbers are compared with a second count on both.
describe('comparisons', () => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'comparisons');
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const store = (groups: Group[]) => ingest(test.database, groups.flatMap(historyOf), NOW);
  /** The customers of which no more is told start about as many days ago. */
  const around = (days: number) =>
    new URLSearchParams({ from: daysAgo(days + 1), to: daysAgo(days - 1) });
  const listed = async (filter: object): Promise<number> => {
    const response = await test.list('customers', { filter, range: [0, 0] });
    return Number(response.headers.get('content-range')?.split('/')[1]);
  };

  describe('of two equally good account managers, with 20% and 70% complex software,', () => {
    const days = 100;
    let answer: ManagersAnswer;
    let dropoff: DropoffAnswer;
    const find = (id: string) => {
      const found = answer.managers.find((one) => one.id === id);
      if (!found) throw new Error(`There is no account manager ${id}.`);
      return found;
    };

    beforeAll(async () => {
      const all = { days, channel: 'email', label: 'alike' } as const;
      const easy = { ...all, manager: 'easy' };
      const hard = { ...all, manager: 'hard' };
      await store([
        { ...easy, prefix: 'easy-xero', software: XERO, connected: 72, of: 80 },
        { ...easy, prefix: 'easy-netsuite', software: NETSUITE, connected: 13, of: 20 },
        { ...hard, prefix: 'hard-xero', software: XERO, connected: 27, of: 30 },
        { ...hard, prefix: 'hard-netsuite', software: NETSUITE, connected: 46, of: 70 },
      ]);
      answer = await test.json(`/api/metrics/managers?${around(days)}`);
      dropoff = await test.json(`/api/metrics/dropoff?${around(days)}`);
    });

    it('raw conversions are 85% and 73%, standardized ones alike, and nothing is clear', () => {
      expect(answer.days).toBe(DAYS);
      const [easy, hard] = [find('easy'), find('hard')];
      expect([easy.raw, hard.raw]).toEqual([rate(85, 100), rate(73, 100)]);
      expect(easy.standardized.share).toBeCloseTo(0.79, 2);
      expect(hard.standardized.share).toBeCloseTo(0.79, 2);
      expect([easy.clear, hard.clear]).toEqual([false, false]);
      expect(answer.all.raw).toEqual(rate(158, 200));
    });

    it('complexity goes with drop-off, and the account manager doesn’t', () => {
      expect(dropoff.all).toEqual({ count: 158, of: 200 });
      const names = dropoff.found.map(({ name, value }) => `${name} ${value}`);
      expect(names.toSorted()).toEqual(
        [
          'complexity complex',
          'complexity simple',
          `software ${NETSUITE}`,
          `software ${XERO}`,
        ].sort(),
      );
      // Everybody has the same channel and tag. So those can’t be compared.
      expect(dropoff.tested).toBe(6);
      expect(dropoff.found.map(({ adjusted }) => adjusted)).toEqual([false, false, false, false]);
    });

    it('each number links to as many customers', async () => {
      for (const { id, raw } of answer.managers) {
        const cohort = { ...answer.ripe, kind: 'first', each: 'company' };
        const of = (which: object) =>
          listed({ accountManagerId: id, cohort: { ...cohort, ...which } });
        expect(await of({ which: 'counted' })).toBe(raw.of);
        expect(await of({ which: 'connected', days: DAYS })).toBe(raw.count);
      }
    });
  });

  it('one clearly worse account manager of ten is named, and no other', async () => {
    const days = 200;
    const alike = { days, software: XERO, channel: 'email', label: 'alike', of: 40 } as const;
    await store(
      Array.from({ length: 10 }, (_, index) => ({
        ...alike,
        prefix: `of-ten-${index}`,
        manager: `manager-${index}`,
        connected: index === 3 ? 12 : 30 + (index % 3),
      })),
    );
    const answer: ManagersAnswer = await test.json(`/api/metrics/managers?${around(days)}`);
    const named = answer.managers.filter(({ clear }) => clear);
    expect(named.map(({ id }) => id)).toEqual(['manager-3']);
    expect(named[0]?.difference?.high).toBeLessThan(0);
  });

  it('a channel that goes with drop-off is found among customers with the same software', async () => {
    const days = 300;
    const by = { days, manager: 'anybody' };
    await store([
      { ...by, prefix: 'a', channel: 'email', label: 'x', software: XERO, connected: 54, of: 60 },
      { ...by, prefix: 'b', channel: 'shared', label: 'x', software: XERO, connected: 18, of: 30 },
      {
        ...by,
        prefix: 'c',
        channel: 'email',
        label: 'y',
        software: NETSUITE,
        connected: 15,
        of: 30,
      },
      {
        ...by,
        prefix: 'd',
        channel: 'shared',
        label: 'y',
        software: NETSUITE,
        connected: 9,
        of: 60,
      },
    ]);
    const answer: DropoffAnswer = await test.json(`/api/metrics/dropoff?${around(days)}`);
    const shared = answer.found.find(({ name, value }) => name === 'channel' && value === 'shared');
    expect(shared).toMatchObject({
      ...{ adjusted: true, label: 'shared' },
      ...{ with: rate(27, 90), without: rate(69, 90) },
    });
    expect(shared?.ratio).toBeGreaterThan(0.1);
    expect(shared?.high).toBeLessThan(0.5);
    // A tag that only follows the software says nothing beyond it.
    expect(answer.found.filter(({ name }) => name === 'label')).toEqual([]);
    for (const { name, value, with: own } of answer.found) {
      const attribute = { ...answer.ripe, name, value };
      const cohort = {
        ...{ ...answer.ripe, kind: 'first', each: 'company' },
        ...{ which: 'connected', days: DAYS },
      };
      expect(await listed({ attribute })).toBe(own.of);
      expect(await listed({ attribute, cohort })).toBe(own.count);
    }
  });
});
