import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { inArray } from 'drizzle-orm';
import { isResource, may } from '../common/permissions.ts';
import { ANYTHING, type Change, mergeChanges } from '../database/changes.ts';
import { covers, portfolioOf } from '../database/portfolios/visibility.ts';
import { customers, users } from '../database/schema/index.ts';
import { loadWorkspace } from '../database/settings.ts';
import { type EventStream, openEventStream } from './http/event-stream.ts';
import { Problem } from './http/problem.ts';
import type { Ports } from './ports.ts';
import { lastingSessions } from './session/lifetime.ts';
import type { Env, Person } from './session/session.ts';

export type { Change };

/** Shorter than the time after which proxies close a silent connection. */
const HEARTBEAT_MS = 20_000;

/** More tabs than anyone has open. The oldest stream makes room for one more. */
const MOST_PER_PERSON = 20;

/** Of all people, on one server. */
const MOST_IN_ALL = 2000;

/** Changes that may have ended someone’s session. Only servers hear of sessions. */
const ENDING = ['sessions', '*'];

const DESCRIPTION =
  'Events named `changed` with `{"resources": [...], "customerId"?: "..."}`: the resources whose records changed, ' +
  '`*` for all of them, and the customer if the change concerns only one. Reload what you show of them.';

const route = createRoute({
  method: 'get',
  path: '/',
  tags: ['stream'],
  summary: 'Follow changes',
  responses: {
    200: { content: { 'text/event-stream': { schema: z.string() } }, description: DESCRIPTION },
  },
});

type Follower = { person: Person; sessionId: string; stream: EventStream };

/**
 * Finds out who may hear of which changes by the roles, settings and account managers of this moment, because a stream
 * can outlast all of them. Asks once for all followers.
 */
const findHearers = async (
  { database }: Ports,
  ids: readonly string[],
  changes: readonly Change[],
) => {
  const { id, role } = users;
  const people = await database.select({ id, role }).from(users).where(inArray(id, ids));
  const settings = people.some((person) => person.role === 'manager')
    ? await loadWorkspace(database)
    : null;
  const portfolios = new Map(
    people.map((person) => [person.id, settings && portfolioOf(person, settings)]),
  );
  const named = changes.flatMap(({ customerId }) => customerId ?? []);
  const managers = new Map(
    [...portfolios.values()].some(Boolean) && named.length > 0
      ? (
          await database
            .select({ id: customers.id, manager: customers.accountManagerId })
            .from(customers)
            .where(inArray(customers.id, named))
        ).map((customer) => [customer.id, customer.manager])
      : [],
  );
  const concerns = (personId: string, customerId: string): boolean => {
    const portfolio = portfolios.get(personId);
    const manager = managers.get(customerId);
    return !portfolio || (manager !== undefined && covers(portfolio, manager));
  };
  const roles = new Map(people.map((person) => [person.id, person.role]));
  /** The part of a change that a person may hear of, or null. */
  return (personId: string, { resources, customerId }: Change): Change | null => {
    const own = roles.get(personId);
    if (!own || (customerId && !concerns(personId, customerId))) return null;
    const seen = resources.filter(
      (name) => name === '*' || (isResource(name) && name !== 'sessions' && may(own, 'list', name)),
    );
    return seen.length > 0 ? { resources: seen, ...(customerId && { customerId }) } : null;
  };
};

/** All open streams, with one heartbeat and one subscription between them. */
const createFollowers = (ports: Ports) => {
  // In the order in which they came.
  const followers = new Set<Follower>();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  let unsubscribe: (() => void) | undefined;
  let passed = Promise.resolve();

  const endEnded = async (): Promise<void> => {
    const asked = new Set([...followers].map(({ sessionId }) => sessionId));
    if (asked.size === 0) return;
    // Without a database nothing changes and nobody signs out: the streams stay, or all of them would return at once.
    const lasting = await lastingSessions(ports.database, asked).catch(() => null);
    for (const { sessionId, stream } of followers)
      if (lasting && asked.has(sessionId) && !lasting.has(sessionId)) stream.end();
  };

  const pass = async (changes: readonly Change[]): Promise<void> => {
    // Another role or none ends sessions, and their streams at once.
    if (changes.some(({ resources }) => resources.some((name) => ENDING.includes(name))))
      await endEnded();
    const ids = [...new Set([...followers].map(({ person }) => person.id))];
    const heard = await findHearers(ports, ids, changes).catch(() => null);
    for (const { person, stream } of followers) {
      // That anything may have changed tells nothing about anybody.
      const own = heard ? changes.flatMap((one) => heard(person.id, one) ?? []) : [ANYTHING];
      if (own.length > 0) stream.send(own.reduce(mergeChanges));
    }
  };

  const endAll = (): void => {
    for (const { stream } of followers) stream.end();
  };

  const beat = async (): Promise<void> => {
    await endEnded();
    for (const { stream } of followers) stream.beat();
  };

  const makeRoom = (person: Person): void => {
    const own = [...followers].filter((follower) => follower.person.id === person.id);
    if (own.length >= MOST_PER_PERSON) own[0]?.stream.end();
    else if (followers.size >= MOST_IN_ALL)
      throw new Problem(503, 'Too many pages are open. Changes can’t be followed right now.', {
        headers: { 'retry-after': '30' },
      });
  };

  /** Opens a stream for someone. @throws Problem 503 when there are too many */
  return (person: Person, sessionId: string): EventStream['body'] => {
    makeRoom(person);
    const stream = openEventStream(() => {
      followers.delete(follower);
      if (followers.size > 0) return;
      clearInterval(heartbeat);
      heartbeat = undefined;
      unsubscribe?.();
      unsubscribe = undefined;
    });
    const follower = { person, sessionId, stream };
    followers.add(follower);
    heartbeat ??= setInterval(beat, HEARTBEAT_MS);
    unsubscribe ??= ports.changes.subscribe((changes) => {
      // One after the other, so that none overtakes an earlier one.
      passed = passed.then(() => pass(changes));
    }, endAll);
    // The server is stopping: the stream has ended already.
    if (!followers.has(follower)) unsubscribe();
    return stream.body;
  };
};

/** Server-sent events that say what changed, until the client disconnects, the session ends or the server stops. */
export const streamRoutes = (ports: Ports): OpenAPIHono<Env> => {
  const follow = createFollowers(ports);
  return new OpenAPIHono<Env>().openapi(route, (context) => {
    context.header('content-type', 'text/event-stream');
    // Tells proxies not to buffer the events.
    context.header('x-accel-buffering', 'no');
    // A kept-alive connection would delay the server’s shutdown.
    context.header('connection', 'close');
    // Hono answers HEAD by the same route and drops the body unread: a stream would stay open for nobody.
    if (context.req.method === 'HEAD') return context.body(null);
    return context.body(follow(context.get('person'), context.get('sessionId')));
  });
};
