import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventType } from '../../src/common/event-types.ts';
import { ingest, ingestWithin } from '../../src/database/ingest.ts';
import { journeys } from '../../src/database/schema/index.ts';
import { recalculate } from '../../src/database/thresholds/recalculate.ts';
import { event, type JourneyEvent } from '../../src/journey/events.ts';
import { addHours } from '../../src/journey/instant.ts';
import { STAGES } from '../../src/journey/stages.ts';
import { STUCK_REASONS } from '../../src/journey/stuck.ts';
import { eventLists } from '../../src/journey/testing/arbitraries.ts';
import { NOW, openOn, POSTGRESQL, type TestApi } from '../support/api.ts';
import { expectCleanFold } from '../support/ledger.ts';

const happened = <T extends EventType>(
  customerId: string,
  hoursAgo: number,
  type: T,
  data: JourneyEvent<T>['data'],
): JourneyEvent<T> => {
  const occurredAt = addHours(NOW, -hoursAgo);
  const about = {
    customerId,
    occurredAt,
    source: 'codat',
    sourceId: `${type} ${hoursAgo}`,
  } as const;
  return event(type, about, data);
};

const SENT = { channel: 'email', kind: 'company' } as const;
const FAILURE = { connectionId: 'a', software: 'akxx', text: '' };

/** Customers with all kinds of histories, and those whose rule is rare among them. */
const population = () => [
  ...fc
    .sample(eventLists, { numRuns: 150, seed: 7 })
    .flatMap((list, index) => list.map((one) => ({ ...one, customerId: `random-${index}` }))),
  happened('invited', 40, 'link.sent', SENT),
  happened('streaming', 30, 'connection.authorized', { connectionId: 'a', software: 'akxx' }),
  happened('streaming', 20, 'data.received', { connectionId: 'a', software: 'akxx' }),
  ...[45, 44, 43].map((hour) => happened('failing', hour, 'connection.failed', FAILURE)),
];

describe('thresholds', () => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'thresholds');
    await ingest(test.database, population(), NOW);
  });
  afterAll(async () => {
    await expectCleanFold(test.database);
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const stuckBy = async (filter: object): Promise<string[]> => {
    const asked = { filter: { stuck: true, ...filter } };
    const rows: { id: string }[] = await (await test.list('customers', asked)).json();
    return rows.map(({ id }) => id).sort();
  };
  const put = async (path: string, body: object) =>
    expect((await test.send('PUT', `/api/${path}`, body)).status).toBe(200);

  /** Expects that a change does exactly what its preview says. */
  const expectPreviewed = async (path: string, query: string, body: object, concerned: object) => {
    const before = await stuckBy(concerned);
    const preview = await test.json(`/api/${path}/preview?${query}`);
    await put(path, body);
    await test.recalculate();
    const after = await stuckBy(concerned);
    const more = after.filter((id) => !before.includes(id));
    const fewer = before.filter((id) => !after.includes(id));
    expect(preview).toMatchObject({
      stuckNow: before.length,
      stuckThen: after.length,
      more: { count: more.length, ids: more },
      fewer: { count: fewer.length, ids: fewer },
    });
    return more.length + fewer.length;
  };

  it.each(STUCK_REASONS)(
    'a preview of “%s” says exactly who is stuck once it is saved',
    async (stuckReason) => {
      let moved = 0;
      for (const [hours, onPremiseHours] of [
        [0, null],
        [300, 500.25],
        [60, 20],
        [30.5, null],
      ] as const)
        moved += await expectPreviewed(
          `stuck-rules/${stuckReason}`,
          `hours=${hours}&onPremiseHours=${onPremiseHours ?? ''}`,
          { hours, onPremiseHours },
          { stuckReason },
        );
      expect(moved).toBeGreaterThan(0);
    },
  );

  it.each(['simple', 'complex', 'moderate'])(
    'a preview of software as %s says exactly who is stuck once it is saved',
    async (complexity) => {
      const software = 'gbol';
      await expectPreviewed(
        `software/${software}`,
        `complexity=${complexity}`,
        { complexity },
        { software },
      );
    },
  );

  it('a preview of the team’s working time says exactly who is stuck once it is saved', async () => {
    for (const stuckReason of STUCK_REASONS)
      await put(`stuck-rules/${stuckReason}`, { hours: 20, workingTime: true });
    await test.recalculate();
    const path = 'workspace-settings';
    let moved = 0;
    for (const calendar of [
      { timeZone: 'Asia/Tokyo', workingDays: [1], workingFrom: '10:00', workingTo: '11:30' },
      { workingDays: [1, 2, 3, 4, 5, 6, 7], workingFrom: '00:00', workingTo: '24:00' },
      { holidays: ['2026-03-09', '2026-03-10'] },
    ]) {
      const before = await stuckBy({});
      const query = new URLSearchParams(
        Object.entries(calendar).map(([name, value]) => [name, String(value)]),
      );
      const preview = await test.json(`/api/${path}/preview?${query}`);
      await put(`${path}/workspace`, calendar);
      await test.recalculate();
      const after = await stuckBy({});
      expect(preview).toMatchObject({ stuckNow: before.length, stuckThen: after.length });
      moved += preview.more.count + preview.fewer.count;
    }
    expect(moved).toBeGreaterThan(0);
    await expectCleanFold(test.database);
    for (const stuckReason of STUCK_REASONS)
      await put(`stuck-rules/${stuckReason}`, { workingTime: false });
    await test.recalculate();
  });

  it('shows how far a change has come, and goes on where it was interrupted', async () => {
    const progress = () => test.json('/api/stuck-rules/recalculation');
    expect(await progress()).toEqual({ finished: true, done: 1 });
    await put('stuck-rules/link_unopened', { hours: 1 });
    expect(await progress()).toEqual({ finished: false, done: 0 });
    const { database, ports } = test;
    const signal = AbortSignal.abort(new Error('Stopping.'));
    await expect(recalculate({ database, now: ports.now, signal })).rejects.toThrow('Stopping.');
    expect(await progress()).toEqual({ finished: false, done: 0 });
    await test.recalculate();
    expect(await progress()).toEqual({ finished: true, done: 1 });
    await expectCleanFold(database);
  });

  it('a change that changes nothing recalculates nothing', async () => {
    await put('stuck-rules/link_unopened', { hours: 1 });
    expect(await test.json('/api/stuck-rules/recalculation')).toMatchObject({ finished: true });
  });

  it('a change reaches a customer who was being stored by the earlier settings', async () => {
    const stored = Promise.withResolvers<void>();
    const saved = Promise.withResolvers<void>();
    const webhook = test.database.transaction(async (transaction) => {
      await ingestWithin(transaction, [happened('in-flight', 5, 'link.opened', {})], NOW);
      stored.resolve();
      await saved.promise;
    });
    await stored.promise;
    await put('stuck-rules/no_software_selected', { hours: 3 });
    const recalculated = test.recalculate();
    saved.resolve();
    await Promise.all([webhook, recalculated]);
    expect(await test.json('/api/customers/in-flight')).toMatchObject({
      stuckAt: addHours(NOW, 3 - 5),
    });
  });

  it('shows how long customers take to go on, of those who did and those who haven’t yet', async () => {
    const on = { connectionId: 'a', software: 'rvam' };
    const selected = (id: string) => happened(id, 400, 'software.selected', on);
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
    await ingest(
      test.database,
      [
        ...numbers.flatMap((hours) => [
          selected(`went-on-${hours}`),
          happened(`went-on-${hours}`, 400 - hours, 'connection.initiated', on),
        ]),
        ...numbers.slice(0, 8).map((number) => selected(`stays-${number}`)),
        ...numbers
          .slice(0, 2)
          .flatMap((number) => [
            selected(`closed-${number}`),
            happened(`closed-${number}`, 389.5, 'journey.closed', { reason: 'declined' }),
          ]),
      ],
      NOW,
    );
    const { bySoftware } = await test.json('/api/stuck-rules/not_initiated/preview');
    const mine = bySoftware.find(({ software }: { software: string }) => software === 'rvam');
    // After 10 hours 40 of 50 are left, and 38 are watched. Of these, 15 more go on within 25 hours: 40/50 · 23/38 < 0.5.
    // All 30 are too few for a tenth: 40/50 · 8/38 > 0.1.
    expect(mine.observed).toMatchObject({ median: 25, p90: null, of: 50, open: 10, tooFew: false });
    const { observed } = await test.json('/api/stuck-rules/disconnected/preview');
    expect(observed).toMatchObject({ median: null, p90: null, tooFew: true, enough: 30 });
  });

  const AT = [
    ...(['startedAt', 'invitedAt', 'openedAt', 'selectedAt', 'initiatedAt'] as const),
    ...(['authorizedAt', 'completedAt', 'streamingAt'] as const),
  ];

  it.each([
    ['not_invited', 0, 1],
    ['link_unopened', 1, 2],
    ['no_software_selected', 2, 3],
    ['not_initiated', 3, 4],
    ['approval_pending', 4, 5],
    ['no_data', 5, 7],
  ])('counts whose times “%s” is compared with', async (reason, stage, next) => {
    await put(`stuck-rules/${reason}`, { onPremiseHours: null });
    let [of, open] = [0, 0];
    for (const journey of await test.database.select().from(journeys)) {
      const times = AT.map((name) => journey[name]);
      if (!times[stage] || (stage === 0 && journey.kind === 'reconnect')) continue;
      const wentOn = times.slice(next).some((time) => time !== null);
      if (!wentOn && STAGES.indexOf(journey.furthestStage) >= next) continue;
      of += 1;
      open += Number(!wentOn);
    }
    expect(of).toBeGreaterThan(open);
    const { observed } = await test.json(`/api/stuck-rules/${reason}/preview`);
    expect(observed).toMatchObject({ of, open });
  });

  it('only those who may change thresholds may preview them, and see who is concerned', async () => {
    const path = '/api/stuck-rules/no_data/preview';
    expect((await test.request(path, {}, 'agent')).status).toBe(403);
    const wrong = await test.json(`${path}?hours=9000`);
    expect(wrong.errors).toEqual({ hours: 'At most 8,760 hours (a year).' });
  });
});
