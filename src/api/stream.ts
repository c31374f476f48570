import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ANYTHING, type Change } from '../database/changes/changes.ts';
import { createHearing } from './hearing.ts';
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

/** Changes that may have ended someone’s session. */
const ENDING = ['sessions', '*'];

/** How many pages in a second are asked to read their lists again while changes keep coming. */
const PAGES_PER_SECOND = 20;

const DESCRIPTION =
  'Events named `changed` with `{"resources": [...], "customerId"?: "..."}`: the resources whose records changed, ' +
  '`*` for all of them, and the customer if the change concerns only one. Reload what you show of them. ' +
  'Events named `pace` with a number of seconds: while changes keep coming, reload lists no more often.';

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

/** All open streams, with one heartbeat and one subscription between them. */
const createFollowers = (ports: Ports) => {
  // In the order in which they came.
  const followers = new Set<Follower>();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  let unsubscribe: (() => void) | undefined;
  let passed = Promise.resolve();
  const findHearing = createHearing(ports);

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
    const people = new Set([...followers].map(({ person }) => person.id));
    const hear = await findHearing(people, changes).catch(() => null);
    // That anything may have changed tells nothing about anybody.
    const heard = new Map([...people].map((id) => [id, hear ? hear(id) : [ANYTHING]]));
    const pace = Math.floor(followers.size / PAGES_PER_SECOND);
    for (const { person, stream } of followers) {
      const own = heard.get(person.id) ?? [];
      if (own.length > 0) stream.send(own, pace);
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
