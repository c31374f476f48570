import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../src/database/database.ts';
import { vacuumEmbedded } from '../../src/database/embedded.ts';
import { customers } from '../../src/database/schema/index.ts';
import { startBoss } from '../../src/server/jobs/jobs.ts';
import { startVacuum } from '../../src/server/jobs/vacuum.ts';
import { EMBEDDED } from '../support/api.ts';
import { customerRow } from './customer-rows.ts';

describe('the upkeep of the embedded database', () => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await EMBEDDED.open('vacuum');
  });
  afterAll(() => connection.close());

  const add = (from: number, to: number) =>
    connection.database
      .insert(customers)
      .values(
        Array.from({ length: to - from }, (_, index) => customerRow({ id: `c-${from + index}` })),
      );
  const touch = (count: number) =>
    connection.database.execute(
      sql`update customers set description = 'changed' where id in (select id from customers limit ${count})`,
    );
  const numberOf = async (value: ReturnType<typeof sql<number>>) => {
    const [row] = await connection.database
      .select({ value: value.mapWith(Number) })
      .from(sql`(values (1)) as one`);
    return row?.value ?? Number.NaN;
  };
  const known = () => numberOf(sql`(select count(*) from pg_stats where tablename = 'customers')`);
  const dead = () =>
    numberOf(sql`(select n_dead_tup from pg_stat_user_tables where relname = 'customers')`);
  const vacuums = () =>
    numberOf(sql`(select vacuum_count from pg_stat_user_tables where relname = 'customers')`);
  /** Has what changed counted at once, instead of within a second. */
  const count = () => connection.database.execute(sql`select pg_stat_force_next_flush()`);
  const vacuum = async () => {
    await count();
    return vacuumEmbedded(connection.database);
  };

  it('finds out once what each table holds', async () => {
    await add(0, 500);
    expect(await known()).toBe(0);
    expect(await vacuum()).toContain('public.customers');
    expect(await known()).toBeGreaterThan(10);
    expect(await vacuum()).toEqual([]);
  });

  it('begins again after a tenth has been added, or a fifth has changed', async () => {
    await touch(90);
    expect(await vacuum()).not.toContain('public.customers');
    expect(await dead()).toBeGreaterThan(0);
    await touch(80);
    expect(await vacuum()).toContain('public.customers');
    expect(await dead()).toBe(0);
    await add(500, 600);
    expect(await vacuum()).not.toContain('public.customers');
    await add(600, 620);
    expect(await vacuum()).toContain('public.customers');
  });

  it('looks each minute', async () => {
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const boss = await startBoss({ engine: connection.engine, log });
    try {
      await startVacuum(boss, { database: connection.database, log });
      expect(await boss.getSchedules('vacuum')).toMatchObject([{ cron: '* * * * *' }]);
      const before = await vacuums();
      await touch(300);
      await count();
      await boss.send('vacuum', {});
      await expect.poll(vacuums).toBe(before + 1);
      expect(await dead()).toBe(0);
    } finally {
      await boss.stop({ graceful: true, timeout: 5000 });
    }
  });
});
