import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import * as schema from '../schema/index.ts';

const { activity, contactImportLines, contactImports, customers, deliveries, locks } = schema;

/** Kept by customer, all of one customer’s on the same machine. */
const OF_CUSTOMERS: readonly PgTable[] = [
  ...[schema.events, schema.journeys, schema.attempts, schema.stuckSpells, schema.checkpoints],
  ...[schema.firstAttempts, schema.emails, schema.links, schema.notes, schema.raisedCases],
  ...[schema.codatChecks, schema.sightings],
];

/** Guards events and is no part of the schema: docs/decisions/7-append-only-logs.md */
const GUARD = 'append_only_events';

/** Stay on the coordinator: what belongs to no customer or to many, grows, and is read in its own lists. */
const CENTRAL: readonly PgTable[] = [
  ...[activity, contactImportLines, contactImports, deliveries, locks],
];

const tables = Object.values(schema).filter((one) => is(one, PgTable));

/** The others are small and on every machine, so that each can join them. */
const EVERYWHERE = tables.filter(
  (table) => table !== customers && !OF_CUSTOMERS.includes(table) && !CENTRAL.includes(table),
);

/** The tables that a table refers to. */
const referredBy = (table: PgTable): PgTable[] =>
  getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);

/** Those that others refer to come first. */
const inOrder = (unordered: readonly PgTable[]): PgTable[] => {
  const ordered = new Set<PgTable>();
  const add = (table: PgTable) => {
    for (const other of referredBy(table)) if (other !== table) add(other);
    if (unordered.includes(table)) ordered.add(table);
  };
  for (const table of unordered) add(table);
  return [...ordered];
};

type Step = { table: string; statement: string };

const everywhere = (table: string): Step => ({
  table,
  statement: `select create_reference_table('${table}')`,
});

const byCustomer = (table: string): Step => ({
  table,
  statement: `select create_distributed_table('${table}', 'customer_id', colocate_with => 'customers')`,
});

/** What distributes each table, in the order in which Citus accepts it. */
export const DISTRIBUTION: readonly Step[] = [
  ...inOrder(EVERYWHERE).map(getTableName).map(everywhere),
  {
    table: 'customers',
    statement: "select create_distributed_table('customers', 'id')",
  },
  ...OF_CUSTOMERS.map(getTableName).map(byCustomer),
  byCustomer(GUARD),
];
