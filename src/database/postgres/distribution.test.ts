import { is } from 'drizzle-orm';
import { getTableConfig, IndexedColumn, PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import * as schema from '../schema/index.ts';
import { DISTRIBUTION } from './distribution.ts';

const TABLES = Object.values(schema)
  .filter((one) => is(one, PgTable))
  .map((table) => getTableConfig(table));

/** The columns of each key by which a table’s rows are unique. */
const keysOf = ({ columns, primaryKeys, uniqueConstraints, indexes }: (typeof TABLES)[number]) => {
  const unique = indexes.filter(({ config }) => config.unique);
  return [
    ...columns.filter(({ primary, isUnique }) => primary || isUnique).map((column) => [column]),
    ...[...primaryKeys, ...uniqueConstraints].map((key) => key.columns),
    ...unique.map(({ config }) => config.columns),
  ].map((key) =>
    key.flatMap((column) =>
      is(column, PgColumn) || is(column, IndexedColumn) ? [String(column.name)] : [],
    ),
  );
};

const isByCustomer = (name: string): boolean =>
  DISTRIBUTION.some(({ table, statement }) => table === name && /'customer_id'/.test(statement));

it('a table that is kept by customer has the customer in each of its keys', () => {
  const keys = TABLES.filter(({ name }) => isByCustomer(name)).flatMap((table) =>
    keysOf(table).map((key) => ({ name: table.name, key })),
  );
  expect(keys.length).toBeGreaterThan(12);
  expect(keys.filter(({ key }) => !key.includes('customerId'))).toEqual([]);
});

it('a table with a customer in each row is kept by customer, or so small that it is everywhere', () => {
  const places = TABLES.filter(({ columns }) =>
    columns.some(({ name, notNull }) => name === 'customerId' && notNull),
  ).map(({ name }) => `${name}: ${isByCustomer(name) ? 'by customer' : 'everywhere'}`);
  expect(places.filter((place) => place.endsWith('everywhere')).sort()).toEqual([
    ...['erasures: everywhere', 'presence: everywhere', 'skips: everywhere'],
  ]);
});

it('is in an order that Citus accepts: what others refer to first, and nothing that stays central', () => {
  const order = DISTRIBUTION.map(({ table }) => table);
  expect(new Set(order).size).toBe(order.length);
  for (const { name, foreignKeys } of TABLES.filter((table) => order.includes(table.name)))
    for (const key of foreignKeys) {
      const referred = getTableConfig(key.reference().foreignTable).name;
      expect(order.slice(0, order.indexOf(name)), `${name} refers to it`).toContain(referred);
    }
});
