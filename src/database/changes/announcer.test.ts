import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openEmbedded } from '../connect.ts';
import type { Connection } from '../database.ts';
import { createAnnouncer } from './announcer.ts';
import type { Change } from './changes.ts';

describe('changes that are announced soon', () => {
  let connection: Connection;
  const heard: Change[] = [];
  beforeAll(async () => {
    connection = await openEmbedded();
    await connection.listen(
      'changes',
      (payload) => heard.push(JSON.parse(payload)),
      () => {},
    );
  });
  afterAll(() => connection.close());

  it('are announced once, merged by customer', async () => {
    const announceSoon = createAnnouncer(connection.database);
    announceSoon([{ resources: ['events'], customerId: 'a' }]);
    announceSoon([{ resources: ['customers'], customerId: 'a' }, { resources: ['deliveries'] }]);
    expect(heard).toEqual([]);
    await vi.waitFor(() => expect(heard).not.toEqual([]), { timeout: 15_000 });
    expect(heard).toEqual([
      { resources: ['events', 'customers'], customerId: 'a' },
      { resources: ['deliveries'] },
    ]);
  });

  it('go with the next when they could not be announced', async () => {
    heard.length = 0;
    const execute = vi.spyOn(connection.database, 'execute').mockImplementationOnce(() => {
      throw new Error('Connection terminated');
    });
    const announceSoon = createAnnouncer(connection.database);
    announceSoon([{ resources: ['deliveries'] }]);
    await vi.waitFor(() => expect(execute).toHaveBeenCalledTimes(1), { timeout: 15_000 });
    expect(heard).toEqual([]);
    announceSoon([{ resources: ['events'] }]);
    await vi.waitFor(() => expect(heard).toEqual([{ resources: ['deliveries', 'events'] }]), {
      timeout: 15_000,
    });
  });
});
