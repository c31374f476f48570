import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';
import { lockCustomers, tryLockCustomers } from '../../src/database/locks.ts';
import { createDatabase } from '../support/postgres.ts';

/** Takes customers and holds them until the returned function is called. */
const hold = async ({ jobs }: Connection, ids: string[]) => {
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = jobs.transaction(async (transaction) => {
    await lockCustomers(transaction, ids);
    held.resolve();
    await released.promise;
  });
  await Promise.race([held.promise, holding]);
  return () => {
    released.resolve();
    return holding;
  };
};

describe('locks of customers', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await openPostgres(await createDatabase(inject('postgresUrl'), 'locks'), () => {});
  });
  afterAll(() => connection.close());

  const waiting = async () => {
    const { rows } = Object(
      await connection.health.execute(
        sql`select 1 from pg_stat_activity where datname = 'locks' and wait_event_type = 'Lock'`,
      ),
    );
    return rows.length;
  };

  it.each(['nobody has ever locked', 'was locked before'])(
    'make others wait, for a customer that %s',
    async () => {
      const release = await hold(connection, ['acme', 'acme']);
      const order: string[] = [];
      const second = connection.database.transaction(async (transaction) => {
        await lockCustomers(transaction, ['acme']);
        order.push('second');
      });
      await expect.poll(waiting).toBe(1);
      order.push('first');
      await release();
      await second;
      expect(order).toEqual(['first', 'second']);
    },
  );

  it('are taken without waiting by those who only try, where they are free', async () => {
    await (await hold(connection, ['busy']))();
    const release = await hold(connection, ['busy']);
    const taken = await connection.database.transaction((transaction) =>
      tryLockCustomers(transaction, ['free', 'busy', 'also free']),
    );
    expect(taken).toEqual(new Set(['free', 'also free']));
    await release();
  });

  it('never deadlock, whichever batches of known and new customers meet, in whichever order', async () => {
    const tried = await Promise.all(
      Array.from({ length: 48 }, (_, turn) =>
        connection.database.transaction(async (transaction) => {
          const ids = Array.from(
            { length: 12 },
            (_, n) => `deadlock-${(n * (turn % 11) + turn) % 30}`,
          );
          if (turn % 4 === 0) return (await tryLockCustomers(transaction, ids)).size >= 0;
          await lockCustomers(transaction, ids);
          await setTimeout(turn % 3);
          await lockCustomers(transaction, ids);
          return true;
        }),
      ),
    );
    expect(tried).toEqual(tried.map(() => true));
  });
});
