import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createAuth } from '../../src/api/session/auth.ts';
import { openPostgres } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';
import { customers, users } from '../../src/database/schema/index.ts';
import { addHours, toInstant } from '../../src/journey/instant.ts';
import { customerRow } from '../api/customer-rows.ts';
import { cookieFor } from '../support/people.ts';
import { createDatabase } from '../support/postgres.ts';
import { type RunningServer, startServer, startSyncedSandbox } from '../support/server.ts';

const AGENTS = 20;
const CASES = 500;
const AUTH_SECRET = 'x'.repeat(32);

let connection: Connection;
let servers: RunningServer[] = [];

beforeAll(async () => {
  const DATABASE_URL = await createDatabase(inject('postgresUrl'), 'next_case_of_two');
  const environment = {
    ...{ DATABASE_URL, AUTH_SECRET, SAMPLE_CUSTOMERS: '0', LOG_LEVEL: 'fatal' },
    DATA_DIR: inject('templateFolder'),
  };
  servers = [await startSyncedSandbox(environment), await startServer(environment)];
  connection = await openPostgres(DATABASE_URL, () => {});
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await connection?.close();
});

const rank = (id: string): number => Number(id.replace('case-', ''));

it('twenty agents at two servers get each of 500 cases once, the most urgent first', async () => {
  const { database } = connection;
  const now = toInstant(Date.now());
  await database.insert(customers).values(
    Array.from({ length: CASES }, (_, number) =>
      customerRow({
        ...{ id: `case-${number}`, priority: 'medium', stuckReason: 'not_initiated' },
        stuckAt: addHours(now, number - 2 * CASES),
      }),
    ),
  );
  const auth = createAuth({ database, secret: AUTH_SECRET, publicUrl: 'http://localhost' });
  const names = Array.from({ length: AGENTS }, (_, number) => `agent-${number}`);
  await database
    .insert(users)
    .values(names.map((name) => ({ id: name, name, email: `${name}@acme.example` })));
  const agents = await Promise.all(
    names.map(async (name, number) => ({
      cookie: await cookieFor(auth, name),
      url: servers[number % servers.length]?.url,
    })),
  );
  type Agent = (typeof agents)[number];

  const take = async ({ cookie, url }: Agent): Promise<number | null> => {
    const response = await fetch(`${url}/api/next-case`, { method: 'POST', headers: { cookie } });
    if (response.status === 204) return null;
    expect(response.status).toBe(200);
    return rank((await response.json()).customerId);
  };
  const takeAll = async (agent: Agent): Promise<number[]> => {
    const taken: number[] = [];
    for (let one = await take(agent); one !== null; one = await take(agent)) taken.push(one);
    return taken;
  };

  const first = await Promise.all(agents.map(take));
  expect(new Set(first)).toEqual(new Set(names.keys()));
  const rest = await Promise.all(agents.map(takeAll));
  for (const taken of rest) expect(taken).toEqual(taken.toSorted((a, b) => a - b));
  const all = [...first, ...rest.flat()].map(Number).sort((a, b) => a - b);
  expect(all).toEqual([...Array(CASES).keys()]);
});
