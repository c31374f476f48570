import { describe, expect, it } from 'vitest';
import { addHours } from '../../../src/journey/instant.ts';
import { NOON, openTestSandbox } from '../../../tests/support/sandbox.ts';

/** A sandbox with a company whose connection to the software is pending, a number of hours after noon. */
const openPending = async (software: string, hours = 0) => {
  const sandbox = openTestSandbox();
  await sandbox.advanceHours(hours);
  const company = sandbox.world.createCompany({ name: 'A' });
  const connection = sandbox.world.selectSoftware(company.id, software);
  return { ...sandbox, company, connection };
};

const types = ({ arrivals }: Pick<ReturnType<typeof openTestSandbox>, 'arrivals'>) =>
  arrivals.map(({ eventType }) => eventType);

describe('the first read of a connection', () => {
  it.each([
    ['gbol', 'soon', 0, 0.25],
    ['gbol', 'soon at any hour', 10, 10.25],
    ['pqsw', 'in the evening', 0, 7],
    ['hbql', 'in the evening of the same day when approved in the morning', 19, 31],
    ['pqsw', 'soon at night', 8, 8.25],
    ['pqsw', 'soon after midnight', 15, 15.25],
    ['pqsw', 'in the evening when the morning is near', 18.9, 31],
  ])('of %s happens %s', async (software, _, approved, read) => {
    const sandbox = await openPending(software, approved);
    sandbox.world.approve(sandbox.connection.id);
    await sandbox.advanceHours(48);
    const reads = sandbox.arrivals.filter(({ eventType }) => eventType.startsWith('read'));
    expect(reads.map(({ at, eventType }) => [at, eventType])).toEqual([
      [addHours(NOON, read), 'read.completed.initial'],
    ]);
    expect(sandbox.connection.lastSync).toBe(addHours(NOON, read));
  });

  it('happens sooner at a higher speed', async () => {
    const sandbox = await openPending('pqsw');
    sandbox.world.approve(sandbox.connection.id);
    sandbox.schedule.setSpeed(3600);
    await sandbox.advanceHours(7 / 3600);
    expect(types(sandbox)).toContain('read.completed.initial');
  });

  it('doesn’t happen after access has ended or the connection is deleted', async () => {
    for (const end of ['disconnect', 'removeConnection', 'removeCompany'] as const) {
      const sandbox = await openPending('gbol');
      const { world, connection, company } = sandbox;
      world.approve(connection.id);
      if (end === 'disconnect') world.disconnect(connection.id, 'Deauthorized');
      else world[end](end === 'removeCompany' ? company.id : connection.id);
      await sandbox.advanceHours(48);
      expect(types(sandbox)).not.toContain('read.completed.initial');
    }
  });

  it('also happens after a restart', async () => {
    const before = await openPending('gbol');
    before.world.approve(before.connection.id);
    const after = openTestSandbox({ kept: [...before.world.companies.values()] });
    await after.advanceHours(1);
    expect(types(after)).toEqual(['read.completed.initial']);
  });
});

it('a company emits a webhook for each product that it gets or loses', async () => {
  const sandbox = await openPending('gbol');
  const { world, company } = sandbox;
  world.updateCompany(company.id, { products: ['spend-insights', 'lending'] });
  world.updateCompany(company.id, { products: ['lending'], name: 'Acme Ltd' });
  world.updateCompany(company.id, { name: 'Acme' });
  await sandbox.advanceHours(0);
  const [added, removed, ...rest] = sandbox.arrivals.slice(2);
  const { id } = company;
  expect(added).toMatchObject({
    eventType: 'company.product.added',
    payload: { id, productId: 'lending', products: ['spend-insights', 'lending'] },
  });
  expect(removed).toMatchObject({
    eventType: 'company.product.removed',
    payload: { id, productId: 'spend-insights', products: ['lending'], name: 'Acme Ltd' },
  });
  expect(rest).toEqual([]);
});

describe('a connection', () => {
  it('emits webhooks for its changes in order', async () => {
    const sandbox = await openPending('gbol');
    const { world, connection } = sandbox;
    world.fail(connection.id, 'cancelled');
    expect(world.selectSoftware(sandbox.company.id, 'gbol')).toBe(connection);
    world.approve(connection.id);
    world.approve(connection.id);
    await sandbox.advanceHours(1);
    world.readData(connection.id);
    world.disconnect(connection.id, 'Deauthorized');
    world.approve(connection.id);
    await sandbox.advanceHours(1);
    world.removeConnection(connection.id);
    await sandbox.advanceHours(0);
    expect(types(sandbox)).toEqual([
      'company.created',
      'connection.created',
      'connection.failed',
      'connection.connected',
      'read.completed.initial',
      'read.completed',
      'connection.disconnected',
      'connection.reconnected',
      'read.completed',
      'connection.deleted',
    ]);
    expect(sandbox.company.connections).toEqual([]);
    expect(() => world.approve(connection.id)).toThrow(connection.id);
  });
});
