import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { verifyDelivery } from '../../src/codat/verify.ts';
import { NOON, openTestSandbox } from '../../tests/support/sandbox.ts';
import { WEBHOOK_SECRET } from '../../tests/support/webhooks.ts';

/** When an endpoint that never accepts gets its attempts, in hours after noon. */
const ATTEMPTS = [0, 5 / 3600, 5 / 60, 0.5, 2, 5, 10, 10].map((_, index, pauses) =>
  pauses.slice(0, index + 1).reduce((sum, pause) => sum + pause, 0),
);

const nameIn = (payload: unknown): string => z.object({ name: z.string() }).parse(payload).name;

const hoursAfterNoon = (at: string): number => (Date.parse(at) - Date.parse(NOON)) / 3_600_000;

describe('webhooks', () => {
  it('are signed so that the receiver accepts them', async () => {
    const { world, webhooks, arrivals, now } = openTestSandbox();
    world.createCompany({ name: 'Ünïcode & Söhne 株式会社' });
    await webhooks.settled();
    vi.setSystemTime(now());
    const [{ headers, body } = expect.unreachable('nothing arrived')] = arrivals;
    expect(verifyDelivery([WEBHOOK_SECRET], headers, body)).toMatchObject({
      accepted: true,
      deliveryId: expect.stringMatching(/^msg_[0-9a-f]{32}$/),
    });
    vi.useRealTimers();
  });

  it.each([500, 404, 301])(
    'are retried on Codat’s schedule while the endpoint answers %i',
    async (status) => {
      const { world, arrivals, webhooks, advanceHours } = openTestSandbox({}, () => status);
      const { id } = world.createCompany({ name: 'A' });
      await advanceHours(26);
      expect(webhooks.givenUp).toEqual([]);
      await advanceHours(10);
      expect(arrivals.map(({ at }) => hoursAfterNoon(at))).toEqual(
        ATTEMPTS.map((hours) => expect.closeTo(hours, 5)),
      );
      expect(new Set(arrivals.map(({ headers }) => headers.get('webhook-id'))).size).toBe(1);
      expect(new Set(arrivals.map(({ body }) => body)).size).toBe(1);
      const stamps = arrivals.map(({ headers }) => headers.get('webhook-timestamp'));
      expect(new Set(stamps).size).toBe(8);
      expect(webhooks.givenUp).toMatchObject([{ eventType: 'company.created', payload: { id } }]);
      await advanceHours(1000);
      expect(arrivals.length).toBe(8);
    },
  );

  it('are no longer retried once accepted', async () => {
    const statuses = [503, 503, 204];
    const { world, arrivals, webhooks, advanceHours } = openTestSandbox({}, () => statuses.shift());
    world.createCompany({ name: 'A' });
    await advanceHours(100);
    expect(arrivals.map(({ at }) => hoursAfterNoon(at) * 3600)).toEqual([0, 5, 305]);
    expect(webhooks.givenUp).toEqual([]);
  });

  it('are retried sooner at a higher speed', async () => {
    const { world, arrivals, advanceHours } = openTestSandbox({ speed: 3600 }, () => 500);
    world.createCompany({ name: 'A' });
    await advanceHours(28 / 3600);
    expect(arrivals.length).toBe(8);
  });

  it('are not lost in a burst, and a rejected one doesn’t delay the others', async () => {
    const underWay = { now: 0, most: 0 };
    const { world, arrivals, webhooks } = openTestSandbox({}, async ({ payload }) => {
      underWay.most = Math.max(underWay.most, ++underWay.now);
      await new Promise(setImmediate);
      underWay.now -= 1;
      return nameIn(payload) === 'Company 3' ? 500 : 204;
    });
    const names = Array.from({ length: 500 }, (_, index) => `Company ${index}`);
    for (const name of names) world.createCompany({ name });
    expect(arrivals).toEqual([]);
    await webhooks.settled();
    expect(arrivals.map(({ payload }) => nameIn(payload))).toEqual(names);
    expect(underWay.most).toBe(8);
  });

  it('are not sent without an endpoint', async () => {
    const sandbox = openTestSandbox({ webhook: null });
    sandbox.world.createCompany({ name: 'A' });
    await sandbox.advanceHours(100);
    expect(sandbox.arrivals).toEqual([]);
    expect(sandbox.webhooks.givenUp).toEqual([]);
  });
});

describe('an endpoint that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gets 15 seconds, and a retry 5 seconds later', async () => {
    const answers = [
      () => new Promise<number>(() => {}),
      () => Promise.reject(new Error('connection refused')),
    ];
    const { world, arrivals, webhooks, advanceHours } = openTestSandbox({}, () =>
      answers.shift()?.(),
    );
    world.createCompany({ name: 'A' });
    let settled = false;
    const waiting = webhooks.settled().then(() => {
      settled = true;
    });
    await vi.advanceTimersByTimeAsync(14_999);
    expect(settled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    await advanceHours(1);
    expect(arrivals.map(({ at }) => hoursAfterNoon(at) * 3600)).toEqual([0, 5, 305]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
