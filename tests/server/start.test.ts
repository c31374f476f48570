import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openEmbedded } from '../../src/database/connect.ts';
import { createDatabase } from '../support/postgres.ts';
import { failToStart, freePort, startServer, temporaryDirectory } from '../support/server.ts';
import { startedDirectory } from '../support/template.ts';

const scratch = () => {
  const { path, remove } = temporaryDirectory();
  onTestFinished(remove);
  return path;
};

describe('the server exits with a message that says how to fix it', () => {
  it.each([
    ['PORT', 'abc', 'PORT is “abc”. It must be a whole number from 1 to 65535.'],
    ['PORT', '99999', 'PORT is “99999”. It must be at most 65535.'],
    [
      'CODAT_WEBHOOK_SECRET',
      'secret',
      'CODAT_WEBHOOK_SECRET must be the signing secret from Codat’s portal, whsec_ followed by base64, or several with commas between them.',
    ],
    [
      'TRUSTED_PROXIES',
      'nginx',
      'TRUSTED_PROXIES is “nginx”. It must be addresses or networks like 10.0.0.0/8, 192.0.2.1, 2001:db8::/32.',
    ],
    ['PUBLIC_URL', 'unstuck', 'PUBLIC_URL must be a URL like https://unstuck.example.'],
    [
      'AUTH_SECRET',
      'short',
      'AUTH_SECRET must be at least 32 characters, for example 32 random bytes in hex.',
    ],
    [
      'SMTP_URL',
      'http://secret@mail.example',
      'SMTP_URL must be a URL like smtps://user:password@smtp.example:465.',
    ],
    [
      'SMTP_URL',
      'smtp://mail.example',
      'SMTP_URL requires MAIL_FROM. Set it to the sender address.',
    ],
    [
      'MAIL_FROM',
      'Acme <nobody>',
      'MAIL_FROM is “Acme <nobody>”. It must be an address like support@acme.example or Acme <support@acme.example>.',
    ],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL is “loud”. It must be one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [
      'DATABASE_BACKEND',
      'oracle',
      'DATABASE_BACKEND is “oracle”. It must be one of postgres, citus, yugabytedb.',
    ],
    ['ADMIN_EMAIL', 'admin@acme.example', 'Set both ADMIN_EMAIL and ADMIN_PASSWORD, or neither.'],
  ])('for %s=%s', async (name, value, message) => {
    const { code, output } = await failToStart({ DATA_DIR: scratch(), [name]: value });
    expect(output).toBe(message);
    expect(code).toBe(1);
  });

  it('for a database that a newer version has migrated', async () => {
    const DATA_DIR = startedDirectory();
    const { database, close } = await openEmbedded({ directory: join(DATA_DIR, 'database') });
    await database.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 4102444800000)`,
    );
    await close();
    const { code, output } = await failToStart({ DATA_DIR });
    expect(output).toContain('A newer version of Unstuck has used this database.');
    expect(code).toBe(1);
  });

  it('for an unreachable database, without revealing its password', async () => {
    const port = await freePort();
    const DATABASE_URL = `postgres://unstuck:hidden@localhost:${port}/unstuck`;
    const { code, output } = await failToStart({ DATABASE_URL });
    expect(output).toMatch(
      new RegExp(
        `^Can’t reach the database unstuck at localhost:${port} \\(.*ECONNREFUSED.*\\)\\. Start PostgreSQL or correct DATABASE_URL\\.$`,
      ),
    );
    expect(output).not.toContain('hidden');
    expect(code).toBe(1);
  });

  it('for a port in use', async () => {
    const listener = createServer().listen(0);
    await once(listener, 'listening');
    onTestFinished(() => void listener.close());
    const { port } = listener.address() as { port: number };
    const { code, output } = await failToStart({
      PORT: String(port),
      DATA_DIR: startedDirectory(),
      SAMPLE_CUSTOMERS: '0',
    });
    expect(output).toContain(
      `Port ${port} is in use. Stop the process that uses it or change PORT.`,
    );
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('for data in use by another server, which keeps running', async () => {
    const DATA_DIR = scratch();
    const first = await startServer({ DATA_DIR, SAMPLE_CUSTOMERS: '0' });
    const { code, output } = await failToStart({ DATA_DIR, PORT: String(await freePort()) });
    expect(output).toBe(`${DATA_DIR} is in use by another process. Stop it or change DATA_DIR.`);
    expect(code).toBe(1);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  it('for a damaged file of the sandbox', async () => {
    const DATA_DIR = startedDirectory();
    const file = join(DATA_DIR, 'sandbox-companies.jsonl');
    writeFileSync(file, '{"id":"a","company":{"id":"a"}}\n');
    const { code, output } = await failToStart({ DATA_DIR, SAMPLE_CUSTOMERS: '0' });
    expect(output).toContain(
      `Can’t open the sandbox’s companies in ${DATA_DIR}. Line 1 of ${file} is damaged. Delete the file`,
    );
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('for a data directory that is a file', async () => {
    const DATA_DIR = join(scratch(), 'file');
    writeFileSync(DATA_DIR, '');
    const { code, output } = await failToStart({ DATA_DIR });
    expect(output).toContain(`${DATA_DIR} isn’t writable (`);
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('for a first password that is easy to guess', async () => {
    const { code, output } = await failToStart({
      DATA_DIR: startedDirectory(),
      CODAT_API_KEY: 'key',
      ADMIN_EMAIL: 'admin@acme.example',
      ADMIN_PASSWORD: 'Password1234!',
    });
    expect(output).toBe(
      'ADMIN_PASSWORD is too easy to guess. Use several words that have nothing to do with each other.',
    );
    expect(code).toBe(1);
  });

  it('for a Codat API key without anyone who can sign in', async () => {
    const { code, output } = await failToStart({
      DATA_DIR: startedDirectory(),
      CODAT_API_KEY: 'key',
    });
    expect(output).toBe(
      'No one can sign in yet. Set ADMIN_EMAIL and ADMIN_PASSWORD to create the first admin.',
    );
    expect(code).toBe(1);
  });
});

it('several servers start at once on an empty database, which is migrated once', async () => {
  const DATABASE_URL = await createDatabase(inject('postgresUrl'), 'started_at_once');
  const environment = { DATABASE_URL, SAMPLE_CUSTOMERS: '0' };
  const servers = await Promise.all(
    [1, 2].map(() => startServer({ ...environment, DATA_DIR: scratch() })),
  );
  for (const { url } of servers) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const client = new Client({ connectionString: DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(
    'select count(*) = count(distinct hash) once from drizzle.__drizzle_migrations',
  );
  await client.end();
  expect(rows).toEqual([{ once: true }]);
  for (const server of servers) expect(await server.stop()).toBe(0);
});
