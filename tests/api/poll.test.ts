import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ANYTHING, type Change, followChanges } from '../../src/database/changes/changes.ts';
import { openPostgres } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';
import { isHeard, pollPostgres } from '../../src/database/postgres/poll.ts';
import { installation } from '../../src/database/schema/index.ts';
import { createDatabase } from '../support/postgres.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await openPostgres(await createDatabase(inject('postgresUrl'), 'poll'), () => {});
});
afterAll(() => connection.close());

it('a server knows whether notifications arrive', async () => {
  expect(await isHeard(connection.listen, connection.database)).toBe(true);
  const deaf = async () => async () => {};
  expect(await isHeard(deaf, connection.database, 50)).toBe(false);
});

it('where notifications don’t arrive, pages hear of changes by asking', async () => {
  const errors: Error[] = [];
  const poll = pollPostgres(connection.health, (error) => errors.push(error), 50);
  const changes = await followChanges(poll);
  const heard: Change[] = [];
  changes.subscribe(
    (merged) => heard.push(...merged),
    () => {},
  );
  await connection.database.transaction(async (transaction) => {
    await transaction.insert(installation).values({ key: 'auth_secret', value: 'polled' });
    // Otherwise PostgreSQL would count some seconds later.
    await transaction.execute(sql`select pg_stat_force_next_flush()`);
  });
  await expect.poll(() => heard).toContainEqual(ANYTHING);
  await changes.stop();
  expect(errors).toEqual([]);
});
