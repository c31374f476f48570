import { Client } from 'pg';
import { z } from 'zod';
import { addPerson, createAuth } from '../../../src/api/session/auth.ts';
import { freePort, startServer } from '../../support/server.ts';
import { type Session, sessionAt } from '../../support/sign-in.ts';
import { WEBHOOK_SECRET } from '../../support/webhooks.ts';
import type { Store } from './databases.ts';

const PASSWORD = 'correct horse battery';
const ADMIN = { name: 'Admin', email: 'admin@acme.example', password: PASSWORD, role: 'admin' };

/** Agents who each have some pages open. */
const AGENTS = Array.from({ length: 20 }, (_, number) => ({
  name: `Agent ${number + 1}`,
  email: `agent-${number + 1}@acme.example`,
  password: PASSWORD,
  role: 'agent' as const,
}));

const probed = z.object({
  statements: z.record(z.string(), z.number()),
  /** In seconds. */
  cpu: z.number(),
  /** In bytes. */
  memory: z.number(),
});

/** What subjects measure with. */
export type Bench = {
  /** The number of customers. */
  count: number;
  /** How often each question is asked. */
  rounds: number;
  /** Where the server listens. */
  url: string;
  admin: Session;
  agents: Session[];
  /** A connection of our own to the same database. Null if it takes none beside the server’s. */
  plain: Client | null;
  /** Where further ones lead. */
  databaseUrl: string | null;
  /** What the server has used so far. */
  probe: () => Promise<z.output<typeof probed>>;
};

const addPeople = async (store: Store, publicUrl: string): Promise<void> => {
  const { database, close } = await store.open();
  const auth = createAuth({ database, secret: 'x'.repeat(32), publicUrl });
  await addPerson(auth, database, { ...ADMIN, role: 'admin' });
  for (const agent of AGENTS) await addPerson(auth, database, agent);
  await close();
};

/** Starts the real server on a database, and signs people in. Its Codat can’t be reached, so that nothing changes. */
export const openBench = async (store: Store, asked: Pick<Bench, 'count' | 'rounds'>) => {
  const [port, probePort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  await addPeople(store, url);
  const server = await startServer({
    PORT: String(port),
    PROBE_PORT: String(probePort),
    NODE_OPTIONS: '--import ./tests/bench/measure/probe.ts',
    NODE_ENV: 'production',
    ...store.environment,
    CODAT_API_KEY: 'nobody-answers',
    CODAT_API_URL: 'http://127.0.0.1:9',
    CODAT_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  const plain = store.url === null ? null : new Client({ connectionString: store.url });
  await plain?.connect();
  const signIn = (email: string) => sessionAt(server.url, { email, password: PASSWORD });
  const agents: Session[] = [];
  for (const { email } of AGENTS) agents.push(await signIn(email));
  const bench: Bench = {
    ...asked,
    url: server.url,
    admin: await signIn(ADMIN.email),
    agents,
    plain,
    databaseUrl: store.url,
    probe: async () => probed.parse(await (await fetch(`http://127.0.0.1:${probePort}`)).json()),
  };
  return {
    bench,
    close: async () => {
      await plain?.end();
      await server.stop();
    },
  };
};
