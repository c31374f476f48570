import { expect, it } from 'vitest';
import { probeBackend } from './backend.ts';

it.each([
  ['PostgreSQL 15.18 on x86_64-pc-linux-gnu', false, 'postgres'],
  ['PostgreSQL 17.2 on aarch64-unknown-linux-gnu', true, 'citus'],
  ['PostgreSQL 15.12-YB-2025.2.0.0-b0 on x86_64-pc-linux-gnu', false, 'yugabytedb'],
])('a server that calls itself “%s”, with Citus: %s, is %s', async (version, citus, backend) => {
  const query = async () => ({ rows: [{ version, citus }] });
  expect(await probeBackend({ query })).toBe(backend);
});
