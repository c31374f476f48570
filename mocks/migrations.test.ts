import { readMigrationFiles } from 'drizzle-orm/migrator';
import { expect, it } from 'vitest';
import { migrations } from './migrations.ts';

it('bundles the migrations that the server reads from its directory', () => {
  const onDisk = readMigrationFiles({ migrationsFolder: 'src/database/migrations' });
  expect(onDisk.length).toBeGreaterThan(0);
  const facts = ({ sql, folderMillis, bps }: (typeof onDisk)[number]) => ({
    sql,
    folderMillis,
    bps,
  });
  expect(migrations.map(facts)).toEqual(onDisk.map(facts));
});
