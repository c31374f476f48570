import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failToStart, freePort, startServer, temporaryDirectory } from '../support/server.ts';
import { startedDirectory } from '../support/template.ts';

const scratch = () => {
  const { path, remove } = temporaryDirectory();
  onTestFinished(remove);
  return path;
};

describe('a wrong environment stops the start with one sentence that says what to change', () => {
  it.each([
    ['PORT', 'abc', 'PORT is “abc”, but must be a whole number from 1 to 65535.'],
    ['PORT', '99999', 'PORT is “99999”, but must be at most 65535.'],
    [
      'CODAT_WEBHOOK_SECRET',
      'secret',
      'CODAT_WEBHOOK_SECRET must be the signing secret from Codat’s portal, whsec_ and base64.',
    ],
    ['PUBLIC_URL', 'unstuck', 'PUBLIC_URL must be an address like https://unstuck.example.'],
    [
      'AUTH_SECRET',
      'short',
      'AUTH_SECRET must be at least 32 characters, such as 32 random bytes in hex.',
    ],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL is “loud”, but must be one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [
      'ADMIN_EMAIL',
      'admin@acme.example',
      'ADMIN_EMAIL and ADMIN_PASSWORD belong together: set both, or neither.',
    ],
  ])('%s=%s', async (name, value, sentence) => {
    const { code, output } = await failToStart({ DATA_DIR: scratch(), [name]: value });
    expect(output).toBe(sentence);
    expect(code).toBe(1);
  });

  it('a database that can’t be reached', async () => {
    const port = await freePort();
    const DATABASE_URL = `postgres://unstuck:hidden@localhost:${port}/unstuck`;
    const { code, output } = await failToStart({ DATABASE_URL });
    expect(output).toMatch(
      new RegExp(
        `^DATABASE_URL: the database unstuck at localhost:${port} can’t be reached \\(.*ECONNREFUSED.*\\)\\. Start PostgreSQL there, or correct the address\\.$`,
      ),
    );
    expect(output).not.toContain('hidden');
    expect(code).toBe(1);
  });

  it('a busy port', async () => {
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
      `Port ${port} is in use. Stop what listens there, or set PORT to another.`,
    );
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('a second process on the same data, while the first one goes on', async () => {
    const DATA_DIR = scratch();
    const first = await startServer({ DATA_DIR, SAMPLE_CUSTOMERS: '0' });
    const { code, output } = await failToStart({ DATA_DIR, PORT: String(await freePort()) });
    expect(output).toBe(
      `Another process uses the data in ${DATA_DIR}. Stop it, or set DATA_DIR to another directory.`,
    );
    expect(code).toBe(1);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  it('a key for Codat, and nobody who could sign in', async () => {
    const { code, output } = await failToStart({
      DATA_DIR: startedDirectory(),
      CODAT_API_KEY: 'key',
    });
    expect(output).toBe(
      'Nobody can sign in yet: set ADMIN_EMAIL and ADMIN_PASSWORD to make the first administrator.',
    );
    expect(code).toBe(1);
  });
});
