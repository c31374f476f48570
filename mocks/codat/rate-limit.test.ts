import { describe, expect, it } from 'vitest';
import { addHours } from '../../src/journey/instant.ts';
import { NOON, openTestSandbox, type TestSandbox } from '../../tests/support/sandbox.ts';

const MIDNIGHT = addHours(NOON, 12);

const limits = async ({ ask }: TestSandbox) => {
  const { status, headers } = await ask('/integrations?pageSize=1');
  const read = (name: string) => headers.get(`x-rate-limit-${name}`);
  return {
    status,
    limit: read('limit'),
    remaining: read('remaining'),
    reset: read('reset'),
    retryAfter: headers.get('retry-after'),
  };
};

const useUp = async (sandbox: TestSandbox) => {
  let left = Number((await limits(sandbox)).remaining);
  while (left > 0) left = Number((await limits(sandbox)).remaining);
};

describe('the rate limit', () => {
  it('counts down, and grows with each connected company', async () => {
    const sandbox = openTestSandbox();
    const first = await limits(sandbox);
    expect(first).toEqual({
      status: 200,
      limit: '1000',
      remaining: '999',
      reset: MIDNIGHT,
      retryAfter: null,
    });
    const { id } = sandbox.world.createCompany({ name: 'A' });
    const connection = sandbox.world.selectSoftware(id, 'gbol');
    expect(await limits(sandbox)).toMatchObject({ limit: '1000', remaining: '998' });
    sandbox.world.approve(connection.id);
    expect(await limits(sandbox)).toMatchObject({ limit: '2000', remaining: '1997' });
    sandbox.world.disconnect(connection.id, 'Unlinked');
    expect(await limits(sandbox)).toMatchObject({ limit: '1000', remaining: '996' });
    expect(
      (await sandbox.ask('/integrations', {}, 'wrong')).headers.has('x-rate-limit-limit'),
    ).toBe(false);
    expect(await limits(sandbox)).toMatchObject({ remaining: '995' });
  });

  it('refuses further requests until midnight, and sends a webhook for both', async () => {
    const sandbox = openTestSandbox();
    await useUp(sandbox);
    expect(sandbox.arrivals).toEqual([]);
    await sandbox.advanceHours(2);
    const refused = await limits(sandbox);
    expect(refused).toMatchObject({ status: 429, remaining: '0', retryAfter: `${10 * 3600}` });
    expect((await limits(sandbox)).status).toBe(429);
    await sandbox.advanceHours(10);
    expect(await limits(sandbox)).toMatchObject({ status: 200, remaining: '999' });
    expect(
      sandbox.arrivals.map(({ at, eventType, payload }) => ({ at, eventType, payload })),
    ).toEqual([
      {
        at: addHours(NOON, 2),
        eventType: 'client.rateLimit.reached',
        payload: { dailyQuota: 1000, quotaRemaining: 0, expiryDate: MIDNIGHT },
      },
      {
        at: MIDNIGHT,
        eventType: 'client.rateLimit.reset',
        payload: { dailyQuota: 1000, quotaRemaining: 1000, expiryDate: addHours(MIDNIGHT, 24) },
      },
    ]);
  });

  it('resets sooner when the speed increases while requests wait', async () => {
    const sandbox = openTestSandbox();
    await useUp(sandbox);
    sandbox.schedule.setSpeed(720);
    expect(await limits(sandbox)).toMatchObject({ status: 429, retryAfter: '60' });
    await sandbox.advanceHours(1 / 60);
    expect((await limits(sandbox)).status).toBe(200);
  });
});
