import type { Client } from 'pg';
import { STOP_COUNTING } from '../customer-counts.ts';
import { probeBackend } from './backend.ts';
import { DISTRIBUTION } from './distribution.ts';

/** Why a database can’t be distributed, and what to do about it. */
export class NotDistributable extends Error {}

/** Settings of the database that Unstuck needs once it has many machines. New connections have them. */
const SETTINGS = {
  // The guards of append-only logs are triggers. They look at one row, and so work on each machine.
  'citus.enable_unsafe_triggers': 'on',
  // A transaction may change tables that are on every machine before those of customers.
  'citus.multi_shard_modify_mode': 'sequential',
};

const check = async (client: Client): Promise<void> => {
  if ((await probeBackend(client)) !== 'citus')
    throw new NotDistributable(
      'This PostgreSQL has no Citus, so it can’t be distributed. Install Citus on all of its machines and run CREATE EXTENSION citus in the database, or go on with one machine: docs/operations.md.',
    );
  const { rows } = await client.query<{ coordinator: boolean; workers: boolean }>(
    `select bool_or(groupid = 0) coordinator, bool_or(groupid <> 0) workers
      from pg_dist_node where isactive and noderole = 'primary'`,
  );
  if (!rows[0]?.coordinator)
    throw new NotDistributable(
      "Citus doesn’t know its coordinator’s address. Run SELECT citus_set_coordinator_host('…') with the address that the workers reach it at.",
    );
  if (!rows[0].workers)
    throw new NotDistributable(
      "Citus has no workers yet. Run SELECT citus_add_node('…', 5432) for each.",
    );
};

/**
 * Distributes the tables of a migrated database over the machines of Citus, and says each statement before it runs. Leaves
 * out tables that are distributed already, so it can be repeated, after an interruption or for the tables of a new version.
 * @throws NotDistributable without Citus, its coordinator’s address or its workers
 */
export const distribute = async (client: Client, say: (line: string) => void): Promise<void> => {
  await check(client);
  const run = async (statement: string): Promise<void> => {
    say(`${statement};`);
    await client.query(statement);
  };
  const { rows } = await client.query<{ name: string }>('select current_database() name');
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  for (const [name, value] of Object.entries(SETTINGS)) {
    await run(`alter database ${database} set ${name} = ${value}`);
    await run(`set ${name} = ${value}`);
  }
  const distributed = await client.query<{ table: string }>(
    'select logicalrelid::text "table" from pg_dist_partition',
  );
  const known = new Set(distributed.rows.map(({ table }) => table));
  if (!known.has('customers')) for (const statement of STOP_COUNTING) await run(statement);
  for (const { table, statement } of DISTRIBUTION) if (!known.has(table)) await run(statement);
};
