import { Client } from 'pg';
import { expect, inject, it } from 'vitest';
import { distribute } from '../../src/database/postgres/distribute.ts';

it('a PostgreSQL without Citus isn’t distributed, and the message says what to do', async () => {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  const said: string[] = [];
  const distributing = distribute(client, (line) => said.push(line));
  await expect(distributing).rejects.toThrow(
    /^This PostgreSQL has no Citus, so it can’t be distributed\. Install/,
  );
  expect(said).toEqual([]);
  await client.end();
});
